import { localDate } from "#api/engine/lot-dates.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { type GroupSpend, readGroupSpend } from "#api/ledger/read/value.ts";
import { findAudiencePolicy, tellableCount } from "#api/use-cases/analytics/audience-policy.ts";
import { findUnknownAudiences } from "#api/use-cases/analytics/unknown-audiences.ts";
import { type Difference, differenceOf } from "#api/use-cases/analytics/welch.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findOffers } from "#api/use-cases/offers/find-offers.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** What an offer did: the difference between those who got it and those who did not, by what one member spent. */
export type Uplift = {
  treated: GroupSpend;
  control: GroupSpend;
  /** In millionths; null: too few to say anything. */
  difference: Difference | null;
};

/**
 * The uplift of offers with a control group, by offer id: spend at the offer's partner, or everywhere for the coalition's,
 * while the offer was theirs. A group smaller than the policy's minimum tells nothing, and the whole is absent then.
 */
export async function findUplifts(deps: Deps, actor: Actor, offerIds: readonly string[]): Promise<Map<string, Uplift>> {
  if (!may(actor, "analytics:read")) return new Map();
  const [offers, { timeZone }, { minimumGroup }] = await Promise.all([
    findOffers(deps, actor, offerIds),
    findProgramme(deps),
    findAudiencePolicy(deps),
  ]);
  const day = localDate(deps.clock.now(), timeZone);
  const spends = await readGroupSpend(deps.db, { offerIds: [...offers.keys()], timeZone, day });
  const strangers = await findUnknownAudiences(deps, actor, [...offers.values()]);
  const byOffer = Map.groupBy(spends, ({ offerId }) => offerId);
  const found = [...byOffer].flatMap(([id, groups]): [string, Uplift][] => {
    const treated = groups.find(({ group }) => group === "TREATED");
    const control = groups.find(({ group }) => group === "CONTROL");
    if (!treated || !control || Math.min(treated.members, control.members) < minimumGroup) return [];
    const difference = differenceOf(sampleOf(treated), sampleOf(control));
    const told = (spend: GroupSpend): GroupSpend =>
      strangers.has(id) ? { ...spend, members: tellableCount(spend.members, minimumGroup) ?? 0 } : spend;
    return [[id, { treated: told(treated), control: told(control), difference }]];
  });
  return new Map(found);
}

const sampleOf = ({ members, meanE6, varianceE12 }: GroupSpend) => ({
  count: members,
  mean: meanE6,
  variance: varianceE12,
});
