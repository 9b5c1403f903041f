import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import * as ledger from "#api/ledger/cycles.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Cycles by id; for members there are none. */
export async function findCycles(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, ledger.CycleRow>> {
  return may(actor, "cycle:read") ? ledger.findCycles(deps.db, ids) : new Map();
}

/** Newest first; the cursor is the cycle's number. */
export async function listCycles(deps: Deps, actor: Actor, { first, after }: PageArgs): Promise<Page<ledger.CycleRow>> {
  can(actor, "cycle:read");
  const beforeSeq = after === null ? null : Number.parseInt(after, 10) || 0;
  return pageOf(await ledger.listCycles(deps.db, { beforeSeq, take: first + 1 }), first);
}

/** The one that takes entries now. */
export async function readOpenCycle(deps: Deps, actor: Actor): Promise<ledger.CycleRow | null> {
  can(actor, "cycle:read");
  return ledger.findOpenCycle(deps.db);
}

/** The cycle before each; absent for the first. */
export async function findPreviousCycles(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, ledger.CycleRow>> {
  const seqs = [...(await findCycles(deps, actor, ids))].map(([id, { seq }]) => [id, seq - 1] as const);
  const rows = await deps.db.cycle.findMany({ where: { seq: { in: seqs.map(([, seq]) => seq) } } });
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return new Map(
    seqs.flatMap(([id, seq]): [string, ledger.CycleRow][] => {
      const before = bySeq.get(seq);
      return before ? [[id, before]] : [];
    }),
  );
}
