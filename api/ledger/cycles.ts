import { newId } from "#api/kernel/ids.ts";
import type { Db } from "#api/sql/client.ts";
import type { Tx } from "#api/sql/rows.ts";

export type CycleState =
  | "OPEN"
  | "CLOSING"
  | "CORRECTING"
  | "NETTED"
  | "IN_REVIEW"
  | "APPROVED"
  | "SETTLING"
  | "SETTLED"
  | "SETTLED_WITH_DEFAULT";

export type CycleRow = {
  id: string;
  seq: number;
  opensAt: Date;
  /** First instant outside. */
  cutoffAt: Date;
  state: CycleState;
  version: number;
  closedBy: string | null;
  closedAt: Date | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  /** When the version's statements were published. */
  publishedAt: Date | null;
  /** What the version was netted from; null before. */
  entryCount: number | null;
  lineCount: number | null;
};

export type ClosingMoment = {
  cycle: CycleRow;
  cutoffAt: Date;
  nextCutoffAt: Date;
  by: string;
  at: Date;
  reason: string | null;
};

/**
 * Ends the open cycle and opens the next, in one call (prisma/sql/15-close.sql), so that tills wait no longer than its
 * two statements and the commit take. The entries of the closed cycle are all committed when this returns. False when
 * somebody else closed it first.
 */
export async function closeAndOpenNext(db: Db, moment: ClosingMoment): Promise<boolean> {
  const { cycle, cutoffAt, nextCutoffAt, by, at, reason } = moment;
  const ids = [newId("transition"), newId("cycle"), newId("transition")];
  const [answer] = await db.$queryRaw<{ closed: boolean }[]>`
    SELECT cycle_close(${cycle.id}, ${cutoffAt}, ${nextCutoffAt}, ${by}, ${reason}, ${at}, ${ids}) AS closed`;
  return answer?.closed === true;
}

/** What a step may write beside the state. */
export type CycleFacts = Partial<Omit<CycleRow, "id" | "seq" | "state" | "opensAt" | "cutoffAt">>;

/** Moves a cycle on; false when it is not, or no longer, where the caller saw it. */
export async function moveCycle(
  tx: Tx,
  cycle: { id: string; state: CycleState; version: number },
  to: CycleState,
  facts: CycleFacts = {},
): Promise<boolean> {
  const { count } = await tx.cycle.updateMany({
    where: { id: cycle.id, state: cycle.state, version: cycle.version },
    data: { state: to, ...facts },
  });
  if (count === 1) await ringCycle(tx, cycle.id);
  return count === 1;
}

/** Whoever watches the cycle hears of it when the transaction commits. */
export async function ringCycle(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('doorbell', ${JSON.stringify({ cycles: [id] })})`;
}

export const findCycle = (db: Tx, id: string): Promise<CycleRow | null> => db.cycle.findUnique({ where: { id } });

export const findCycleBySeq = (db: Tx, seq: number): Promise<CycleRow | null> =>
  db.cycle.findUnique({ where: { seq } });

export const findOpenCycle = (db: Tx): Promise<CycleRow | null> => db.cycle.findFirst({ where: { state: "OPEN" } });

/** Cycles that a step of closing or settling is still to be taken on, oldest first. */
export function findUnfinishedCycles(db: Tx): Promise<CycleRow[]> {
  return db.cycle.findMany({
    where: { state: { in: ["CLOSING", "CORRECTING", "NETTED", "APPROVED", "SETTLING"] } },
    orderBy: { seq: "asc" },
  });
}

export async function findCycles(db: Tx, ids: readonly string[]): Promise<Map<string, CycleRow>> {
  const rows = await db.cycle.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Newest first, from below `beforeSeq`. */
export function listCycles(
  db: Tx,
  { beforeSeq, take }: { beforeSeq: number | null; take: number },
): Promise<CycleRow[]> {
  return db.cycle.findMany({
    ...(beforeSeq === null ? {} : { where: { seq: { lt: beforeSeq } } }),
    orderBy: { seq: "desc" },
    take,
  });
}
