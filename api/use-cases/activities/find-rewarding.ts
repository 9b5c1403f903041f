import { activityKindsOf } from "#api/engine/activity-kinds.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { findActivityKinds } from "#api/use-cases/activities/find-activities.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import { visibleVersions } from "#api/use-cases/campaigns/find-campaigns.ts";
import type { VersionOfCampaign } from "#api/use-cases/campaigns/houses.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/**
 * The campaigns that are about kinds of activities, by the kind's id: those whose conditions name the kind, and those whose
 * conditions name none. Newest first, as far as the viewer may see them: what is agreed on and not over.
 */
export async function findRewarding(
  deps: Deps,
  actor: Actor,
  kindIds: readonly string[],
): Promise<Map<string, VersionOfCampaign[]>> {
  if (!may(actor, "campaign:read")) return new Map();
  const [kinds, versions] = await Promise.all([
    findActivityKinds(deps, actor, kindIds),
    deps.db.campaignVersion.findMany({
      where: {
        AND: [visibleVersions(actor), { definition: { path: ["occasion"], equals: "ACTIVITY" } }],
        state: { in: ["SCHEDULED", "LIVE", "PAUSED"] },
      },
      include: { campaign: true },
      orderBy: { id: "desc" },
    }),
  ]);
  const read = versions.map((version) => ({ version, about: activityKindsOf(storedDefinition(version).rules) }));
  return new Map(
    [...kinds.values()].map(({ id, code }) => [
      id,
      read.filter(({ about }) => about === null || about.has(code)).map(({ version }) => version),
    ]),
  );
}
