import { type Actor, actorRef, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Points } from "#api/kernel/points.ts";
import { type Disputable, findDisputable } from "#api/ledger/read/disputable.ts";
import { findEntriesOf } from "#api/ledger/read/entries.ts";
import type { Dispute, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockRedemption } from "#api/use-cases/disputes/lock-dispute.ts";
import {
  DisputedTooLate,
  DisputeExists,
  ExceedsDisputable,
  RedemptionNotDisputable,
} from "#api/use-cases/disputes/refusals.ts";
import { openStates } from "#api/use-cases/disputes/states.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { LONG_TRANSACTION, recordStep } from "#api/use-cases/transitions.ts";

export const disputeReasons = {
  D10: "Not the member",
  D20: "Duplicate",
  D21: "Points or amount differ",
  D30: "Late presentment",
  D40: "Return not credited",
  D50: "Wrong issuer attribution",
  D60: "Wrong rate",
  D70: "No valid reservation",
  D80: "Missing in the hub",
} as const;

export type DisputeReason = keyof typeof disputeReasons;

export type OpenDispute = {
  redemptionId: string;
  points: Points;
  reasonCode: DisputeReason;
  /** For whom the operator opens it; partners open their own. */
  claimantId?: string | null | undefined;
  idempotencyKey: string;
};

const WINDOW_DAYS = 90;
const DAY_MS = 86_400_000;

/** An issuer challenges points it was charged for; what the redeemer was paid for them is held until it is decided. */
export async function openDispute(deps: Deps, actor: Actor, input: OpenDispute): Promise<Dispute> {
  const claimantId = partnerOf(actor) ?? input.claimantId ?? "";
  can(actor, "dispute:open", { partnerId: claimantId });
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    await lockRedemption(tx, input.redemptionId);
    const redemption = await findDisputable(tx, input.redemptionId);
    if (!redemption) throw new RedemptionNotDisputable(input.redemptionId);
    const disputeId = newId("dispute");
    const held = { respondentId: redemption.redeemerId, amountE6: input.points * redemption.redeemRateE6 };
    const posted = await once(deps, requestOf("openDispute", actor, input), async () => {
      await requireDisputable(tx, redemption, { claimantId, points: input.points, at });
      return {
        occurredAt: at,
        place: null,
        reason: disputeReasons[input.reasonCode],
        movements: [{ kind: "holdDispute", disputeId, burnId: redemption.id, ...held }],
      };
    });
    const [entry] = await findEntriesOf(tx, posted.deedId);
    return keepDispute(tx, actor, { ...input, ...held, claimantId, at, disputeId: entry?.disputeId ?? disputeId });
  }, LONG_TRANSACTION);
}

type Claim = { claimantId: string; points: Points; at: Date };

async function requireDisputable(tx: Tx, redemption: Disputable, { claimantId, points, at }: Claim): Promise<void> {
  const disputable = redemption.open.get(claimantId);
  if (disputable === undefined || redemption.redeemerId === claimantId)
    throw new RedemptionNotDisputable(redemption.id);
  const endedAt = new Date(redemption.capturedAt.getTime() + WINDOW_DAYS * DAY_MS);
  if (at >= endedAt) throw new DisputedTooLate(endedAt);
  const open = await tx.dispute.findFirst({ where: { burnId: redemption.id, state: { in: [...openStates] } } });
  if (open) throw new DisputeExists(open.id);
  if (points <= 0n || points > disputable) throw new ExceedsDisputable(disputable);
}

type Opened = Omit<OpenDispute, "claimantId" | "idempotencyKey"> &
  Claim & { disputeId: string; respondentId: string; amountE6: bigint };

/** A replay finds the row there, unless a crash came between entry and row. */
async function keepDispute(tx: Tx, actor: Actor, opened: Opened): Promise<Dispute> {
  const { disputeId: id, redemptionId, claimantId, respondentId, reasonCode, points, amountE6, at } = opened;
  const there = await tx.dispute.findUnique({ where: { id } });
  if (there) return there;
  await recordStep(tx, actor, { object: "dispute", objectId: id, from: null, to: "OPEN", at });
  return tx.dispute.create({
    data: {
      id,
      burnId: redemptionId,
      claimantId,
      respondentId,
      reasonCode,
      points,
      heldE6: amountE6,
      state: "OPEN",
      openedBy: actorRef(actor),
      openedAt: at,
    },
  });
}
