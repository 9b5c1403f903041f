import { localDate } from "#api/engine/lot-dates.ts";
import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type GroupSpend, readGroupSpend } from "#api/ledger/read/group-spend.ts";
import { findAudiencePolicy, tellableCount } from "#api/use-cases/analytics/audience-policy.ts";
import { findUnknownAudiences } from "#api/use-cases/analytics/unknown-audiences.ts";
import { type Difference, differenceOf } from "#api/use-cases/analytics/welch.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import { findCampaignVersions } from "#api/use-cases/campaigns/find-campaigns.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findOffers } from "#api/use-cases/offers/find-offers.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** What an offer or a campaign did: the difference between those who got it and those who were held back. */
export type Uplift = {
  treated: GroupSpend;
  control: GroupSpend;
  /** Of what one member spent, in millionths; null: too few to say anything. */
  difference: Difference | null;
  /** Of how often one member came; null with the other. */
  visitsDifference: Difference | null;
};

type Found = Promise<Map<string, Uplift>>;

/**
 * The uplift of offers with a control group, by offer id: spend at the offer's partner, or everywhere for the coalition's,
 * while the offer was theirs. A group smaller than the policy's minimum tells nothing, and the whole is absent then.
 */
export async function findUplifts(deps: Deps, actor: Actor, offerIds: readonly string[]): Found {
  if (!may(actor, "analytics:read")) return new Map();
  const [offers, { minimumGroup }] = await Promise.all([findOffers(deps, actor, offerIds), findAudiencePolicy(deps)]);
  const uplifts = await upliftsOf(deps, [...offers.keys()], minimumGroup);
  const strangers = await findUnknownAudiences(deps, actor, [...offers.values()]);
  const told = (spend: GroupSpend): GroupSpend => ({
    ...spend,
    members: tellableCount(spend.members, minimumGroup) ?? 0,
  });
  return new Map(
    [...uplifts].flatMap(([id, uplift]): [string, Uplift][] => {
      if (uplift.difference === null) return [];
      const { treated, control } = uplift;
      return [[id, strangers.has(id) ? { ...uplift, treated: told(treated), control: told(control) } : uplift]];
    }),
  );
}

/**
 * The uplift of versions with a control group, by version id; for the house whose campaign it is, and the operator. Its
 * own buyers are counted however few they are, but below the policy's minimum no difference is told.
 */
export async function findCampaignUplifts(deps: Deps, actor: Actor, versionIds: readonly string[]): Found {
  if (!may(actor, "analytics:read")) return new Map();
  const seen = [...(await findCampaignVersions(deps, actor, versionIds)).values()].filter(
    (version) =>
      (actor.kind === "operator" || version.campaign.partnerId === partnerOf(actor)) &&
      storedDefinition(version).controlBps > 0,
  );
  if (seen.length === 0) return new Map();
  const { minimumGroup } = await findAudiencePolicy(deps);
  const ids = seen.map(({ id }) => id);
  return upliftsOf(deps, ids, minimumGroup);
}

/** Both groups and the differences of their means, by what was tried; a group in which nobody is yet is empty. */
async function upliftsOf(deps: Deps, ids: readonly string[], minimumGroup: number): Found {
  const { timeZone } = await findProgramme(deps);
  const day = localDate(deps.clock.now(), timeZone);
  const byId = Map.groupBy(await readGroupSpend(deps.db, { ids, timeZone, day }), ({ of }) => of);
  return new Map(
    [...byId].map(([id, groups]) => {
      const treated = groups.find(({ group }) => group === "TREATED") ?? nobody(id, "TREATED");
      const control = groups.find(({ group }) => group === "CONTROL") ?? nobody(id, "CONTROL");
      const isTold = Math.min(treated.members, control.members) >= minimumGroup;
      return [id, { treated, control, ...(isTold ? differencesOf(treated, control) : untold) }];
    }),
  );
}

const untold = { difference: null, visitsDifference: null };

const differencesOf = (treated: GroupSpend, control: GroupSpend) => ({
  difference: differenceOf(spendOf(treated), spendOf(control)),
  visitsDifference: differenceOf(visitsOf(treated), visitsOf(control)),
});

const spendOf = ({ members, meanE6, varianceE12 }: GroupSpend) => ({
  count: members,
  mean: meanE6,
  variance: varianceE12,
});

const visitsOf = ({ members, meanVisits, varianceVisits }: GroupSpend) => ({
  count: members,
  mean: meanVisits,
  variance: varianceVisits,
});

const nobody = (of: string, group: GroupSpend["group"]): GroupSpend => ({
  of,
  group,
  members: 0,
  buyers: 0,
  spendE6: 0n,
  meanE6: 0,
  varianceE12: 0,
  meanVisits: 0,
  varianceVisits: 0,
});
