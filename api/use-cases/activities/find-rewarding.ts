import type { CampaignDefinition } from "#api/engine/campaign.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { findActivityKinds } from "#api/use-cases/activities/find-activities.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import { visibleVersions } from "#api/use-cases/campaigns/find-campaigns.ts";
import type { VersionOfCampaign } from "#api/use-cases/campaigns/houses.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/**
 * The campaigns that are about kinds of activities, by the kind's id: those whose conditions name the kind, and those that
 * ask for no kind at all. Newest first, as far as the viewer may see them; what is over is left out.
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
        state: { not: "ENDED" },
      },
      include: { campaign: true },
      orderBy: { id: "desc" },
    }),
  ]);
  const read = versions.map((version) => ({ version, definition: storedDefinition(version) }));
  return new Map(
    [...kinds.values()].map(({ id, code }) => [
      id,
      read.filter(({ definition }) => isAbout(definition, code)).map(({ version }) => version),
    ]),
  );
}

/** A rule with no condition on the kind is about all of them. */
function isAbout({ rules }: CampaignDefinition, code: string): boolean {
  return rules.some(({ conditions }) => {
    const asked = conditions.map(({ expression }) => expression).filter((text) => text.includes("activity.kind"));
    return asked.length === 0 || asked.some((text) => text.includes(`"${code}"`) || text.includes(`'${code}'`));
  });
}
