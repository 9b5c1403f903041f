import type { Actor } from "#api/kernel/actor.ts";
import { addUpPiece, endOfPiece, lastPiece } from "#api/ledger/accounts.ts";
import { findLastSettledEntry } from "#api/ledger/read/velocity.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

/** As many entries as are added up again at every look. */
const PIECE_ENTRIES = 50_000;

/**
 * Writes down where accounts stand, piece by piece of the ledger, once a piece is whole and nothing in it is still on
 * its way. Answers how many pieces it added up.
 */
export async function addUpAccounts(deps: Deps, actor: Actor, pieceEntries = PIECE_ENTRIES): Promise<number> {
  can(actor, "job:run");
  const { db } = deps;
  if ((await endOfPiece(db, await lastPiece(db), pieceEntries, MAX_ORD)) === null) return 0;
  const settled = await db.$transaction((tx) => findLastSettledEntry(tx));
  let pieces = 0;
  while (await addUpNext(deps, pieceEntries, settled)) pieces += 1;
  return pieces;
}

const MAX_ORD = 2n ** 63n - 1n;

function addUpNext({ db }: Deps, pieceEntries: number, settled: bigint): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // Two at once would add up the same piece: the second waits and begins where the first ended.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('zgoda account balances', 0))`;
    const after = await lastPiece(tx);
    const upTo = await endOfPiece(tx, after, pieceEntries, settled);
    if (upTo === null) return false;
    await addUpPiece(tx, { after, upTo });
    return true;
  }, LONG_TRANSACTION);
}
