import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
} from "graphql";
import { isFixedCost } from "#api/graph/connection.ts";
import type { Actor } from "#api/kernel/actor.ts";
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

/** A document that is valid for whoever asked; which of its operations answered without an error, and cost the same again. */
type Known = { document: DocumentNode; isFixedCost: boolean; measured: Set<OperationDefinitionNode> };

/**
 * Documents that went through the whole pipeline once: allow-list, parser and all rules. What the pipeline does for every
 * request is done here by the same functions: variables are looked at, the context is made, the deadline is kept.
 */
export function openPrepared(graphql: Graphql, settings: GraphqlSettings): Prepare {
  const { schema, config, operations } = settings;
  /** By who may ask, for in production people may ask less than machines; then by what was sent. */
  const known = { people: new Map<string, Known>(), machines: new Map<string, Known>() };

  function find(params: Params, caller: Caller): Known | null {
    const ours = known[classOf(caller.actor)];
    const sent = params.query ?? "";
    const before = sent === "" ? null : ours.get(sent);
    if (before) return before;
    const document = validDocument(() => {
      const { parse, validate } = graphql.getEnveloped({ ...caller, params });
      const parsed: DocumentNode = parse(textOf(params, caller.actor, config.mode, operations) ?? "");
      return { parsed, errors: validate(schema, parsed) };
    });
    if (!document) return null;
    const found = { document, isFixedCost: isFixedCost(document), measured: new Set<OperationDefinitionNode>() };
    if (sent !== "") keep(ours, sent, found);
    return found;
  }

  return (params, caller) => {
    const found = find(params, caller);
    const operation = found && getOperationAST(found.document, params.operationName);
    if (!operation || operation.operation === "subscription") return null;
    return { operation, run: () => run(found, { operation, params, caller }) };
  };

  type Asking = { operation: OperationDefinitionNode; params: Params; caller: Caller };

  async function run({ document, isFixedCost, measured }: Known, { operation, params, caller }: Asking) {
    const { operationName, variables: variableValues } = params;
    const refused = refuseUnstorable(variableValues);
    if (refused) return masked(refused);
    const contextValue = await contextOf(settings, caller, measured.has(operation));
    const result = await executeInTime({ schema, document, operationName, variableValues, contextValue });
    if (isFixedCost && !result.errors) measured.add(operation);
    return masked(result);
  }
}

const masked = (result: ExecutionResult): ExecutionResult =>
  result.errors ? { ...result, errors: result.errors.map(maskError) } : result;

const classOf = ({ kind }: Actor) => (kind === "machine" ? "machines" : "people");

function keep(known: Map<string, Known>, text: string, found: Known): void {
  const [oldest] = known.keys();
  if (known.size >= KNOWN_MAX && oldest !== undefined) known.delete(oldest);
  known.set(text, found);
}

function validDocument(read: () => { parsed: DocumentNode; errors: readonly GraphQLError[] }): DocumentNode | null {
  try {
    const { parsed, errors } = read();
    return errors.length === 0 ? parsed : null;
  } catch {
    return null;
  }
}
