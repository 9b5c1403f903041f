import { useCSRFPrevention as csrfPrevention } from "@graphql-yoga/plugin-csrf-prevention";
import { type ExecutionResult, type GraphQLSchema, getOperationAST, type OperationDefinitionNode } from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import type { Context, Currency, Doorbells } from "#api/graph/context.ts";
import { transportLimits } from "#api/graph/limits.ts";
import { topLevel } from "#api/graph/top-level.ts";
import { type Actor, personOf } from "#api/kernel/actor.ts";
import type { Config } from "#api/server/config.ts";
import { knownDocuments } from "#api/server/known-documents.ts";
import { limitsPlugin } from "#api/server/limit-rules.ts";
import type { Log } from "#api/server/log.ts";
import { maskError, stamped } from "#api/server/masking.ts";
import type { Metrics, Outcome } from "#api/server/metrics.ts";
import { type Operations, textOf } from "#api/server/operations.ts";
import { storableText } from "#api/server/storable-text.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** What a transport knows of a request before GraphQL begins. */
export type Caller = {
  actor: Actor;
  requestId: string;
  ip: string | null;
  /** What came of it on the short way, to be put into words; nothing is executed then. */
  answered?: ExecutionResult;
  /** What is learned of the request on its way, for the metrics. */
  seen?: { operation: string; outcome: Outcome };
};

export type GraphqlSettings = {
  config: Pick<Config, "mode">;
  deps: Deps;
  doorbells: Doorbells;
  currency: () => Promise<Currency>;
  operations: Operations;
  log: Log;
  schema: GraphQLSchema;
  metrics: Metrics;
};

/**
 * The pipeline that every transport goes through: allow-list, limits, context, masking. HTTP enters by the request,
 * WebSocket and the short way (`short-way.ts`) by `getEnveloped`.
 */
export function openGraphql(settings: GraphqlSettings) {
  const { config, operations, log, schema, metrics } = settings;
  const open = config.mode !== "production";
  return createYoga<Caller, Context>({
    schema,
    graphqlEndpoint: "/graphql",
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    batching: false,
    logging: false,
    parserAndValidationCache: false,
    maxRequestBodySize: Math.max(transportLimits.machineBodyBytes, transportLimits.staffBodyBytes),
    context: (caller) => contextOf(settings, caller),
    maskedErrors: { maskError },
    plugins: [
      csrfPrevention({ requestHeaders: open ? ["x-graphql-yoga-csrf", "accept"] : ["x-graphql-yoga-csrf"] }),
      jsonOnly(),
      allowList(config, operations),
      limitsPlugin(config.mode),
      storableText(),
      knownDocuments(config.mode),
      stampPlugin(log, metrics),
    ],
  });
}

export type Graphql = ReturnType<typeof openGraphql>;

/** What resolvers are given; made anew for each request. */
export async function contextOf(
  { deps, currency, doorbells, metrics }: Pick<GraphqlSettings, "deps" | "currency" | "doorbells" | "metrics">,
  { actor, requestId, ip }: Caller,
  isMeasured = false,
): Promise<Context> {
  const acting = personOf(actor) ? { ...actor, via: { requestId, ip } } : actor;
  const mine = { actor: acting, requestId, loaders: new Map(), isMeasured };
  return { deps, currency: await currency(), doorbells, refused: metrics.refused, ...mine };
}

function jsonOnly(): Plugin {
  return {
    onRequestParse({ request }) {
      if (request.method === "GET") return;
      const type = request.headers.get("content-type") ?? "";
      if (/^application\/(json|graphql\+json)\b/i.test(type)) return;
      throw topLevel("BAD_INPUT", "Send application/json.", { http: { status: 415 } });
    },
  };
}

/** The last word on what leaves by HTTP. */
function stampPlugin(log: Log, metrics: Metrics): Plugin {
  return {
    onExecute({ args: { document, operationName }, context }) {
      const { seen } = context as unknown as Caller;
      if (seen) seen.operation = nameOf(getOperationAST(document, operationName));
    },
    onResultProcess({ result, setResult, serverContext }) {
      const { requestId, seen } = serverContext as unknown as Caller;
      if (Array.isArray(result) || !("errors" in result) || !result.errors) return;
      if (seen) seen.outcome = "errors";
      const worded = stamped(result, requestId, log);
      for (const { extensions } of worded.errors ?? []) metrics.refused(String(extensions["code"]));
      setResult(worded);
    },
  };
}

/** What the operation is called; clients that give no name are one. */
export const nameOf = (operation: OperationDefinitionNode | null | undefined): string =>
  operation?.name?.value ?? "unnamed";

/** The hash becomes its text before anything else looks at the request. */
function allowList({ mode }: Pick<Config, "mode">, operations: Operations): Plugin<Caller> {
  return {
    onParams({ params, setParams, setResult, context }) {
      const { actor, answered } = context as unknown as Caller;
      if (answered) setResult(answered);
      const query = textOf(params, actor, mode, operations);
      if (query !== undefined && query !== params.query) setParams({ ...params, query });
    },
  };
}
