import type { Club, Tx } from "#api/sql/rows.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { atTill, findMembersSegments } from "#api/use-cases/segments/segment-facts.ts";
import { findTierCodes } from "#api/use-cases/tiers/standing.ts";

/** Of these members, those whom the club's rule lets in now: by the tier they stand on, or a segment they are in. */
export async function whoFits(
  deps: Deps,
  tx: Tx,
  { tiers, segments, partnerId }: Pick<Club, "tiers" | "segments" | "partnerId">,
  memberIds: readonly string[],
): Promise<Set<string>> {
  const house = partnerId ?? OPERATOR;
  const [standing, inside] = await Promise.all([
    tiers.length > 0 ? findTierCodes(deps, tx, memberIds) : new Map<string, string>(),
    segments.length > 0
      ? findMembersSegments(
          tx,
          memberIds.map((id) => atTill(id, house)),
        )
      : new Map<string, string[]>(),
  ]);
  const fits = (id: string) =>
    tiers.includes(standing.get(id) ?? "") ||
    (inside.get(atTill(id, house)) ?? []).some((segment) => segments.includes(segment));
  return new Set(memberIds.filter(fits));
}

/** Of these clubs, those whose rule lets a member in now; as many queries for fifty as for one. */
export async function whichLetIn(
  deps: Deps,
  tx: Tx,
  memberId: string,
  clubs: readonly Pick<Club, "id" | "tiers" | "segments" | "partnerId">[],
): Promise<Set<string>> {
  if (clubs.length === 0) return new Set();
  const keyOf = ({ partnerId }: Pick<Club, "partnerId">) => atTill(memberId, partnerId ?? OPERATOR);
  const [standing, inside] = await Promise.all([
    findTierCodes(deps, tx, [memberId]),
    findMembersSegments(tx, [...new Set(clubs.map(keyOf))]),
  ]);
  const lets = (club: (typeof clubs)[number]) =>
    club.tiers.includes(standing.get(memberId) ?? "") ||
    (inside.get(keyOf(club)) ?? []).some((segment) => club.segments.includes(segment));
  return new Set(clubs.filter(lets).map(({ id }) => id));
}
