import type { Actor } from "#api/kernel/actor.ts";
import { type EntryProof, proveEntries } from "#api/ledger/read/entry-proof.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Entries looked at again, by id; for the operator's ledger readers. */
export async function findEntryProofs(
  { db }: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, EntryProof>> {
  return may(actor, "ledger:read") ? proveEntries(db, ids) : new Map();
}
