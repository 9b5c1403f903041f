import type { Campaign } from "#api/engine/campaign.ts";
import { type CampaignSet, compile, noCampaigns } from "#api/engine/campaign-set.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { together } from "#api/use-cases/together.ts";

/**
 * The campaigns that run at a partner's tills at this instant, ready for evaluation. What runs is asked anew in every
 * tick of the process, for all tills at once, so that a campaign that somebody paused is not served; only what does not
 * change is kept: versions by their id, and what they were made into.
 */
export async function campaignsFor(deps: Deps, partnerId: string, at: Date): Promise<CampaignSet> {
  const [running] = await runningAt(deps, [`${partnerId} ${at.getTime()}`]);
  if (!running) return noCampaigns;
  return sets.get(running) ?? keep(running, read(deps, running.split(" ")));
}

/** The ids of the versions, in order and in one text: many tills ask for the same many campaigns. */
const runningAt = together<string>(async ({ db }, keys) => {
  const asked = keys.map((key) => {
    const [partnerId = "", ms = "0"] = key.split(" ");
    return { key, partnerId, at: new Date(Number(ms)).toISOString() };
  });
  const rows = await db.$queryRaw<{ key: string; running: string }[]>`
    /* campaigns_running */
    SELECT a.key, string_agg(v.id, ' ' ORDER BY v.id) AS running
    FROM json_to_recordset(${JSON.stringify(asked)}::json) AS a(key text, "partnerId" text, at timestamptz)
    JOIN campaign_version v ON v.state = 'LIVE' AND v.starts_at <= a.at AND (v.ends_at IS NULL OR v.ends_at > a.at)
    JOIN campaign c ON c.id = v.campaign_id AND (c.partner_id = a."partnerId" OR c.partner_id IS NULL)
    WHERE NOT v.needs_joining OR EXISTS (
      SELECT FROM campaign_joining j WHERE j.version_id = v.id AND j.partner_id = a."partnerId" AND j.left_at IS NULL)
    GROUP BY a.key`;
  return new Map(rows.map(({ key, running }) => [key, running]));
});

/** More sets than this are not worth keeping: a coalition has a few hundred partners. */
const SETS_MAX = 500;
const sets = new Map<string, Promise<CampaignSet>>();

/** Whoever asks while it is being made ready waits for the same; what failed is tried again. */
function keep(running: string, set: Promise<CampaignSet>): Promise<CampaignSet> {
  const [oldest] = sets.keys();
  if (sets.size >= SETS_MAX && oldest !== undefined) sets.delete(oldest);
  sets.set(running, set);
  set.catch(() => sets.delete(running));
  return set;
}

const versions = together(async ({ db }, ids) => {
  const rows = await db.campaignVersion.findMany({ where: { id: { in: [...ids] } }, include: { campaign: true } });
  return new Map(rows.map((row) => [row.id, row]));
});

async function read(deps: Deps, ids: readonly string[]): Promise<CampaignSet> {
  const rows = await versions(deps, ids);
  const campaigns = rows.flatMap((row): Campaign[] =>
    row
      ? [{ ...storedDefinition(row), id: row.campaignId, version: row.version, partnerId: row.campaign.partnerId }]
      : [],
  );
  return compile(campaigns);
}
