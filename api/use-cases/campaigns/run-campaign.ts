import type { Words } from "#api/engine/campaign.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import {
  campaignPath,
  houseOf,
  housesOf,
  OPERATOR,
  partnerIdOf,
  type VersionOfCampaign,
} from "#api/use-cases/campaigns/houses.ts";
import { lockPaid, moveVersion } from "#api/use-cases/campaigns/lock-version.ts";
import { PausedByAnotherHouse } from "#api/use-cases/campaigns/refusals.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { operatorsWhoMay, partnersWhoMay } from "#api/use-cases/notices/who-may.ts";
import { storedWords } from "#api/use-cases/offers/authored.ts";
import { checkText } from "#api/use-cases/partners/values.ts";

export type RunCampaign = { campaignVersionId: string; reason: string };

/** Stops it at once, whoever pays for it or answers for it asks. Pausing what is paused changes nothing. */
export async function pauseCampaign(deps: Deps, actor: Actor, input: RunCampaign): Promise<VersionOfCampaign> {
  can(actor, "campaign:run");
  const reason = checkText("reason", input.reason);
  return deps.db.$transaction(async (tx) => {
    const version = await lockPaid(tx, actor, input.campaignVersionId);
    if (version.state === "PAUSED") return version;
    const at = deps.clock.now();
    const pausedBy = houseOf(actor);
    await tellHouses(tx, actor, version, { to: "PAUSED", reason, at });
    return moveVersion(tx, actor, version, { event: "pause", at, reason, pausedBy });
  });
}

/** Lets it go on; only the house that stopped it, or the operator, does. */
export async function resumeCampaign(deps: Deps, actor: Actor, input: RunCampaign): Promise<VersionOfCampaign> {
  can(actor, "campaign:run");
  const reason = checkText("reason", input.reason);
  return deps.db.$transaction(async (tx) => {
    const version = await lockPaid(tx, actor, input.campaignVersionId);
    if (version.state === "LIVE") return version;
    const house = houseOf(actor);
    const isTheirs = version.state !== "PAUSED" || version.pausedBy === house || house === OPERATOR;
    if (!isTheirs) throw new PausedByAnotherHouse();
    return moveVersion(tx, actor, version, { event: "resume", at: deps.clock.now(), reason, pausedBy: null });
  });
}

/** Ends it for good, live or before it was. */
export async function endCampaign(deps: Deps, actor: Actor, input: RunCampaign): Promise<VersionOfCampaign> {
  can(actor, "campaign:run");
  const reason = checkText("reason", input.reason);
  return deps.db.$transaction(async (tx) => {
    const version = await lockPaid(tx, actor, input.campaignVersionId);
    if (version.state === "ENDED") return version;
    const at = deps.clock.now();
    await tellHouses(tx, actor, version, { to: "ENDED", reason, at });
    return moveVersion(tx, actor, version, { event: "end", at, reason, endedAt: at });
  });
}

type Told = { to: "PAUSED" | "ENDED"; reason: string; at: Date };

/** Every other house that has a say learns of it. */
async function tellHouses(tx: Tx, actor: Actor, version: VersionOfCampaign, { to, reason, at }: Told): Promise<void> {
  const facts = { campaign: nameOf(version), state: to, reason };
  for (const house of housesOf(version).filter((one) => one !== houseOf(actor))) {
    const partnerId = partnerIdOf(house);
    const roles = partnerId === null ? operatorsWhoMay("campaign:run") : partnersWhoMay("campaign:run");
    const href = campaignPath(house, version);
    await notifyStaff(tx, { partnerId, roles }, { kind: "CAMPAIGN_STOPPED", facts, href, at });
  }
}

/** What it is called, for notices. */
export function nameOf({ definition }: Pick<VersionOfCampaign, "definition">): Words {
  return storedWords((definition as { name: unknown }).name);
}
