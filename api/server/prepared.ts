import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
} from "graphql";
import type { Actor } from "#api/kernel/actor.ts";
import type { Config } from "#api/server/config.ts";
import { type Caller, contextOf, type Graphql, type GraphqlSettings } from "#api/server/graphql.ts";
import { executeInTime } from "#api/server/limit-rules.ts";
import { maskError } from "#api/server/masking.ts";
import { type Asked, textOf } from "#api/server/operations.ts";
import { refuseUnstorable } from "#api/server/storable-text.ts";

const KNOWN_MAX = 1_000;

export type Params = Asked & { variables?: Record<string, unknown> | null; operationName?: string | null };

/** An operation that may be run for whoever asked; `run` answers what the long way would have before it is worded. */
export type Prepared = { operation: OperationDefinitionNode; run(): Promise<ExecutionResult> };

/** Null: it may not, or there is something unusual about it; Yoga says what. */
export type Prepare = (params: Params, caller: Caller) => Prepared | null;

/**
 * Documents that went through the whole pipeline once: allow-list, parser and all rules. What the pipeline does for every
 * request is done here by the same functions: variables are looked at, the context is made, the deadline is kept.
 */
export function openPrepared(graphql: Graphql, settings: GraphqlSettings & { config: Pick<Config, "mode"> }): Prepare {
  const { schema, config, operations } = settings;
  /** By who may ask, for in production people may ask less than machines; then by what was sent. */
  const known = { people: new Map<string, DocumentNode>(), machines: new Map<string, DocumentNode>() };

  function documentOf(params: Params, caller: Caller): DocumentNode | null {
    const ours = known[classOf(caller.actor)];
    const sent = params.query ?? "";
    const document = sent === "" ? null : ours.get(sent);
    if (document) return document;
    const valid = validDocument(() => {
      const { parse, validate } = graphql.getEnveloped({ ...caller, params });
      const parsed: DocumentNode = parse(textOf(params, caller.actor, config.mode, operations) ?? "");
      return { parsed, errors: validate(schema, parsed) };
    });
    if (valid && sent !== "") keep(ours, sent, valid);
    return valid;
  }

  return (params, caller) => {
    const document = documentOf(params, caller);
    const operation = document && getOperationAST(document, params.operationName);
    if (!operation || operation.operation === "subscription") return null;
    const { operationName, variables: variableValues } = params;
    const run = async (): Promise<ExecutionResult> => {
      const contextValue = await contextOf(settings, caller);
      const refused = refuseUnstorable(variableValues);
      const args = { schema, document, operationName, variableValues, contextValue };
      return masked(refused ?? (await executeInTime(args)));
    };
    return { operation, run };
  };
}

const masked = (result: ExecutionResult): ExecutionResult =>
  result.errors ? { ...result, errors: result.errors.map(maskError) } : result;

const classOf = ({ kind }: Actor) => (kind === "machine" ? "machines" : "people");

function keep(known: Map<string, DocumentNode>, text: string, document: DocumentNode): void {
  const [oldest] = known.keys();
  if (known.size >= KNOWN_MAX && oldest !== undefined) known.delete(oldest);
  known.set(text, document);
}

function validDocument(read: () => { parsed: DocumentNode; errors: readonly GraphQLError[] }): DocumentNode | null {
  try {
    const { parsed, errors } = read();
    return errors.length === 0 ? parsed : null;
  } catch {
    return null;
  }
}
