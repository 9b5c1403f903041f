import type { Actor } from "#api/kernel/actor.ts";
import type { Journey, JourneyVersion, Tx } from "#api/sql/rows.ts";
import { houseOf, partnerIdOf } from "#api/use-cases/campaigns/houses.ts";
import { JourneyVersionNotFound } from "#api/use-cases/journeys/refusals.ts";
import { type JourneyEvent, nextJourneyState } from "#api/use-cases/journeys/states.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type VersionOfJourney = JourneyVersion & { journey: Journey };

/** Holds the journey with all its versions still until the transaction ends. */
export async function lockVersion(tx: Tx, id: string): Promise<VersionOfJourney> {
  await tx.$executeRaw`
    SELECT FROM journey j JOIN journey_version v ON v.journey_id = j.id WHERE v.id = ${id} FOR UPDATE OF j`;
  const found = await tx.journeyVersion.findUnique({ where: { id }, include: { journey: true } });
  if (!found) throw new JourneyVersionNotFound(id);
  return found;
}

/** The same for those whose journey it is. */
export async function lockOwn(tx: Tx, actor: Actor, id: string): Promise<VersionOfJourney> {
  const found = await lockVersion(tx, id);
  if (found.journey.house !== houseOf(actor)) throw new JourneyVersionNotFound(id);
  return found;
}

type Move = { event: JourneyEvent; at: Date; reason?: string | null; approvalId?: string | null } & Partial<
  Pick<JourneyVersion, "round" | "startedAt" | "endedAt">
>;

/** Moves a locked version on and leaves the step. */
export async function moveVersion(
  tx: Tx,
  actor: Actor,
  version: VersionOfJourney,
  { event, at, reason = null, approvalId = null, ...changes }: Move,
): Promise<VersionOfJourney> {
  const { id, state: from, journey } = version;
  const to = nextJourneyState(version, event);
  const partnerId = partnerIdOf(journey.house);
  await recordStep(tx, actor, { object: "journey", objectId: id, from, to, at, reason, approvalId, partnerId });
  const moved = await tx.journeyVersion.update({ where: { id }, data: { state: to, ...changes } });
  return { ...moved, journey };
}
