import type { Points } from "#api/kernel/points.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { together } from "#api/use-cases/together.ts";
import { policyInForce } from "./policy.ts";

/** What holds for a member's points: their own wishes, never less than the coalition's policy asks. */
export type Guard = {
  locked: boolean;
  /** Empty: anywhere. */
  allowedPartnerIds: readonly string[];
  dayMost: Points | null;
  confirmAbove: Points | null;
  confirmNewPlaces: boolean;
  needsCode: boolean;
};

export async function guardOf(deps: Deps, memberId: string): Promise<Guard> {
  const [[own], policy] = await Promise.all([ownGuards(deps, [memberId]), policyInForce(deps)]);
  return {
    locked: own?.locked ?? false,
    allowedPartnerIds: own?.allowedPartnerIds ?? [],
    dayMost: own?.dayMost ?? null,
    confirmAbove: least(own?.confirmAbove ?? null, policy?.confirmAbove ?? null),
    confirmNewPlaces: (own?.confirmNewPlaces ?? false) || (policy?.confirmNewPlaces ?? false),
    needsCode: (own?.needsCode ?? false) || (policy?.needsCode ?? false),
  };
}

/** What members set for themselves, without the policy. */
export const ownGuards = together(async ({ db }, memberIds) => {
  const rows = await db.spendGuard.findMany({ where: { memberId: { in: [...memberIds] } } });
  return new Map(rows.map((row) => [row.memberId, row]));
});

/** May points be spent there at all? */
export const isOpenAt = ({ locked, allowedPartnerIds }: Guard, partnerId: string): boolean =>
  !locked && (allowedPartnerIds.length === 0 || allowedPartnerIds.includes(partnerId));

const least = (one: Points | null, other: Points | null): Points | null =>
  one === null ? other : other === null || one < other ? one : other;
