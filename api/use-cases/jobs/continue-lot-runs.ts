import type { Actor } from "#api/kernel/actor.ts";
import type { Movement } from "#api/ledger/movements.ts";
import { findIssuerLots, type IssuerLot } from "#api/ledger/read/issuer-lots.ts";
import type { LotRun } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { operatorShares } from "#api/use-cases/jobs/operator-shares.ts";
import { postChunk } from "#api/use-cases/jobs/post-chunk.ts";
import { isAboutUnfunded } from "#api/use-cases/risk/lot-runs.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

const CHUNK_MEMBERS = 200;

/**
 * Goes on with what is being done to partners' lots, from where it stood. A lot is handled once in a run, whatever
 * breaks off: the deed's key names the run and the lot. Answers how many lots were handled.
 */
export async function continueLotRuns(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const runs = await deps.db.lotRun.findMany({ where: { state: "RUNNING" }, orderBy: { startedAt: "asc" } });
  let handled = 0;
  for (const run of runs) handled += await runThrough(deps, actor, run);
  return handled;
}

async function runThrough(deps: Deps, actor: Actor, run: LotRun): Promise<number> {
  const shares = await operatorShares(deps, deps.clock.now());
  const { partnerId: issuerId } = run;
  const withEmpty = run.kind === "BLOCK_LOTS" || run.kind === "UNBLOCK_LOTS";
  const of = { issuerId, unfunded: isAboutUnfunded(run.kind), withEmpty, take: CHUNK_MEMBERS };
  let { afterMemberId } = run;
  let handled = 0;
  for (;;) {
    const chunk = run.kind === "HONOUR" ? new Map() : await findIssuerLots(deps.db, { ...of, afterMemberId });
    const last = [...chunk.keys()].at(-1);
    if (!last) break;
    const deeds = [...chunk.values()].flat().flatMap((lot: IssuerLot) => {
      const movement = movementFor(run, lot, shares([issuerId]));
      return movement ? [{ about: [run.id, lot.id], movement }] : [];
    });
    await postChunk(deps, actor, "handleLots", deeds);
    deps.reach?.("lots: chunk posted");
    await deps.db.lotRun.update({
      where: { id: run.id },
      data: { afterMemberId: last, lotsDone: { increment: deeds.length }, membersDone: { increment: chunk.size } },
    });
    afterMemberId = last;
    handled += deeds.length;
  }
  await finish(deps, actor, run);
  return handled;
}

/** Null: nothing is to be done about this lot. */
function movementFor(
  { kind, haircutBps }: LotRun,
  lot: IssuerLot,
  shares: ReadonlyMap<string, number>,
): Movement | null {
  const { memberId, id, isBlocked } = lot;
  const lotIds = [id];
  switch (kind) {
    case "HONOUR":
      return null;
    case "HAIRCUT":
      return { kind: "haircut", memberId, lotIds, shareBps: haircutBps ?? 0 };
    case "BLOCK_LOTS":
      return isBlocked ? null : { kind: "blockLots", memberId, lotIds };
    case "UNBLOCK_LOTS":
      return isBlocked ? { kind: "unblockLots", memberId, lotIds } : null;
    case "RUN_OFF":
      return lot.pending + lot.available > 0n ? { kind: "expire", memberId, operatorShareBps: shares, lotIds } : null;
  }
}

async function finish(deps: Deps, actor: Actor, { id, partnerId }: LotRun): Promise<void> {
  const at = deps.clock.now();
  await deps.db.$transaction(async (tx) => {
    const done = { state: "DONE", finishedAt: at } as const;
    const { count } = await tx.lotRun.updateMany({ where: { id, state: "RUNNING" }, data: done });
    if (count === 1)
      await recordStep(tx, actor, { object: "lotRun", objectId: id, partnerId, from: "RUNNING", to: "DONE", at });
  });
}
