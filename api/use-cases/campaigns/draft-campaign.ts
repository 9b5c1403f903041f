import { type Actor, actorRef, partnerOf, personOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { type CheckedDefinition, checkDefinition, storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import { findCampaignVersions, visibleVersions } from "#api/use-cases/campaigns/find-campaigns.ts";
import { houseOf, ownerOf, type VersionOfCampaign } from "#api/use-cases/campaigns/houses.ts";
import { lockOwn, moveVersion } from "#api/use-cases/campaigns/lock-version.ts";
import { CampaignInPreparation, CampaignNotFound, CampaignVersionNotFound } from "#api/use-cases/campaigns/refusals.ts";
import { nextCampaignState } from "#api/use-cases/campaigns/states.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** The definition is CampaignDefinition (api/engine/campaign.ts) as somebody wrote it: it is checked here. */
export type DraftCampaign = { definition: unknown; idempotencyKey: string };

/** Begins a campaign of the actor's house: a partner's own, or the coalition's. */
export async function draftCampaign(deps: Deps, actor: Actor, input: DraftCampaign): Promise<VersionOfCampaign> {
  can(actor, "campaign:draft");
  const checked = await checkDefinition(deps, houseOf(actor), input.definition);
  return begin(deps, actor, { verb: "draftCampaign", input }, checked);
}

/** The same from a version that the actor may see; a new campaign with nothing spent. */
export async function duplicateCampaign(
  deps: Deps,
  actor: Actor,
  input: { campaignVersionId: string; idempotencyKey: string },
): Promise<VersionOfCampaign> {
  can(actor, "campaign:draft");
  const model = (await findCampaignVersions(deps, actor, [input.campaignVersionId])).get(input.campaignVersionId);
  if (!model || ownerOf(model.campaign) !== houseOf(actor)) throw new CampaignVersionNotFound(input.campaignVersionId);
  const checked = await checkDefinition(deps, houseOf(actor), storedDefinition(model));
  return begin(deps, actor, { verb: "duplicateCampaign", input }, checked);
}

type Asked = { verb: string; input: { idempotencyKey: string } };

function begin(deps: Deps, actor: Actor, asked: Asked, checked: CheckedDefinition): Promise<VersionOfCampaign> {
  const id = newId("campaign");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { ...asked, objectId: id });
    if (first) return firstVersion(tx, first);
    const at = deps.clock.now();
    await tx.campaign.create({ data: { id, partnerId: partnerOf(actor), createdBy: actorRef(actor), createdAt: at } });
    return lay(tx, actor, { campaignId: id, version: 1, at }, checked);
  });
}

function firstVersion(tx: Tx, campaignId: string): Promise<VersionOfCampaign> {
  const key = { campaignId_version: { campaignId, version: 1 } };
  return tx.campaignVersion.findUniqueOrThrow({ where: key, include: { campaign: true } });
}

/** Drafts what shall take the place of the newest version; that one goes on until then. */
export async function draftCampaignVersion(
  deps: Deps,
  actor: Actor,
  input: { campaignId: string; idempotencyKey: string },
): Promise<VersionOfCampaign> {
  can(actor, "campaign:draft");
  const { campaignId } = input;
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM campaign WHERE id = ${campaignId} FOR UPDATE`;
    const [latest] = await tx.campaignVersion.findMany({
      where: { campaignId, ...visibleVersions(actor) },
      orderBy: { version: "desc" },
      take: 1,
      include: { campaign: true },
    });
    if (!latest || ownerOf(latest.campaign) !== houseOf(actor)) throw new CampaignNotFound(campaignId);
    const making = { verb: "draftCampaignVersion", input, objectId: `${campaignId}:${latest.version + 1}` };
    const first = await takeKey(tx, actor, making);
    if (first) return tx.campaignVersion.findFirstOrThrow(versionNamed(first));
    if (["DRAFT", "IN_REVIEW", "SCHEDULED"].includes(latest.state)) throw new CampaignInPreparation(latest.id);
    const checked = await checkDefinition(deps, houseOf(actor), storedDefinition(latest));
    return lay(tx, actor, { campaignId, version: latest.version + 1, at: deps.clock.now() }, checked);
  });
}

function versionNamed(name: string) {
  const [campaignId = "", version = ""] = name.split(":");
  return { where: { campaignId, version: Number(version) }, include: { campaign: true } } as const;
}

type Place = { campaignId: string; version: number; at: Date };

async function lay(
  tx: Tx,
  actor: Actor,
  { campaignId, version, at }: Place,
  checked: CheckedDefinition,
): Promise<VersionOfCampaign> {
  const id = newId("campaignVersion");
  const authors = [personOf(actor)?.id ?? ""];
  const data = { id, campaignId, version, ...checked, authors, createdAt: at };
  const made = await tx.campaignVersion.create({ data, include: { campaign: true } });
  const step = { object: "campaign", objectId: id, from: null, to: "DRAFT", at, partnerId: partnerOf(actor) };
  await recordStep(tx, actor, { ...step, after: { campaignId, version, definition: checked.definition } });
  return made;
}

export type EditCampaignDraft = { campaignVersionId: string; definition: unknown };

/** Writes a draft anew; who did is one of its authors, and not its reviewer. */
export async function editCampaignDraft(
  deps: Deps,
  actor: Actor,
  { campaignVersionId, definition }: EditCampaignDraft,
): Promise<VersionOfCampaign> {
  can(actor, "campaign:draft");
  return deps.db.$transaction(async (tx) => {
    const found = await lockOwn(tx, actor, campaignVersionId);
    nextCampaignState(found, "edit");
    const checked = await checkDefinition(deps, houseOf(actor), definition);
    const authors = [...new Set([...found.authors, personOf(actor)?.id ?? ""])];
    const data = { ...checked, authors };
    const edited = await tx.campaignVersion.update({ where: { id: found.id }, data, include: { campaign: true } });
    const about = { action: "editCampaignDraft", object: "campaign", objectId: found.id };
    const [before, after] = [found, edited].map(({ definition: is }) => ({ definition: is }));
    await recordAudit(tx, actor, { ...about, at: deps.clock.now(), before: before ?? null, after: after ?? null });
    return edited;
  });
}

/** Throws a draft away. */
export async function discardCampaignDraft(
  deps: Deps,
  actor: Actor,
  { campaignVersionId, reason }: { campaignVersionId: string; reason: string },
): Promise<VersionOfCampaign> {
  can(actor, "campaign:draft");
  const because = checkText("reason", reason);
  return deps.db.$transaction(async (tx) => {
    const found = await lockOwn(tx, actor, campaignVersionId);
    if (found.state === "ENDED" && found.startedAt === null) return found;
    const at = deps.clock.now();
    return moveVersion(tx, actor, found, { event: "discard", at, reason: because, endedAt: at });
  });
}
