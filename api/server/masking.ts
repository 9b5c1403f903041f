import { GraphQLError } from "graphql";
import { accessError, type TopLevelCode, topLevel, topLevelCodes } from "#api/graph/top-level.ts";
import type { Log } from "#api/server/log.ts";
import { databaseAway, isPassing } from "#api/server/passing.ts";

/** The status that goes with a code, where a client should see one. */
const statusOf: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, RATE_LIMITED: 429 };

/** What really happened behind an INTERNAL, until the result is logged under its request's id. */
const causes = new WeakMap<GraphQLError, unknown>();

/** What a client learns of an error: its own mistakes in full, ours not at all. */
export function maskError(error: unknown): GraphQLError {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const meant = accessError(original) ?? (original instanceof GraphQLError ? original : null);
  if (!meant) {
    const masked = shown(error, isPassing(original) ? databaseAway() : topLevel("INTERNAL", WRONG_HERE));
    causes.set(masked, original);
    return masked;
  }
  // A variable's error names the variable; what our scalar said is inside it.
  const message = error instanceof GraphQLError && original instanceof GraphQLError ? error.message : meant.message;
  return shown(error, topLevel(codeOf(meant), message, meant.extensions));
}

const WRONG_HERE = "Something went wrong here; name the request id when you ask.";
/** The request's id in every error, and in the log with what was masked. */
export function stamped<Result extends { errors?: readonly GraphQLError[] | undefined; data?: unknown }>(
  result: Result,
  requestId: string,
  log: Log,
): Result {
  if (!result.errors) return result;
  return { ...result, errors: result.errors.map((error) => stamp(error, requestId, result.data === undefined, log)) };
}

function stamp(error: GraphQLError, requestId: string, isWhole: boolean, log: Log): GraphQLError {
  const cause = causes.get(error);
  if (cause !== undefined) log.error({ err: cause, requestId, path: error.path }, "a request failed");
  const failed = cause !== undefined && isWhole && !("http" in error.extensions) ? { http: { status: 500 } } : {};
  return shown(error, new GraphQLError(error.message, { extensions: { ...error.extensions, ...failed, requestId } }));
}

function shown(at: unknown, meant: GraphQLError): GraphQLError {
  const code = codeOf(meant);
  const status = statusOf[code];
  const place =
    at instanceof GraphQLError ? { nodes: at.nodes ?? null, source: at.source ?? null, path: at.path ?? null } : {};
  const extensions = { ...(status ? { http: { status } } : {}), ...meant.extensions, code };
  return new GraphQLError(withoutSuggestions(meant.message), { ...place, positions: positionsOf(at), extensions });
}

function positionsOf(at: unknown): readonly number[] | null {
  return at instanceof GraphQLError ? (at.positions ?? null) : null;
}

/** Ours; what a library says in words of its own is about what was sent. */
function codeOf({ extensions }: GraphQLError): TopLevelCode {
  return topLevelCodes.find((code) => code === extensions["code"]) ?? "BAD_INPUT";
}

/** "Did you mean …" spells out a schema that is not shown. */
function withoutSuggestions(message: string): string {
  return message.replace(/ ?Did you mean .*\?$/s, "");
}
