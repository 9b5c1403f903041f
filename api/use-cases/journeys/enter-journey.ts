import { newId } from "#api/kernel/ids.ts";
import type { Tx } from "#api/sql/rows.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { dueAt, storedJourney, type Trigger } from "#api/use-cases/journeys/definition.ts";
import type { VersionOfJourney } from "#api/use-cases/journeys/lock-version.ts";

/** Who begins, and what brought it about: nobody begins twice for one cause. */
export type Beginning = { memberId: string; cause: string };

/**
 * Lets members begin who are not on the journey already; of those who are, nothing is said. Answers how many began. Merged and
 * closed memberships begin nothing.
 */
export async function enterJourney(
  tx: Tx,
  version: VersionOfJourney,
  beginnings: readonly Beginning[],
  at: Date,
): Promise<number> {
  const living = await tx.member.findMany({
    where: { id: { in: beginnings.map(({ memberId }) => memberId) }, status: "ACTIVE" },
    select: { id: true },
  });
  const ids = new Set(living.map(({ id }) => id));
  const [first] = storedJourney(version).steps;
  const { count } = await tx.journeyRun.createMany({
    data: beginnings
      .filter(({ memberId }) => ids.has(memberId))
      .map(({ memberId, cause }) => ({
        id: newId("journeyRun", at.getTime()),
        journeyId: version.journeyId,
        versionId: version.id,
        memberId,
        cause,
        enteredAt: at,
        dueAt: dueAt(first, at),
      })),
    skipDuplicates: true,
  });
  return count;
}

/** Journeys that take members in on one of these occasions. */
export async function liveJourneys<On extends Trigger["on"]>(tx: Tx, ...on: On[]): Promise<LiveJourney<On>[]> {
  const versions = await tx.journeyVersion.findMany({
    where: { state: "LIVE" },
    include: { journey: true },
    orderBy: { id: "asc" },
  });
  return versions.flatMap((version) => {
    const { trigger } = storedJourney(version);
    return isOn(trigger, on) ? [{ version, trigger }] : [];
  });
}

export type LiveJourney<On extends Trigger["on"]> = {
  version: VersionOfJourney;
  trigger: Extract<Trigger, { on: On }>;
};

const isOn = <On extends Trigger["on"]>(trigger: Trigger, on: readonly On[]): trigger is Extract<Trigger, { on: On }> =>
  (on as readonly string[]).includes(trigger.on);

/** Whose tills count for a journey; null: everybody's. */
export const tillsOf = ({ journey }: VersionOfJourney): string | null =>
  journey.house === OPERATOR ? null : journey.house;
