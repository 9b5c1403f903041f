import { readFileSync } from "node:fs";
import { liveCampaigns } from "#api/bench/engine/campaigns.ts";
import type { Print } from "#api/bench/figures.ts";
import { reportPaces } from "#api/bench/gateway/beside.ts";
import { cardOf } from "#api/bench/gateway/cards.ts";
import { CHAINS, CONNECTIONS, doNothing, type Lab, requestsTo, withLab } from "#api/bench/gateway/hub.ts";
import { server } from "#api/bench/gateway/load.ts";
import { ANY, NTH } from "#api/bench/gateway/marks.ts";
import { benchId, layDays } from "#api/bench/month/load.ts";
import { race } from "#api/bench/race.ts";

const CAMPAIGNS = 100;
const SHARE_OF_MOST = 0.6;
const VISITS_A_YEAR = 20;

/**
 * `recordPurchase` from the socket to the commit and back, everything on: beside a mutation of stock Yoga that does
 * nothing; and at the tills of a chain with a hundred campaigns, beside those of a chain without any: with everyday
 * receipts, of which a few of the campaigns give something, and with receipts full of what is on offer.
 */
export async function gatewayPurchase(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const members = quick ? 20_000 : 100_000;
  await withLab(members, async (lab) => {
    await layCampaigns(lab);
    const today = new Date().toISOString().slice(0, 10);
    await layDays(lab.connection.pool, { partners: CONNECTIONS, members, daysEach: VISITS_A_YEAR, today });
    const hub = await lab.open();
    const stock = await lab.stock();
    const values = cards(members);
    const chainKeys = await lab.keysOf(hub, "chain");
    const till = (name: string, keys: readonly string[], body = purchase(5)) =>
      server(name, { port: hub.port, requests: requestsTo(hub.port, body, keys), values });
    const among = `purchase, one chain, ${CAMPAIGNS} campaigns`;
    const amongOffers = `${among}, all on offer`;
    const single = till("purchase", await lab.keysOf(hub, "partners"));
    const contenders = [
      server("stock Yoga, nothing", { port: stock, requests: requestsTo(stock, doNothing) }),
      single,
      till("purchase, one chain", await lab.keysOf(hub, "otherChain")),
      till(among, chainKeys),
      till(amongOffers, chainKeys, purchase(5, "on offer")),
    ];
    const rounds = { rounds: quick ? 3 : 7, seconds: quick ? 2 : 5 };
    const paces = await race(contenders, { inFlight: CONNECTIONS, ...rounds });
    const goals = [
      { of: "purchase", beside: "stock Yoga, nothing", goal: "≥ 0.6" },
      { of: among, beside: "purchase, one chain", goal: "≥ 0.8" },
      { of: amongOffers, beside: "purchase, one chain" },
    ];
    const conditions = { connections: CONNECTIONS, members };
    reportPaces(print, "gateway.purchase", paces, { conditions, goals });
    await reportApplied(print, lab);
    const perSecond = (paces.get("purchase")?.perSecond ?? 0) * SHARE_OF_MOST;
    const calm = await race([single], { inFlight: CONNECTIONS, ...rounds, perSecond });
    const p99 = {
      bench: "gateway.purchase",
      variant: `p99 at ${100 * SHARE_OF_MOST} % of the most`,
      goal: "≤ 50",
    } as const;
    print({ ...p99, conditions, value: calm.get("purchase")?.p99Ms ?? Number.NaN, unit: "ms" });
  });
}

export const operation = (name: string): string =>
  readFileSync(new URL(`../../../schema/operations/till/${name}.graphql`, import.meta.url), "utf8");

export const cards = (members: number): string[] => Array.from({ length: members }, (_none, n) => cardOf(n));

/** What the lines are about: a shelf of which the hundred campaigns favour little, or nothing but goods on offer. */
type Goods = "everyday" | "on offer";

/** A receipt of some lines for a card of chance, with a number and a key of its own each time. */
export const purchase = (lines: number, goods: Goods = "everyday") => ({
  query: operation("RecordPurchase"),
  variables: { input: sale(lines, goods) },
});

export const sale = (lines: number, goods: Goods = "everyday") => ({
  member: { card: ANY },
  total: `${lines * 8}.00`,
  lines: Array.from({ length: lines }, (_none, i) => lineOf(i + 1, goods)),
  occurredAt: tuesdayEvening().toISOString(),
  receiptNumber: NTH,
  idempotencyKey: `bench-sale-${NTH}`,
});

/** The last one: which campaigns have their hours must not depend on when one measures. */
function tuesdayEvening(now = new Date()): Date {
  const daysAgo = ((now.getUTCDay() + 4) % 7) + 1;
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - daysAgo, 18, 5));
}

/** Campaigns are about the categories and brands 0 to 9. */
function lineOf(seq: number, goods: Goods) {
  const shelf = goods === "on offer" ? seq : seq * 7;
  const about = { sku: `sku-${seq}`, name: "Goods", category: `category-${shelf}`, brand: `brand-${shelf}` };
  return { seq, ...about, quantity: "1", amount: "8.00" };
}

/** How many campaigns gave something to a receipt of the chain, on the average. */
async function reportApplied(print: Print, { connection: { pool } }: Lab): Promise<void> {
  const { rows } = await pool.query<{ offers: boolean; applied: number }>(
    `SELECT r.offers, avg(r.applied)::float8 AS applied FROM purchase p CROSS JOIN LATERAL (
       SELECT (p.lines::jsonb @? '$[*][2] ? (@ == "category-5")') AS offers,
         (SELECT count(DISTINCT e->'source'->>'campaignId') FROM json_array_elements(p.granted->'effects') e
          WHERE e->'source'->>'campaignId' IS NOT NULL) AS applied) r
     WHERE p.partner_id = $1 GROUP BY 1 ORDER BY 1`,
    [benchId("ptn", CHAINS.chain)],
  );
  for (const { offers, applied } of rows) {
    const variant = `campaigns that gave something to a receipt${offers ? ", all on offer" : ""}`;
    print({ bench: "gateway.purchase", variant, conditions: { campaigns: CAMPAIGNS }, value: applied, unit: "count" });
  }
}

/** Of the chain alone, so that other partners' tills have none. */
async function layCampaigns({ connection: { pool } }: Lab): Promise<void> {
  const campaigns = liveCampaigns(CAMPAIGNS).map(
    ({ id: _id, version: _v, partnerId: _p, ...definition }) => definition,
  );
  await pool.query(
    `WITH told AS (SELECT n, d, 'cmp_' || lpad(n::text, 26, '0') AS id FROM json_array_elements($1::json) WITH ORDINALITY x(d, n)),
      laid AS (INSERT INTO campaign (id, partner_id, created_by, created_at) SELECT id, $2, 'system', '2026-01-01Z' FROM told)
     INSERT INTO campaign_version (id, campaign_id, version, state, definition, starts_at, needs_joining, started_at, created_at)
     SELECT replace(id, 'cmp', 'cmv'), id, 1, 'LIVE', d, '2026-01-01Z', false, '2026-01-01Z', '2026-01-01Z' FROM told`,
    [JSON.stringify(campaigns), benchId("ptn", CHAINS.chain)],
  );
}
