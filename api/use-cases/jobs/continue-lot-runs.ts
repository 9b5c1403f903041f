import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import type { Movement } from "#api/ledger/movements.ts";
import type { PostedLot } from "#api/ledger/read/handled-lots.ts";
import { BEFORE_ALL, claimLots } from "#api/ledger/read/lots-to-handle.ts";
import type { HandledLot, LotRun } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { operatorShares } from "#api/use-cases/jobs/operator-shares.ts";
import { findOpenLots, settleLots } from "#api/use-cases/risk/settle-lots.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

const CHUNK_LOTS = 500;

/**
 * Goes on with what is being done to partners' lots, sweep after sweep: meanwhile points are transferred to members
 * whose turn has passed, and members are merged. A run is over when at one instant no lot is left to handle. Answers
 * how many lots were handled.
 */
export async function continueLotRuns(deps: Deps, actor: Actor, chunkLots = CHUNK_LOTS): Promise<number> {
  can(actor, "job:run");
  const runs = await deps.db.lotRun.findMany({ where: { state: "RUNNING" }, orderBy: { startedAt: "asc" } });
  let handled = 0;
  for (const run of runs) {
    await runThrough(deps, actor, run, chunkLots);
    const { lotsDone } = await deps.db.lotRun.findUniqueOrThrow({ where: { id: run.id } });
    handled += lotsDone - run.lotsDone;
    await finish(deps, actor, run);
  }
  return handled;
}

async function runThrough(deps: Deps, actor: Actor, run: LotRun, chunkLots: number): Promise<void> {
  const shares = (await operatorShares(deps, deps.clock.now()))([run.partnerId]);
  let open = await findOpenLots(deps.db, run.id);
  let after = BEFORE_ALL;
  for (;;) {
    if (open.length === 0) {
      open = await claimLots(deps.db, run, after, chunkLots);
      deps.reach?.("lots: chunk claimed");
      const last = open.at(-1);
      if (!last && after === BEFORE_ALL) return;
      after = last ?? BEFORE_ALL;
    }
    const posted = await postLots(deps, actor, run, { open, shares });
    deps.reach?.("lots: chunk posted");
    open = await deps.db.$transaction((tx) => settleLots(tx, run, posted, deps.clock.now()));
  }
}

type Chunk = { open: readonly HandledLot[]; shares: ReadonlyMap<string, number> };

/** Side by side, so that they share batches. Its key makes a deed one for its run, lot and round, whatever breaks off. */
async function postLots(deps: Deps, actor: Actor, run: LotRun, { open, shares }: Chunk): Promise<PostedLot[]> {
  const kind = "handleLots";
  const occurredAt = deps.clock.now();
  const outcomes = await Promise.allSettled(
    open.map(async (lot) => {
      const print = fingerprint({ kind, about: [run.id, lot.lotId, lot.round] });
      const key = { owner: actorRef(actor), key: `${kind}:${print}`, fingerprint: print };
      const movements = [movementFor(run, lot, shares)];
      const { deedId } = await deps.ledger.post({ kind, actor, ...key, occurredAt, place: null, movements });
      return { lot, deedId };
    }),
  );
  return outcomes.map((one) => {
    if (one.status === "rejected") throw one.reason;
    return one.value;
  });
}

function movementFor(run: LotRun, { memberId, lotId }: HandledLot, operatorShareBps: Chunk["shares"]): Movement {
  const of = { memberId, lotIds: [lotId] };
  switch (run.kind) {
    case "HONOUR":
      throw new Error(`${run.id} honours lots, and takes none on`);
    case "HAIRCUT":
      return { kind: "haircut", ...of, shareBps: run.haircutBps ?? 0 };
    case "BLOCK_LOTS":
      return { kind: "blockLots", ...of };
    case "UNBLOCK_LOTS":
      return { kind: "unblockLots", ...of };
    case "RUN_OFF":
      return { kind: "expire", ...of, operatorShareBps };
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
