import { type Actor, actorRef, personOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { houseOf, partnerIdOf } from "#api/use-cases/campaigns/houses.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkJourney } from "#api/use-cases/journeys/check-journey.ts";
import type { JourneyDefinition } from "#api/use-cases/journeys/definition.ts";
import { lockOwn, moveVersion, type VersionOfJourney } from "#api/use-cases/journeys/lock-version.ts";
import { JourneyInPreparation, JourneyNotFound } from "#api/use-cases/journeys/refusals.ts";
import { nextJourneyState } from "#api/use-cases/journeys/states.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { CodeTaken } from "#api/use-cases/partners/refusals.ts";
import { checkCode, checkText } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** The definition is JourneyDefinition (definition.ts) as somebody wrote it: it is checked here. */
export type DraftJourney = { name: string; definition: unknown; idempotencyKey: string };

/** Begins a journey of the actor's house. */
export async function draftJourney(deps: Deps, actor: Actor, input: DraftJourney): Promise<VersionOfJourney> {
  can(actor, "journey:draft");
  const house = houseOf(actor);
  const name = checkCode("name", input.name);
  const definition = await checkJourney(deps, house, input.definition);
  const id = newId("journey");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "draftJourney", input, objectId: id });
    if (first) return versionAt(tx, first, 1);
    if (await tx.journey.findUnique({ where: { house_name: { house, name } } })) throw new CodeTaken(name);
    const at = deps.clock.now();
    await tx.journey.create({ data: { id, house, name, createdBy: actorRef(actor), createdAt: at } });
    return lay(tx, actor, { journeyId: id, house, version: 1, at }, definition);
  });
}

/** Drafts what shall take the place of the newest version; that one goes on until then. */
export async function draftJourneyVersion(
  deps: Deps,
  actor: Actor,
  input: { journeyId: string; idempotencyKey: string },
): Promise<VersionOfJourney> {
  can(actor, "journey:draft");
  const { journeyId } = input;
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM journey WHERE id = ${journeyId} FOR UPDATE`;
    const latest = await tx.journeyVersion.findFirst({
      where: { journeyId, journey: { house: houseOf(actor) } },
      orderBy: { version: "desc" },
      include: { journey: true },
    });
    if (!latest) throw new JourneyNotFound(journeyId);
    const version = latest.version + 1;
    const first = await takeKey(tx, actor, { verb: "draftJourneyVersion", input, objectId: `${journeyId}:${version}` });
    if (first) return versionAt(tx, journeyId, Number(first.split(":")[1]));
    if (latest.state === "DRAFT" || latest.state === "IN_REVIEW") throw new JourneyInPreparation(latest.id);
    const { house } = latest.journey;
    const definition = await checkJourney(deps, house, latest.definition);
    return lay(tx, actor, { journeyId, house, version, at: deps.clock.now() }, definition);
  });
}

const versionAt = (tx: Tx, journeyId: string, version: number): Promise<VersionOfJourney> =>
  tx.journeyVersion.findUniqueOrThrow({
    where: { journeyId_version: { journeyId, version } },
    include: { journey: true },
  });

type Place = { journeyId: string; house: string; version: number; at: Date };

async function lay(
  tx: Tx,
  actor: Actor,
  { journeyId, house, version, at }: Place,
  definition: JourneyDefinition,
): Promise<VersionOfJourney> {
  const id = newId("journeyVersion");
  const data = { id, journeyId, version, definition, authors: [personOf(actor)?.id ?? ""], createdAt: at };
  const made = await tx.journeyVersion.create({ data, include: { journey: true } });
  const step = { object: "journey", objectId: id, from: null, to: "DRAFT", at, partnerId: partnerIdOf(house) };
  await recordStep(tx, actor, { ...step, after: { journeyId, version, definition } });
  return made;
}

/** Writes a draft anew; who did is one of its authors, and not its reviewer. */
export async function editJourneyDraft(
  deps: Deps,
  actor: Actor,
  { journeyVersionId, definition: said }: { journeyVersionId: string; definition: unknown },
): Promise<VersionOfJourney> {
  can(actor, "journey:draft");
  return deps.db.$transaction(async (tx) => {
    const found = await lockOwn(tx, actor, journeyVersionId);
    nextJourneyState(found, "edit");
    const definition = await checkJourney(deps, found.journey.house, said);
    const authors = [...new Set([...found.authors, personOf(actor)?.id ?? ""])];
    const edited = await tx.journeyVersion.update({
      where: { id: found.id },
      data: { definition, authors },
      include: { journey: true },
    });
    const about = { action: "editJourneyDraft", object: "journey", objectId: found.id, at: deps.clock.now() };
    await recordAudit(tx, actor, { ...about, before: { definition: found.definition }, after: { definition } });
    return edited;
  });
}

/** Throws a draft away. */
export async function discardJourneyDraft(
  deps: Deps,
  actor: Actor,
  { journeyVersionId, reason: said }: { journeyVersionId: string; reason: string },
): Promise<VersionOfJourney> {
  can(actor, "journey:draft");
  const reason = checkText("reason", said);
  return deps.db.$transaction(async (tx) => {
    const found = await lockOwn(tx, actor, journeyVersionId);
    if (found.state === "STOPPED" && found.startedAt === null) return found;
    const at = deps.clock.now();
    return moveVersion(tx, actor, found, { event: "discard", at, reason, endedAt: at });
  });
}
