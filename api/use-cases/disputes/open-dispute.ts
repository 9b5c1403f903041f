import { type Actor, actorRef, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { findDisputable } from "#api/ledger/read/disputable.ts";
import { findEntriesOf } from "#api/ledger/read/entries.ts";
import type { Dispute, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type Challenge, challengeOf, type SentChallenge } from "#api/use-cases/disputes/challenge.ts";
import { deadlineOf } from "#api/use-cases/disputes/deadlines.ts";
import { easeDispute } from "#api/use-cases/disputes/ease-dispute.ts";
import {
  type CheckedEvidence,
  checkEvidence,
  type Evidence,
  keepEvidence,
} from "#api/use-cases/disputes/keep-evidence.ts";
import { lockRedemption } from "#api/use-cases/disputes/lock-dispute.ts";
import { disputeReasons } from "#api/use-cases/disputes/reasons.ts";
import { RedemptionNotDisputable } from "#api/use-cases/disputes/refusals.ts";
import { tellSide } from "#api/use-cases/disputes/tell-sides.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { requireDisputedItem, resolveDisputedItem } from "#api/use-cases/partner-files/disputed-item.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { LONG_TRANSACTION, recordStep } from "#api/use-cases/transitions.ts";

export type OpenDispute = SentChallenge & {
  redemptionId: string;
  /** For whom the operator opens it; partners open their own. */
  claimantId?: string | null | undefined;
  evidence?: Evidence | null | undefined;
  /** The break of a partner's file that it comes from; it is resolved by this. */
  reconItemId?: string | null | undefined;
  idempotencyKey: string;
};

/** One side challenges a redemption; the respondent's money that it is about is held until it is decided. */
export async function openDispute(deps: Deps, actor: Actor, input: OpenDispute): Promise<Dispute> {
  const claimantId = partnerOf(actor) ?? input.claimantId ?? "";
  can(actor, "dispute:open", { partnerId: claimantId });
  const evidence = input.evidence ? checkEvidence(input.evidence) : null;
  const at = deps.clock.now();
  const programme = await findProgramme(deps);
  const opened = await deps.db.$transaction(async (tx) => {
    await lockRedemption(tx, input.redemptionId);
    const redemption = await findDisputable(tx, input.redemptionId);
    if (!redemption) throw new RedemptionNotDisputable(input.redemptionId);
    const burnId = redemption.id;
    const disputeId = newId("dispute");
    let challenge: Challenge | null = null;
    const posted = await once(deps, requestOf("openDispute", actor, input), async () => {
      challenge = await challengeOf(tx, redemption, { claimantId, at, programme }, input);
      const { respondentId, amountE6, reasonCode } = challenge;
      if (input.reconItemId)
        await requireDisputedItem(tx, { itemId: input.reconItemId, partnerId: claimantId, burnId });
      return {
        occurredAt: at,
        place: null,
        reason: disputeReasons[reasonCode].meaning,
        movements: [{ kind: "holdDispute", disputeId, burnId, respondentId, amountE6 }],
      };
    });
    const id = (await findEntriesOf(tx, posted.deedId))[0]?.disputeId ?? disputeId;
    const there = await tx.dispute.findUnique({ where: { id } });
    if (there) return there;
    // The hold was posted and the row never written: the same request finishes it.
    challenge ??= await challengeOf(tx, redemption, { claimantId, at, programme }, input);
    const deadlineAt = deadlineOf("OPEN", at, programme);
    return keepDispute(tx, actor, { ...challenge, id, burnId, claimantId, at, deadlineAt, evidence, input });
  }, LONG_TRANSACTION);
  // Goods may have come back while this was being opened.
  return easeDispute(deps, opened);
}

type Opened = Challenge & {
  id: string;
  burnId: string;
  claimantId: string;
  at: Date;
  deadlineAt: Date | null;
  evidence: CheckedEvidence | null;
  input: OpenDispute;
};

async function keepDispute(tx: Tx, actor: Actor, opened: Opened): Promise<Dispute> {
  const { id, at, amountE6, evidence, input, ...facts } = opened;
  await recordStep(tx, actor, { object: "dispute", objectId: id, from: null, to: "OPEN", at });
  const by = { openedBy: actorRef(actor), openedAt: at, reconItemId: input.reconItemId ?? null };
  const dispute = await tx.dispute.create({ data: { id, ...facts, heldE6: amountE6, state: "OPEN", ...by } });
  const next = { side: "respondentId", next: "dispute:respond" } as const;
  await tellSide(tx, dispute, next, { kind: "DISPUTE_OPENED", at, by: actor });
  if (evidence) await keepEvidence(tx, actor, { disputeId: id, at }, evidence);
  if (input.reconItemId) await resolveDisputedItem(tx, actor, { itemId: input.reconItemId, disputeId: id, at });
  return dispute;
}
