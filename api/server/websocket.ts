import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type ExecutionArgs, type GraphQLError, type GraphQLFormattedError, getOperationAST } from "graphql";
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, type ServerOptions, type SubscribePayload } from "graphql-ws";
import type { Extra } from "graphql-ws/use/ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { Context } from "#api/graph/context.ts";
import { transportLimits } from "#api/graph/limits.ts";
import { badInput, topLevel } from "#api/graph/top-level.ts";
import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { Config } from "#api/server/config.ts";
import type { Graphql } from "#api/server/graphql.ts";
import { type Credentials, credentialsOf, type Identify } from "#api/server/identify.ts";
import type { Log } from "#api/server/log.ts";
import { maskError, stamped } from "#api/server/masking.ts";
import type { Metrics } from "#api/server/metrics.ts";
import { type Operations, textOf } from "#api/server/operations.ts";
import { isOriginAllowed } from "#api/server/origins.ts";
import { callerOf, type RateLimits } from "#api/server/rate-limits.ts";
import { slowSockets } from "#api/server/slow-sockets.ts";
import { serveSockets } from "#api/server/socket-transport.ts";

export type WebsocketSettings = {
  server: Server;
  config: Pick<Config, "mode" | "origins">;
  graphql: Graphql;
  identify: Identify;
  operations: Operations;
  rateLimits: RateLimits;
  metrics: Metrics;
  log: Log;
};

type Callers = Map<WebSocket, { credentials: Credentials; actor: Actor }>;
type Options = ServerOptions<Record<string, unknown>, Extra>;
/** The arguments bring the pipeline's own way to run them. */
type Prepared = ExecutionArgs & { subscribe: NonNullable<Options["subscribe"]> };

/** Subscriptions, through the same pipeline as HTTP and under the same limits. */
export function openWebsocket(settings: WebsocketSettings): { close(): Promise<void> } {
  const callers: Callers = new Map();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: transportLimits.messageBytes,
    handleProtocols: (offered) => (offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false),
  });
  settings.server.on("upgrade", (request, socket, head) => {
    if (!isWelcome(request, settings.config.origins)) return refuseUpgrade(socket);
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit("connection", opened, request));
  });
  const { log } = settings;
  const served = serveSockets(optionsOf(settings, callers), sockets, { pingMs: transportLimits.socketPingMs, log });
  const isTooSlow = slowSockets();
  const cutSlow = () => {
    for (const socket of sockets.clients) if (isTooSlow(socket, performance.now())) settings.metrics.socketTooSlow();
  };
  const watch = setInterval(() => {
    cutSlow();
    void recheck(callers, settings.identify);
  }, transportLimits.socketCheckMs).unref();
  sockets.on("connection", (socket) => {
    settings.metrics.socketOpened();
    socket.once("close", settings.metrics.socketClosed);
  });
  return {
    close: async () => {
      clearInterval(watch);
      await served.dispose();
    },
  };
}

function optionsOf(settings: WebsocketSettings, callers: Callers): Options {
  const { identify, log } = settings;
  return {
    connectionInitWaitTimeout: transportLimits.socketInitMs,
    onConnect: async ({ connectionParams, extra }) => {
      const credentials = credentialsFrom(connectionParams, extra.request);
      const actor = await whoIs(identify, credentials);
      // False closes with 4403; 4401 would tell the client that it spoke too early.
      if (actor.kind === "anonymous") return false;
      callers.set(extra.socket, { credentials, actor });
      return true;
    },
    onSubscribe: async ({ extra, subscriptions }, _id, payload) => {
      const requestId = randomUUID();
      try {
        if (Object.keys(subscriptions).length > transportLimits.subscriptionsPerSocket) throw tooMany();
        const prepared = await prepare(settings, callers, extra, { payload, requestId });
        return Array.isArray(prepared) ? masked(prepared, requestId, log) : prepared;
      } catch (error) {
        return masked([error], requestId, log);
      }
    },
    onError: (_context, _id, _payload, errors) => masked(errors, randomUUID(), log).map(forSocket),
    onNext: (_context, _id, _payload, { contextValue }, result) => {
      const { data = null, errors } = stamped(result, (contextValue as Context).requestId, log);
      return { data, ...(errors ? { errors: errors.map(forSocket) } : {}) };
    },
    onClose: ({ extra }) => void callers.delete(extra.socket),
    subscribe: (args) => (args as Prepared).subscribe(args),
  };
}

type Message = { payload: SubscribePayload; requestId: string };

/** The operation, ready to run, or why not. Everything HTTP would check is checked by the same code. */
async function prepare(
  { graphql, operations, config, rateLimits }: WebsocketSettings,
  callers: Callers,
  { socket, request }: Extra,
  { payload, requestId }: Message,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const caller = callers.get(socket);
  if (!caller) throw topLevel("UNAUTHENTICATED", "The connection is closing.");
  await rateLimits.take(...callerOf(caller.actor, request.socket.remoteAddress ?? "unknown"));
  const text = textOf(
    { query: payload.query || undefined, extensions: payload.extensions ?? undefined },
    caller.actor,
    config.mode,
    operations,
  );
  if (text === undefined) throw badInput("Send an operation.");
  const { parse, validate, contextFactory, schema, subscribe } = graphql.getEnveloped({
    actor: caller.actor,
    requestId,
    ip: request.socket.remoteAddress ?? null,
  });
  const document = parse(text);
  const errors = validate(schema, document);
  if (errors.length > 0) return errors;
  if (getOperationAST(document, payload.operationName)?.operation !== "subscription") {
    throw badInput("Only subscriptions are answered here; send queries and mutations over HTTP.");
  }
  const contextValue = (await contextFactory()) as Context;
  // A subscription outlives the moment: each event is decided for whoever the socket's caller is by then.
  Object.defineProperty(contextValue, "actor", { get: () => callers.get(socket)?.actor ?? { kind: "anonymous" } });
  const { operationName, variables: variableValues } = payload;
  return { schema, document, operationName, variableValues, contextValue, subscribe } as unknown as Prepared;
}

/** A revoked key, an ended session, a lost role: the socket closes. */
async function recheck(callers: Callers, identify: Identify): Promise<void> {
  await Promise.all(
    [...callers].map(async ([socket, caller]) => {
      const actor = await whoIs(identify, caller.credentials);
      if (actorRef(actor) === actorRef(caller.actor)) caller.actor = actor;
      else socket.close(CloseCode.Forbidden, "Forbidden");
    }),
  );
}

/** Whoever cannot be identified is nobody here: the socket closes. */
async function whoIs(identify: Identify, credentials: Credentials): Promise<Actor> {
  try {
    return await identify(credentials);
  } catch {
    return { kind: "anonymous" };
  }
}

/** A machine brings its key in `connection_init`, a browser its cookie in the upgrade. */
function credentialsFrom(params: Readonly<Record<string, unknown>> | undefined, request: IncomingMessage): Credentials {
  const upgrade = credentialsOf(request.headers);
  const authorization = params?.["authorization"];
  const as = params?.["as"];
  return {
    ...upgrade,
    ...(typeof authorization === "string" ? { authorization } : {}),
    ...(typeof as === "string" ? { as } : {}),
  };
}

function isWelcome(request: IncomingMessage, origins: readonly string[]): boolean {
  return (request.url ?? "").split("?", 1)[0] === "/graphql" && isOriginAllowed(request, origins);
}

function refuseUpgrade(socket: Duplex): void {
  socket.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
}

function tooMany(): GraphQLError {
  const allowed = transportLimits.subscriptionsPerSocket;
  return topLevel("TOO_COMPLEX", `A socket carries at most ${allowed} subscriptions.`, {
    limit: "subscriptions",
    allowed,
  });
}

function masked(errors: readonly unknown[], requestId: string, log: Log): readonly GraphQLError[] {
  return stamped({ errors: errors.map(maskError) }, requestId, log).errors;
}

/** An error without what only HTTP can use. */
function forSocket(error: GraphQLError): GraphQLFormattedError {
  const { http: _http, ...extensions } = error.extensions;
  return { ...error.toJSON(), extensions };
}
