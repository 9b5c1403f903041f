import { type Actor, actorRef, partnerOf } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { campaignPath, type VersionOfCampaign } from "#api/use-cases/campaigns/houses.ts";
import { lockVersion } from "#api/use-cases/campaigns/lock-version.ts";
import { CampaignVersionNotFound } from "#api/use-cases/campaigns/refusals.ts";
import { nameOf } from "#api/use-cases/campaigns/run-campaign.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { notifyHouses } from "#api/use-cases/notices/notify-houses.ts";
import { partnersWhoMay } from "#api/use-cases/notices/who-may.ts";

export type JoinCampaign = { campaignVersionId: string };

const joinable = ["SCHEDULED", "LIVE", "PAUSED"];

/** A partner's yes to paying its share at its own tills. Joining what one has joined changes nothing. */
export async function joinCampaign(deps: Deps, actor: Actor, input: JoinCampaign): Promise<VersionOfCampaign> {
  return move(deps, actor, input, "join");
}

/** From now on it does not run at the partner's tills. */
export async function leaveCampaign(deps: Deps, actor: Actor, input: JoinCampaign): Promise<VersionOfCampaign> {
  return move(deps, actor, input, "leave");
}

async function move(
  deps: Deps,
  actor: Actor,
  { campaignVersionId: versionId }: JoinCampaign,
  deed: "join" | "leave",
): Promise<VersionOfCampaign> {
  can(actor, "campaign:join");
  const partnerId = partnerOf(actor) ?? "";
  return deps.db.$transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    const isOffered = version.needsJoining && (joinable.includes(version.state) || version.startedAt !== null);
    if (!isOffered) throw new CampaignVersionNotFound(versionId);
    const key = { versionId_partnerId: { versionId, partnerId } };
    const known = await tx.campaignJoining.findUnique({ where: key });
    const isIn = known !== null && known.leftAt === null;
    if (isIn === (deed === "join")) return version;
    if (version.state === "ENDED") throw new TransitionRefused("campaign", versionId, version.state, deed);
    const at = deps.clock.now();
    const joined = { joinedBy: actorRef(actor), joinedAt: at, leftAt: null };
    if (deed === "leave") await tx.campaignJoining.update({ where: key, data: { leftAt: at } });
    else await tx.campaignJoining.upsert({ where: key, create: { versionId, partnerId, ...joined }, update: joined });
    const about = { action: `${deed}Campaign`, object: "campaign", objectId: versionId, partnerId };
    await recordAudit(tx, actor, { ...about, at, before: { joined: isIn }, after: { joined: !isIn } });
    return version;
  });
}

/** Tells every partner that trades what it can join. */
export async function tellJoinable(tx: Tx, version: VersionOfCampaign, at: Date): Promise<void> {
  const partners = await tx.partner.findMany({ where: { isOperator: false, status: "ACTIVE" }, select: { id: true } });
  const houses = { partnerIds: partners.map(({ id }) => id), roles: partnersWhoMay("campaign:join") };
  const href = campaignPath(houses.partnerIds[0] ?? "", version);
  await notifyHouses(tx, houses, { kind: "CAMPAIGN_JOINABLE", facts: { campaign: nameOf(version) }, href, at });
}
