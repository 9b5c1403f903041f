import type { Actor } from "#api/kernel/actor.ts";
import { endOfPiece } from "#api/ledger/accounts.ts";
import { findLastEntry, findLastSettledEntry } from "#api/ledger/read/velocity.ts";
import { addTurnover, turnoverReach } from "#api/ledger/turnover.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

/** Entries added up in one transaction. */
const CHUNK_ENTRIES = 20_000;

/**
 * Adds up what cycles turned over, as far as nothing is still on its way; pages add what came since themselves. Answers in
 * how many chunks.
 */
export async function addUpTurnover(deps: Deps, actor: Actor, chunkEntries = CHUNK_ENTRIES): Promise<number> {
  can(actor, "job:run");
  const { db } = deps;
  let reach = await turnoverReach(db);
  if ((await findLastEntry(db)) <= reach) return 0;
  const settled = await db.$transaction((tx) => findLastSettledEntry(tx));
  let chunks = 0;
  while (reach < settled) {
    const upTo = (await endOfPiece(db, reach, chunkEntries, settled)) ?? settled;
    await db.$transaction((tx) => addTurnover(tx, upTo), LONG_TRANSACTION);
    reach = upTo;
    chunks += 1;
  }
  return chunks;
}
