import { closeHandled, followOwners, type PostedLot } from "#api/ledger/read/handled-lots.ts";
import type { HandledLot, LotRun, Tx } from "#api/sql/rows.ts";

/**
 * Keeps what is done with. A lot that changed hands before its deed came stays open under its new owner; answers those.
 */
export async function settleLots(
  tx: Tx,
  { id: runId }: LotRun,
  posted: readonly PostedLot[],
  at: Date,
): Promise<HandledLot[]> {
  const done = new Set(await closeHandled(tx, runId, posted, at));
  const firsts = posted.map(({ lot }) => lot).filter(({ lotId, doneAt }) => done.has(lotId) && doneAt === null);
  const members = await countNewMembers(tx, runId, firsts);
  const counts = { lotsDone: { increment: firsts.length }, membersDone: { increment: members } };
  await tx.lotRun.update({ where: { id: runId }, data: counts });
  const moved = posted.map(({ lot }) => lot.lotId).filter((id) => !done.has(id));
  if (moved.length === 0) return [];
  await followOwners(tx, runId, moved);
  return tx.handledLot.findMany({ where: { runId, lotId: { in: moved } }, orderBy: { lotId: "asc" } });
}

/** What the run has taken on and not settled. */
export const findOpenLots = (tx: Tx, runId: string): Promise<HandledLot[]> =>
  tx.handledLot.findMany({ where: { runId, isOpen: true }, orderBy: [{ memberId: "asc" }, { lotId: "asc" }] });

/** Members of whom no lot was handled before these. */
async function countNewMembers(tx: Tx, runId: string, firsts: readonly HandledLot[]): Promise<number> {
  const members = [...new Set(firsts.map(({ memberId }) => memberId))];
  const before = await tx.handledLot.findMany({
    where: {
      runId,
      memberId: { in: members },
      doneAt: { not: null },
      lotId: { notIn: firsts.map(({ lotId }) => lotId) },
    },
    distinct: ["memberId"],
    select: { memberId: true },
  });
  return members.length - before.length;
}
