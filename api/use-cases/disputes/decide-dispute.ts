import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Dispute } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockDispute } from "#api/use-cases/disputes/lock-dispute.ts";
import { ExceedsDisputable } from "#api/use-cases/disputes/refusals.ts";
import { resolve } from "#api/use-cases/disputes/resolve.ts";
import { requestOf } from "#api/use-cases/once.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type DecideDispute = {
  disputeId: string;
  /** How many of the disputed points the claimant gets back; the others are rejected. */
  upheldPoints: Points;
  reason: string;
  idempotencyKey: string;
};

/** The operator's word in an arbitration: all, none, or a part. */
export async function decideDispute(deps: Deps, actor: Actor, input: DecideDispute): Promise<Dispute> {
  can(actor, "dispute:decide");
  return deps.db.$transaction(async (tx) => {
    const dispute = await lockDispute(tx, input.disputeId);
    const request = requestOf("decideDispute", actor, input);
    const first = await deps.ledger.findDeed(request.owner, request.key, request.fingerprint);
    if (first && dispute.state === "RESOLVED") return dispute;
    if (dispute.openedBy === actorRef(actor)) throw new SecondPersonRequired("decide the dispute");
    if (input.upheldPoints < 0n || input.upheldPoints > dispute.points) throw new ExceedsDisputable(dispute.points);
    return resolve(deps, tx, actor, dispute, {
      event: "decide",
      request,
      upheldPoints: input.upheldPoints,
      reason: input.reason,
    });
  }, LONG_TRANSACTION);
}
