import type { Effect, EffectOf } from "#api/engine/effects.ts";
import type { Evaluation } from "#api/engine/evaluate.ts";
import { lotExpiry, maturity } from "#api/engine/lot-dates.ts";
import { issueTerms } from "#api/ledger/issue-terms.ts";
import type { Movement } from "#api/ledger/movements.ts";
import type { Contract, Programme } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { paidPlanOf } from "#api/use-cases/plans/plan-facts.ts";
import { issuerOf, pointsByFunder } from "./funders.ts";

type Earning = {
  memberId: string;
  contract: Contract;
  programme: Programme;
  occurredAt: Date;
  evaluation: Pick<Evaluation, "effects">;
  /** Campaigns of plans: the points they give follow the end of the subscription. */
  ofPlans?: ReadonlySet<string>;
};

/**
 * Points of each who pays for them, under its own contract; they wait as the till's partner has agreed. Life is counted
 * from the day the points can be spent, so that waiting for them costs the member nothing. What a plan gives lies apart.
 */
export async function earns(deps: Deps, assessed: Earning, sourceId: string): Promise<Movement[]> {
  const { memberId, occurredAt, evaluation, ofPlans } = assessed;
  const points = evaluation.effects.filter((effect) => effect.kind === "points");
  const isOfPlan = ({ source }: Given) => source !== null && ofPlans?.has(source.campaignId) === true;
  const byPlan = points.filter(isOfPlan);
  if (byPlan.length === 0) return earnsOf(deps, assessed, { effects: points, sourceId, subscriptionId: null });
  const plan = await paidPlanOf(deps, memberId, occurredAt);
  const others = points.filter((effect) => !isOfPlan(effect));
  const [own, plans] = await Promise.all([
    earnsOf(deps, assessed, { effects: others, sourceId, subscriptionId: null }),
    earnsOf(deps, assessed, { effects: byPlan, sourceId, subscriptionId: plan?.subscriptionId ?? null }),
  ]);
  return [...own, ...plans];
}

type Given = EffectOf<"points">;
type Lots = { effects: readonly Effect[]; sourceId: string; subscriptionId: string | null };

function earnsOf(
  deps: Deps,
  { memberId, contract, programme, occurredAt }: Earning,
  { effects, sourceId: purchaseId, subscriptionId }: Lots,
): Promise<Movement[]> {
  const maturesAt = maturity(occurredAt, contract.pendingDays);
  const expiresAt = lotExpiry(maturesAt ?? occurredAt, programme.pointsValidityMonths, programme.timeZone);
  const given = [...pointsByFunder(effects)].map(async ([funder, points]): Promise<Movement> => {
    const terms = issueTerms(
      funder === contract.partnerId ? contract : (await issuerOf(deps, funder, occurredAt)).contract,
    );
    return { kind: "earn", memberId, points, terms, maturesAt, expiresAt, purchaseId, subscriptionId };
  });
  return Promise.all(given);
}
