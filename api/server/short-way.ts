import type { IncomingMessage, ServerResponse } from "node:http";
import { type DocumentNode, type ExecutionResult, type GraphQLError, getOperationAST } from "graphql";
import type { Config } from "#api/server/config.ts";
import type { Caller, Graphql } from "#api/server/graphql.ts";
import { type Asked, type Operations, textOf } from "#api/server/operations.ts";

/** What tills send is smaller; what is larger is rare enough for the long way. */
export const SHORT_BODY_MAX_BYTES = 64 * 1024;

type Settings = { config: Pick<Config, "mode">; graphql: Graphql; operations: Operations };
type Params = Asked & { variables?: Record<string, unknown> | null; operationName?: string | null };

/** Answers the request if it is an ordinary one; false: nothing was done, and it is left to the long way. */
export type ShortWay = (
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller,
  body: Buffer,
) => Promise<boolean>;

/**
 * Into the pipeline of `graphql.ts` below Yoga's fetch layer, which costs more than everything under it: same plugins,
 * same limits, same context. Only what is well-formed and valid goes this way, and only data comes back on it; every
 * error is worded by Yoga, before execution by letting it look at the request anew, after by handing it the result.
 */
export function openShortWay({ config, graphql, operations }: Settings): ShortWay {
  return async (request, response, caller, body) => {
    const mediaType = mediaTypeOf(request.headers.accept);
    const params = paramsOf(body);
    if (!mediaType || !params) return false;
    const { parse, validate, contextFactory, execute, schema } = graphql.getEnveloped({ ...caller, params });
    const document = validDocument(() => {
      const text = textOf(params, caller.actor, config.mode, operations) ?? "";
      const parsed: DocumentNode = parse(text);
      return { parsed, errors: validate(schema, parsed) };
    });
    const operation = document && getOperationAST(document, params.operationName);
    if (!operation || operation.operation === "subscription") return false;
    const contextValue = await contextFactory();
    const { operationName, variables: variableValues } = params;
    const result: ExecutionResult = await execute({ schema, document, operationName, variableValues, contextValue });
    if (result.errors || !result.data) await graphql(request, response, { ...caller, answered: result });
    else answerData(response, mediaType, result.data);
    return true;
  };
}

/** Whether a request looks like one for the short way, before its body is read. */
export function isShort({ method, headers }: IncomingMessage): boolean {
  const length = Number(headers["content-length"] ?? Number.NaN);
  const isJson = /^application\/json(; ?charset=utf-8)?$/.test(headers["content-type"] ?? "");
  return method === "POST" && isJson && length > 0 && length <= SHORT_BODY_MAX_BYTES;
}

function validDocument(read: () => { parsed: DocumentNode; errors: readonly GraphQLError[] }): DocumentNode | null {
  try {
    const { parsed, errors } = read();
    return errors.length === 0 ? parsed : null;
  } catch {
    return null;
  }
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

function answerData(response: ServerResponse, mediaType: string, data: NonNullable<ExecutionResult["data"]>): void {
  const body = Buffer.from(JSON.stringify({ data }));
  response.writeHead(200, { "content-type": `${mediaType}; charset=utf-8`, "content-length": body.length });
  response.end(body);
}
