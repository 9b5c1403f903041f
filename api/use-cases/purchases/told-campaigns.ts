import type { CampaignDefinition, Limit } from "#api/engine/campaign.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/**
 * What campaigns said that a receipt's reasons name, by `id@version`; by `id` alone as they said it last while they ran.
 * Whoever may read the reasons may read what they are called: members too, who see no campaign otherwise.
 */
export async function findToldCampaigns(
  { db }: Deps,
  actor: Actor,
  keys: readonly string[],
): Promise<Map<string, CampaignDefinition>> {
  if (!may(actor, "purchase:read")) return new Map();
  const named = keys.map((key) => key.split("@"));
  const rows = await db.campaignVersion.findMany({
    where: { campaignId: { in: [...new Set(named.map(([id = ""]) => id))] }, startedAt: { not: null } },
    orderBy: { version: "asc" },
  });
  const told = new Map<string, CampaignDefinition>();
  const asked = new Set(keys);
  for (const row of rows) {
    for (const key of [row.campaignId, `${row.campaignId}@${row.version}`]) {
      if (asked.has(key)) told.set(key, storedDefinition(row));
    }
  }
  return told;
}

/** The limit that a counter counts, by the counter's name: `campaign:{id}:{rule}:{unit}[:{member}]:{period}`. */
export function limitOfCounter({ limits }: CampaignDefinition, counter: string): Limit | null {
  const [, , rule, unit = "", ...rest] = counter.split(":");
  const [period = "", member] = rest.toReversed();
  const scope = member === undefined ? "CAMPAIGN" : "MEMBER";
  const nth = rule === "all" ? null : Number(rule?.slice("rule".length));
  return (
    limits.find(
      (limit) =>
        limit.rule === nth &&
        limit.unit === unit.toUpperCase() &&
        limit.scope === scope &&
        limit.period === periodOf(period),
    ) ?? null
  );
}

function periodOf(name: string): Limit["period"] {
  if (name === "ever") return "EVER";
  if (name.startsWith("week-")) return "WEEK";
  return name.length === "2026-01-31".length ? "DAY" : "MONTH";
}
