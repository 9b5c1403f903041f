import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Disputable } from "#api/ledger/read/disputable.ts";
import type { Programme, Tx } from "#api/sql/rows.ts";
import { claimEnd } from "#api/use-cases/disputes/deadlines.ts";
import { disputableMoney, disputablePoints, respondentsOf, sideIn } from "#api/use-cases/disputes/disputable.ts";
import { type DisputeReason, disputeReasons, reasonsOf } from "#api/use-cases/disputes/reasons.ts";
import {
  DisputedTooLate,
  DisputeExists,
  ExceedsDisputable,
  ExceedsDisputableMoney,
  ReasonNotOfSide,
  RedemptionNotDisputable,
} from "#api/use-cases/disputes/refusals.ts";
import { openStates } from "#api/use-cases/disputes/states.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

/** What is challenged: points by an issuer that was charged for them, money by the redeemer. */
export type SentChallenge = {
  reasonCode: DisputeReason;
  points?: Points | null | undefined;
  amountE6?: MoneyE6 | null | undefined;
  /** Which issuer a redeemer turns to; needed where several issuers' points were spent. */
  respondentId?: string | null | undefined;
};

export type Challenge = {
  reasonCode: DisputeReason;
  respondentId: string;
  /** 0 when money is challenged. */
  points: Points;
  /** What is to be held of the respondent's money. */
  amountE6: MoneyE6;
};

type By = { claimantId: string; at: Date; programme: Programme };

/** The challenge if it can be made now. The redemption is locked by the caller. */
export async function challengeOf(tx: Tx, redemption: Disputable, by: By, sent: SentChallenge): Promise<Challenge> {
  const side = sideIn(redemption, by.claimantId);
  if (side === "issuer" && !redemption.byIssuer.has(by.claimantId)) throw new RedemptionNotDisputable(redemption.id);
  if (!disputeReasons[sent.reasonCode][side]) throw new ReasonNotOfSide(side, reasonsOf(side));
  const endedAt = claimEnd(redemption.capturedAt, by.programme);
  if (by.at >= endedAt) throw new DisputedTooLate(endedAt);
  const open = await tx.dispute.findFirst({ where: { burnId: redemption.id, state: { in: [...openStates] } } });
  if (open) throw new DisputeExists(open.id);
  return side === "issuer" ? ofPoints(tx, redemption, by, sent) : ofMoney(tx, redemption, by, sent);
}

async function ofPoints(
  tx: Tx,
  redemption: Disputable,
  { claimantId }: By,
  { points, amountE6, reasonCode }: SentChallenge,
): Promise<Challenge> {
  if (!points || amountE6) throw new InvalidValue("points", String(points ?? ""), "given by an issuer, without money");
  const disputable = await disputablePoints(tx, redemption, claimantId);
  if (points < 0n || points > disputable) throw new ExceedsDisputable(disputable);
  return { reasonCode, points, amountE6: points * redemption.redeemRateE6, respondentId: redemption.redeemerId };
}

async function ofMoney(
  tx: Tx,
  redemption: Disputable,
  { claimantId }: By,
  { points, amountE6, reasonCode, respondentId }: SentChallenge,
): Promise<Challenge> {
  if (!amountE6 || points)
    throw new InvalidValue("amount", String(amountE6 ?? ""), "given by a redeemer, without points");
  const issuers = respondentsOf(redemption);
  const respondent = respondentId ?? (issuers.length === 1 ? issuers[0] : undefined);
  if (issuers.length === 0 || (respondent && !issuers.includes(respondent)))
    throw new RedemptionNotDisputable(redemption.id);
  if (!respondent) throw new InvalidValue("respondentId", "", "one of the issuers whose points were spent");
  const disputableE6 = await disputableMoney(tx, redemption, { claimantId, respondentId: respondent, reasonCode });
  if (amountE6 < 0n || amountE6 > disputableE6) throw new ExceedsDisputableMoney(disputableE6);
  return { reasonCode, points: 0n, amountE6, respondentId: respondent };
}
