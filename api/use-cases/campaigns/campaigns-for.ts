import type { Campaign } from "#api/engine/campaign.ts";
import { type CampaignSet, compile, noCampaigns } from "#api/engine/campaign-set.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { together } from "#api/use-cases/together.ts";

/**
 * The campaigns that run at a partner's tills at this instant, ready for evaluation. What is live is asked anew in every
 * tick of the process, for all tills at once, so that a campaign that somebody paused is not served; only what does not
 * change is kept: versions by their id, and what they were made into.
 */
export async function campaignsFor(deps: Deps, partnerId: string, at: Date): Promise<CampaignSet> {
  const [rows] = await liveFor(deps, [partnerId]);
  if (!rows) return noCampaigns;
  const running = runningAt(lives.get(rows) ?? (await liveOf(deps, rows)), at.getTime());
  if (running === "") return noCampaigns;
  return sets.get(running) ?? keep(running, read(deps, running.split(" ")));
}

/** The versions that are live, in order and in one text, each as "id transaction": while the text is the same, so are the rows. */
const liveFor = together<string>(async ({ db }, partnerIds) => {
  const rows = await db.$queryRaw<{ partnerId: string; live: string }[]>`
    /* campaigns_live */
    SELECT a.id AS "partnerId", string_agg(v.id || ' ' || v.xmin, ' ' ORDER BY v.id) AS live
    FROM unnest(${[...partnerIds]}::text[]) AS a(id)
    JOIN campaign c ON c.partner_id = a.id OR c.partner_id IS NULL
    JOIN campaign_version v ON v.campaign_id = c.id AND v.state = 'LIVE'
    WHERE NOT v.needs_joining OR EXISTS (
      SELECT FROM campaign_joining j WHERE j.version_id = v.id AND j.partner_id = a.id AND j.left_at IS NULL)
    GROUP BY a.id`;
  return new Map(rows.map(({ partnerId, live }) => [partnerId, live]));
});

type Span = { id: string; from: number; until: number };
/** `all`: the ids of all of them, which run from the last beginning to the first end. */
type Live = { spans: readonly Span[]; all: string; from: number; until: number };

const LIVES_MAX = 500;
const lives = new Map<string, Live>();

/** Read after the text was: what changed in between has another text the next time. */
async function liveOf(deps: Deps, text: string): Promise<Live> {
  const rows = await versions(
    deps,
    text.split(" ").filter((_word, at) => at % 2 === 0),
  );
  const spans = rows.flatMap((row): Span[] =>
    row ? [{ id: row.id, from: row.startsAt.getTime(), until: row.endsAt?.getTime() ?? Number.POSITIVE_INFINITY }] : [],
  );
  const from = Math.max(...spans.map((span) => span.from));
  const live = { spans, all: idsOf(spans), from, until: Math.min(...spans.map(({ until }) => until)) };
  if (lives.size >= LIVES_MAX) lives.clear();
  lives.set(text, live);
  return live;
}

/** The ids of those that run at an instant, in one text. */
function runningAt(live: Live, at: number): string {
  if (live.from <= at && at < live.until) return live.all;
  return idsOf(live.spans.filter(({ from, until }) => from <= at && at < until));
}

const idsOf = (spans: readonly Span[]) => spans.map(({ id }) => id).join(" ");

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
