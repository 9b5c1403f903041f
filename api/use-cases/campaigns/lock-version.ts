import type { Actor } from "#api/kernel/actor.ts";
import type { CampaignVersion, Tx } from "#api/sql/rows.ts";
import { houseOf, housesOf, OPERATOR, ownerOf, type VersionOfCampaign } from "#api/use-cases/campaigns/houses.ts";
import { CampaignVersionNotFound } from "#api/use-cases/campaigns/refusals.ts";
import { type CampaignEvent, nextCampaignState } from "#api/use-cases/campaigns/states.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** Holds the campaign with all its versions still until the transaction ends. */
export async function lockVersion(tx: Tx, id: string): Promise<VersionOfCampaign> {
  await tx.$executeRaw`
    SELECT FROM campaign c JOIN campaign_version v ON v.campaign_id = c.id WHERE v.id = ${id} FOR UPDATE OF c`;
  const found = await tx.campaignVersion.findUnique({ where: { id }, include: { campaign: true } });
  if (!found) throw new CampaignVersionNotFound(id);
  return found;
}

/** The same for those whose campaign it is. */
export async function lockOwn(tx: Tx, actor: Actor, id: string): Promise<VersionOfCampaign> {
  const found = await lockVersion(tx, id);
  if (ownerOf(found.campaign) !== houseOf(actor)) throw new CampaignVersionNotFound(id);
  return found;
}

/** The same for everybody who pays for it, and for the operator, who answers for all points. */
export async function lockPaid(tx: Tx, actor: Actor, id: string): Promise<VersionOfCampaign> {
  const found = await lockVersion(tx, id);
  const house = houseOf(actor);
  if (ownerOf(found.campaign) === house) return found;
  const isPrivate = found.state === "DRAFT" || (house !== OPERATOR && !housesOf(found).includes(house));
  if (isPrivate) throw new CampaignVersionNotFound(id);
  return found;
}

type Move = { event: CampaignEvent; at: Date; reason?: string | null; approvalId?: string | null } & Partial<
  Pick<CampaignVersion, "round" | "pausedBy" | "startedAt" | "endedAt">
>;

/** Moves a locked version on and leaves the step. */
export async function moveVersion(
  tx: Tx,
  actor: Actor,
  version: VersionOfCampaign,
  { event, at, reason = null, approvalId = null, ...changes }: Move,
): Promise<VersionOfCampaign> {
  const { id, state: from, campaign } = version;
  const to = nextCampaignState(version, event);
  const { partnerId } = campaign;
  await recordStep(tx, actor, { object: "campaign", objectId: id, from, to, at, reason, approvalId, partnerId });
  const moved = await tx.campaignVersion.update({ where: { id }, data: { state: to, ...changes } });
  return { ...moved, campaign };
}
