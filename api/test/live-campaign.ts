import { campaignDefinition } from "#api/engine/campaign.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Definition } from "#api/test/campaigns.ts";
import type { TestPartner, World } from "#api/test/world.ts";

/** A campaign that runs, as if people had drafted, reviewed and begun it; answers its id. Null: everybody's. */
export async function runCampaign(
  { deps: { db } }: World,
  owner: TestPartner | null,
  wish: Omit<Definition, "name" | "startsAt">,
): Promise<string> {
  const definition = campaignDefinition.parse({ name: { en: "Spring" }, startsAt: "2026-01-01T00:00:00Z", ...wish });
  const [id, startsAt] = [newId("campaign"), new Date(definition.startsAt)];
  const made = { createdAt: startsAt };
  await db.campaign.create({ data: { id, partnerId: owner?.id ?? null, createdBy: "system", ...made } });
  const version = { id: newId("campaignVersion"), campaignId: id, version: 1, state: "LIVE" as const, startsAt };
  const paid = { funderIds: [], needsJoining: false, authors: [] };
  await db.campaignVersion.create({
    data: { ...version, definition: JSON.parse(JSON.stringify(definition)), ...paid, startedAt: startsAt, ...made },
  });
  return id;
}

/** One rule of a campaign that always applies, or where the expressions hold. */
export const ruleOf = (effect: Definition["rules"][number]["effects"][number], ...conditions: string[]) => ({
  label: { en: "Rule" },
  conditions: conditions.map((expression) => ({ label: { en: expression }, expression })),
  effects: [effect],
});
