import type { GraphQLError } from "graphql";
import { topLevel } from "#api/graph/top-level.ts";

const AWAY_SECONDS = 1;

/** The database is away, full or held up: what was asked was not at fault, and may be asked again under its key. */
export function databaseAway(): GraphQLError {
  return topLevel("INTERNAL", `The database does not answer at present; go on in ${AWAY_SECONDS} s.`, {
    retryAfterSeconds: AWAY_SECONDS,
    http: { status: 503, headers: { "retry-after": String(AWAY_SECONDS) } },
  });
}

/** PostgreSQL's states of connection, resources, operator intervention and lock time-out; the system's; Prisma's for them. */
const states = /^((08|53|57)[0-9A-Z]{3}|55P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|P1001|P1002|P1008|P1017|P2024)$/;
/** What pools and drivers say without a code. */
const words = /timeout exceeded when trying to connect|Connection terminated|Query read timeout/;
const CAUSES_MAX = 5;

/** Whether a fault is of the moment, not of what was asked; looked for in what caused it too. */
export function isPassing(fault: unknown, depth = 0): boolean {
  if (typeof fault !== "object" || fault === null || depth === CAUSES_MAX) return false;
  const { code, originalCode, message, cause, meta } = fault as Record<string, unknown>;
  if ([code, originalCode].some((one) => typeof one === "string" && states.test(one))) return true;
  if (typeof message === "string" && words.test(message)) return true;
  const within =
    typeof meta === "object" && meta !== null && "driverAdapterError" in meta ? meta.driverAdapterError : null;
  return isPassing(cause, depth + 1) || isPassing(within, depth + 1);
}
