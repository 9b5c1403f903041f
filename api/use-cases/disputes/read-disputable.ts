import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import { findDisputable } from "#api/ledger/read/disputable.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { claimEnd } from "#api/use-cases/disputes/deadlines.ts";
import { disputableMoney, disputablePoints, respondentsOf, sideIn } from "#api/use-cases/disputes/disputable.ts";
import { type DisputeReason, type DisputeSide, isAboutReturns, reasonsOf } from "#api/use-cases/disputes/reasons.ts";
import { openStates } from "#api/use-cases/disputes/states.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** With whom, about how much of its own money, a redeemer can dispute; a return that was credited wrongly apart. */
export type DisputableMoney = { respondentId: string; amountE6: MoneyE6; returnedE6: MoneyE6 };

export type DisputableView = {
  side: DisputeSide;
  reasons: DisputeReason[];
  /** An issuer's; 0 for a redeemer. */
  points: Points;
  money: DisputableMoney[];
  until: Date;
  openDisputeId: string | null;
};

type About = { redemptionId: string; claimantId?: string | null | undefined };

/** What a partner could dispute of a redemption now; null when it has no part in it. */
export async function readDisputable(deps: Deps, actor: Actor, about: About): Promise<DisputableView | null> {
  const claimantId = partnerOf(actor) ?? about.claimantId ?? "";
  can(actor, "dispute:open", { partnerId: claimantId });
  const [redemption, programme] = await Promise.all([findDisputable(deps.db, about.redemptionId), findProgramme(deps)]);
  if (!redemption) return null;
  const side = sideIn(redemption, claimantId);
  if (side === "issuer" && !redemption.byIssuer.has(claimantId)) return null;
  const open = await deps.db.dispute.findFirst({ where: { burnId: redemption.id, state: { in: [...openStates] } } });
  const reasons = reasonsOf(side);
  const left = (respondentId: string, reasonCode: DisputeReason | undefined) =>
    reasonCode ? disputableMoney(deps.db, redemption, { claimantId, respondentId, reasonCode }) : 0n;
  const respondents = side === "redeemer" ? respondentsOf(redemption) : [];
  const money = respondents.map(async (respondentId) => ({
    respondentId,
    amountE6: await left(
      respondentId,
      reasons.find((code) => !isAboutReturns(code)),
    ),
    returnedE6: await left(respondentId, reasons.find(isAboutReturns)),
  }));
  return {
    side,
    reasons,
    points: side === "issuer" ? await disputablePoints(deps.db, redemption, claimantId) : 0n,
    money: await Promise.all(money),
    until: claimEnd(redemption.capturedAt, programme),
    openDisputeId: open?.id ?? null,
  };
}
