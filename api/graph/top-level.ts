import { GraphQLError } from "graphql";
import { AccessDenied } from "#api/kernel/access.ts";

/** Codes of the top-level `errors`: what the screen cannot fix. Everything a caller can act on is a refusal. */
export const topLevelCodes = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "BAD_INPUT",
  "TOO_COMPLEX",
  "RATE_LIMITED",
  "PERSISTED_ONLY",
  "INTERNAL",
] as const;

export type TopLevelCode = (typeof topLevelCodes)[number];

/** An error of the request as a whole, shown as it is. */
export function topLevel(code: TopLevelCode, message: string, facts: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { ...facts, code } });
}

/** For arguments and scalars whose shape is wrong. */
export function badInput(message: string): GraphQLError {
  return topLevel("BAD_INPUT", message);
}

/** An access error as the client sees it; null for anything else. */
export function accessError(error: unknown): GraphQLError | null {
  return error instanceof AccessDenied ? topLevel(error.code, error.message) : null;
}
