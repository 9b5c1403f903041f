import type { Actor } from "#api/kernel/actor.ts";
import { findExpiring, type LapsingLot } from "#api/ledger/read/due.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { CHUNK_DEEDS, postChunk } from "#api/use-cases/jobs/post-chunk.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** Lets points past their expiry lapse: one deed per member. Answers how many members it reached. */
export async function expireDue(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const at = deps.clock.now();
  const shares = await operatorShares(deps, at);
  let reached = 0;
  let afterMemberId = "";
  for (;;) {
    const due = await findExpiring(deps.db, { at, afterMemberId, take: CHUNK_DEEDS });
    const last = [...due.keys()].at(-1);
    if (!last) return reached;
    const deeds = [...due].map(([memberId, lots]) => ({
      about: lots.map(({ lotId, available, expired }) => [lotId, available, expired]),
      movement: { kind: "expire" as const, memberId, operatorShareBps: shares(lots) },
    }));
    reached += await postChunk(deps, actor, "expireDue", deeds);
    afterMemberId = last;
  }
}

/** The operator's share of breakage by issuer: the contract's where it names one, else the programme's. */
async function operatorShares(deps: Deps, at: Date): Promise<(lots: readonly LapsingLot[]) => Map<string, number>> {
  const { breakageOperatorBps } = await findProgramme(deps);
  const contracts = await deps.db.contract.findMany({
    where: {
      breakageOperatorBps: { not: null },
      validFrom: { lte: at },
      OR: [{ validUntil: null }, { validUntil: { gt: at } }],
    },
  });
  const own = new Map(contracts.map((contract) => [contract.partnerId, contract.breakageOperatorBps]));
  return (lots) => new Map(lots.map(({ issuerId }) => [issuerId, own.get(issuerId) ?? breakageOperatorBps]));
}
