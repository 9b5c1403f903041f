import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { transportLimits } from "#api/graph/limits.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { answerJson, BadRequest, readBody, requireLength } from "#api/server/answers.ts";
import type { Config } from "#api/server/config.ts";
import { answerExport } from "#api/server/exports.ts";
import type { Graphql } from "#api/server/graphql.ts";
import { credentialsOf, type Identify } from "#api/server/identify.ts";
import type { Machines } from "#api/server/identity/machines.ts";
import type { People } from "#api/server/identity/people.ts";
import type { Tokens } from "#api/server/identity/tokens.ts";
import type { Log } from "#api/server/log.ts";
import { maskError } from "#api/server/masking.ts";
import type { Metrics, Outcome, Way } from "#api/server/metrics.ts";
import { allowOrigin, isOriginAllowed } from "#api/server/origins.ts";
import { callerOf, type RateLimits } from "#api/server/rate-limits.ts";
import { isShort, SHORT_BODY_MAX_BYTES, type ShortWay, stamped } from "#api/server/short-way.ts";
import { answerSignIn } from "#api/server/sign-in.ts";
import { answerSmsReceipt } from "#api/server/sms-receipts.ts";
import { answerToken } from "#api/server/token-endpoint.ts";
import { answerUnsubscribe } from "#api/server/unsubscribe.ts";
import type { Deps } from "#api/use-cases/deps.ts";

export type HttpSettings = {
  config: Pick<Config, "mode" | "origins" | "publicUrl" | "channels">;
  deps: Deps;
  graphql: Graphql;
  /** Null: every request goes the long way. */
  shortWay: ShortWay | null;
  identify: Identify;
  people: People;
  machines: Machines;
  tokens: Tokens;
  rateLimits: RateLimits;
  /** Can it answer, as far as it knows? */
  isReady: () => Promise<boolean>;
  /** Is it about to end? Clients are told to come by a new connection then. */
  isClosing: () => boolean;
  metrics: Metrics;
  log: Log;
};

/** Everything the gateway answers over HTTP. */
export function openHttp(settings: HttpSettings): Server {
  const server = createServer(
    { requestTimeout: transportLimits.requestMs, headersTimeout: 5_000 },
    (request, response) => {
      const requestId = requestIdOf(request);
      if (settings.isClosing()) response.setHeader("connection", "close");
      answer(settings, request, response, requestId).catch((error) => {
        refuse(response, error, requestId, settings.log);
      });
    },
  );
  server.keepAliveTimeout = 65_000;
  return server;
}

async function answer(
  settings: HttpSettings,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  if (isShort(request)) return answerGraphql(settings, request, response, requestId);
  stamped(response, { requestId });
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  if (path === "/health/live") return answerJson(response, 200, { alive: true });
  if (path === "/health/ready") return answerReady(settings, response);
  if (path === "/.well-known/jwks.json") return answerJson(response, 200, settings.tokens.keySet);
  if (path.startsWith("/unsubscribe/")) return answerUnsubscribe(settings, request, response, addressOf(request));
  if (path === "/channels/sms") return answerSmsReceipt(settings, request, response);
  requireOrigin(settings.config.origins, request, response);
  if (request.method === "OPTIONS") return void response.writeHead(204).end();
  if (path === "/graphql") return answerGraphql(settings, request, response, requestId);
  if (path.startsWith("/exports/")) return answerExport(settings, request, response, addressOf(request));
  if (path === "/oauth/token") return answerToken(settings, request, response, addressOf(request));
  if (path.startsWith("/api/auth/")) {
    const { people, rateLimits, config } = settings;
    return answerSignIn({ people, rateLimits, publicUrl: config.publicUrl }, request, response, addressOf(request));
  }
  throw new BadRequest(404, "There is nothing here.");
}

async function answerReady({ isReady }: HttpSettings, response: ServerResponse): Promise<void> {
  const ready = await isReady();
  answerJson(response, ready ? 200 : 503, { ready });
}

async function answerGraphql(
  { config, graphql, shortWay, identify, rateLimits, metrics, log }: HttpSettings,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const began = performance.now();
  requireMethod(config.mode, request);
  const found = identify(credentialsOf(request.headers));
  const actor = found instanceof Promise ? await found : found;
  const ip = addressOf(request);
  const counted = rateLimits.take(...callerOf(actor, ip));
  if (counted) await counted;
  requireBodyWithin(actor, request);
  const seen = { operation: "none", outcome: "data" as Outcome };
  const caller = { actor, requestId, ip, seen };
  if (isShort(request)) {
    const body = await readBody(request, SHORT_BODY_MAX_BYTES);
    // Yoga reads a body that was read already from here.
    Object.assign(request, { body });
    if (await shortWay?.(request, response, caller, body)) return told("short");
  }
  await graphql(request, stamped(response, caller), caller);
  told("long");

  function told(way: Way): void {
    const ms = performance.now() - began;
    metrics.operation(seen.operation, way, seen.outcome, ms);
    if (log.isLevelEnabled("debug")) log.debug({ requestId, ...seen, way, ms: Math.round(ms) }, "answered");
  }
}

/** A cookie works on POST only: a link or an image can make a browser GET anything. */
function requireMethod(mode: Config["mode"], request: IncomingMessage): void {
  if (request.method === "POST") return;
  const mayGet = mode === "audit" && request.headers.cookie === undefined;
  if (!mayGet || request.method !== "GET") throw new BadRequest(405, "Send a POST.", { allow: "POST" });
}

function requireBodyWithin(actor: Actor, request: IncomingMessage): void {
  requireLength(request, bodyBytesOf(actor));
  const isUnsaid = request.method === "POST" && request.headers["content-length"] === undefined;
  if (isUnsaid && actor.kind !== "machine") throw new BadRequest(411, "Say the body's length.");
}

function bodyBytesOf({ kind }: Actor): number {
  if (kind === "machine") return transportLimits.machineBodyBytes;
  return kind === "operator" || kind === "partnerStaff" ? transportLimits.staffBodyBytes : transportLimits.bodyBytes;
}

function requireOrigin(origins: readonly string[], request: IncomingMessage, response: ServerResponse): void {
  if (!isOriginAllowed(request, origins)) throw new BadRequest(403, "Pages of this origin may not ask here.");
  allowOrigin(request, response);
}

function refuse(response: ServerResponse, error: unknown, requestId: string, log: Log): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  stamped(response, { requestId });
  const { status, headers, message, extensions } = shownAs(error);
  if (status === 500) log.error({ err: error, requestId }, "a request failed");
  answerJson(response, status, { errors: [{ message, extensions: { ...extensions, requestId } }] }, headers);
}

/** In GraphQL's shape, so that a client has one way to read errors. */
function shownAs(error: unknown): { status: number; headers: object; message: string; extensions: object } {
  if (error instanceof BadRequest) {
    const extensions = { code: error.status === 403 ? "FORBIDDEN" : "BAD_INPUT" };
    return { status: error.status, headers: error.headers, message: error.message, extensions };
  }
  const { message, extensions } = maskError(error);
  const { http, ...shown } = extensions as { http?: { status: number; headers?: object }; code: string };
  return { status: http?.status ?? 500, headers: http?.headers ?? {}, message, extensions: shown };
}

function requestIdOf(request: IncomingMessage): string {
  const sent = request.headers["x-request-id"];
  return typeof sent === "string" && /^[\w-]{8,64}$/.test(sent) ? sent : randomUUID();
}

/** Where a request comes from. Only a proxy on this machine is believed about somebody else's address. */
function addressOf(request: IncomingMessage): string {
  const address = request.socket.remoteAddress ?? "unknown";
  const isLocal = address === "127.0.0.1" || address === "::1" || address === "::ffff:127.0.0.1";
  const forwarded = request.headers["x-forwarded-for"];
  return isLocal && typeof forwarded === "string" ? (forwarded.split(",").at(-1)?.trim() ?? address) : address;
}
