import type { IncomingMessage, ServerResponse } from "node:http";
import type { ExecutionResult } from "graphql";
import { type Caller, type Graphql, nameOf } from "#api/server/graphql.ts";
import type { Params, Prepare } from "#api/server/prepared.ts";

/** What tills send is smaller; what is larger is rare enough for the long way. */
export const SHORT_BODY_MAX_BYTES = 64 * 1024;

/** Answers the request if it is an ordinary one; false: nothing was done, and it is left to the long way. */
export type ShortWay = (
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller,
  body: Buffer,
) => Promise<boolean>;

/**
 * Into the pipeline of `graphql.ts` below Yoga's fetch layer, which costs more than everything under it: same rules, same
 * limits, same context. Only what is well-formed and valid goes this way, and only data comes back on it; every error is
 * worded by Yoga, before execution by letting it look at the request anew, after by handing it the result.
 */
export function openShortWay(graphql: Graphql, prepare: Prepare): ShortWay {
  return async (request, response, caller, body) => {
    const mediaType = mediaTypeOf(request.headers.accept);
    const params = mediaType && paramsOf(body);
    const prepared = params && prepare(params, caller);
    if (!prepared) return false;
    if (caller.seen) caller.seen.operation = nameOf(prepared.operation);
    const result = await prepared.run();
    if (result.errors || !result.data)
      await graphql(request, stamped(response, caller), { ...caller, answered: result });
    else answerData(response, { mediaType, caller }, result.data);
    return true;
  };
}

/** What every answer says of itself, whoever gives it. */
export function stamped(response: ServerResponse, { requestId }: Pick<Caller, "requestId">): ServerResponse {
  response.setHeader("x-request-id", requestId);
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("vary", "origin");
  return response;
}

/** Whether a request looks like one for the short way, before its body is read: a program's, not a page's of another origin. */
export function isShort({ method, url, headers }: IncomingMessage): boolean {
  const length = Number(headers["content-length"] ?? Number.NaN);
  const type = headers["content-type"];
  const isJson = type === "application/json" || type === "application/json; charset=utf-8";
  return (
    method === "POST" &&
    url === "/graphql" &&
    headers.origin === undefined &&
    isJson &&
    length > 0 &&
    length <= SHORT_BODY_MAX_BYTES
  );
}

/** As Yoga chooses: the first of its own media types that is asked for, JSON when anything will do. */
function mediaTypeOf(accept = "*/*"): string | null {
  for (const asked of accept.split(",")) {
    const type = asked.trim().toLowerCase();
    if (type === "*/*" || type === "application/json") return "application/json";
    if (type === "application/graphql-response+json") return type;
    if (type.includes(";") || type.includes("*")) return null;
  }
  return null;
}

const known = new Set(["query", "variables", "operationName", "extensions"]);

function paramsOf(body: Buffer): Params | null {
  const sent = parsedOf(body);
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) return null;
  const { query, variables, operationName, extensions } = sent as Record<string, unknown>;
  const isOrdinary =
    Object.keys(sent).every((name) => known.has(name)) &&
    (query === undefined || typeof query === "string") &&
    [variables, extensions].every((one) => one == null || (typeof one === "object" && !Array.isArray(one))) &&
    (operationName == null || typeof operationName === "string");
  return isOrdinary ? (sent as Params) : null;
}

function parsedOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}

type Wording = { mediaType: string; caller: Caller };

/** Headers and body in one go: a response that is written twice costs the kernel twice. */
function answerData(
  response: ServerResponse,
  { mediaType, caller }: Wording,
  data: NonNullable<ExecutionResult["data"]>,
): void {
  const body = JSON.stringify({ data });
  response.writeHead(200, [
    ...["x-request-id", caller.requestId],
    ...["x-content-type-options", "nosniff"],
    ...["vary", "origin"],
    ...["content-type", `${mediaType}; charset=utf-8`],
    ...["content-length", String(Buffer.byteLength(body))],
  ]);
  response.end(body);
}
