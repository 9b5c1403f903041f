import { findCounters } from "#api/ledger/counters.ts";
import type { MemberEvent, Tx } from "#api/sql/rows.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { findClubCodes } from "#api/use-cases/clubs/club-facts.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findPaidPlans } from "#api/use-cases/plans/plan-facts.ts";
import { atTill, findMembersSegments } from "#api/use-cases/segments/segment-facts.ts";
import { benefitCounter } from "#api/use-cases/tiers/counters.ts";
import { findTierBenefits } from "#api/use-cases/tiers/standing.ts";

type Invites = Pick<MemberEvent, "id" | "partnerId" | "tiers" | "clubs" | "plans" | "segments" | "benefits">;

/** Of these events, those a member is invited to: by any of what each names, and by nothing at all to all. */
export async function whichInvite(
  deps: Deps,
  tx: Tx,
  memberId: string,
  events: readonly Invites[],
): Promise<Set<string>> {
  const closed = events.filter((event) => namesOf(event).length > 0);
  if (closed.length === 0) return new Set(events.map(({ id }) => id));
  const ids = [memberId];
  const keys = [...new Set(closed.map(({ partnerId }) => atTill(memberId, partnerId ?? OPERATOR)))];
  const given = [...new Set(closed.flatMap(({ benefits }) => benefits))].map((one) => benefitCounter(one, memberId));
  const [standing, clubs, plans, segments, counters] = await Promise.all([
    findTierBenefits(deps, tx, memberId),
    findClubCodes(tx, ids),
    findPaidPlans(tx, ids, deps.clock.now()),
    findMembersSegments(tx, keys),
    findCounters(tx, given),
  ]);
  const plan = plans.get(memberId)?.code ?? "";
  const invites = (event: Invites) =>
    event.tiers.includes(standing.tier) ||
    event.clubs.some((club) => clubs.get(memberId)?.includes(club)) ||
    event.plans.includes(plan) ||
    event.segments.some((one) => segments.get(atTill(memberId, event.partnerId ?? OPERATOR))?.includes(one)) ||
    event.benefits.some(
      (one) => standing.benefits.includes(one) || (counters.get(benefitCounter(one, memberId)) ?? 0n) > 0n,
    );
  return new Set(events.filter((event) => namesOf(event).length === 0 || invites(event)).map(({ id }) => id));
}

const namesOf = ({ tiers, clubs, plans, segments, benefits }: Invites) => [
  ...tiers,
  ...clubs,
  ...plans,
  ...segments,
  ...benefits,
];
