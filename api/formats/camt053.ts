import type { BankStatementMessage } from "#api/formats/bank-statement.ts";

/**
 * Reads a camt.053 message (variants .02 and later) wholly or not at all. `currency`: the only one that is taken.
 * Throws UnreadableFile.
 */
export function readCamt053(_xml: string | Uint8Array, _expected: { currency: string }): BankStatementMessage {
  throw new Error("readCamt053 is being written");
}
