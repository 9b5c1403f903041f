import { readFileSync } from "node:fs";
import { liveCampaigns } from "#api/bench/engine/campaigns.ts";
import type { Print } from "#api/bench/figures.ts";
import { reportPaces } from "#api/bench/gateway/beside.ts";
import { cardOf } from "#api/bench/gateway/cards.ts";
import { ANY, NTH } from "#api/bench/gateway/client.ts";
import { CHAINS, CONNECTIONS, doNothing, type Lab, requestsTo, type Whose, withLab } from "#api/bench/gateway/hub.ts";
import { server } from "#api/bench/gateway/load.ts";
import { benchId } from "#api/bench/month/load.ts";
import { race } from "#api/bench/race.ts";

const CAMPAIGNS = 100;
const SHARE_OF_MOST = 0.6;

/**
 * `recordPurchase` from the socket to the commit and back, everything on: beside a mutation of stock Yoga that does
 * nothing; and at the tills of a chain with a hundred campaigns, beside those of a chain without any.
 */
export async function gatewayPurchase(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const members = quick ? 20_000 : 100_000;
  await withLab(members, async (lab) => {
    await layCampaigns(lab);
    const hub = await lab.open();
    const stock = await lab.stock();
    const values = cards(members);
    const till = async (name: string, whose: Whose) =>
      server(name, {
        port: hub.port,
        requests: requestsTo(hub.port, purchase(5), await lab.keysOf(hub, whose)),
        values,
      });
    const single = await till("purchase", "partners");
    const contenders = [
      server("stock Yoga, nothing", { port: stock, requests: requestsTo(stock, doNothing) }),
      single,
      await till("purchase, one chain", "otherChain"),
      await till(`purchase, one chain, ${CAMPAIGNS} campaigns`, "chain"),
    ];
    const rounds = { rounds: quick ? 3 : 7, seconds: quick ? 2 : 5 };
    const paces = await race(contenders, { inFlight: CONNECTIONS, ...rounds });
    const goals = [
      { of: "purchase", beside: "stock Yoga, nothing", goal: "≥ 0.6" },
      { of: `purchase, one chain, ${CAMPAIGNS} campaigns`, beside: "purchase, one chain", goal: "≥ 0.8" },
    ];
    const conditions = { connections: CONNECTIONS, members };
    reportPaces(print, "gateway.purchase", paces, { conditions, goals });
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

/** A receipt of some lines for a card of chance, with a number and a key of its own each time. */
export const purchase = (lines: number) => ({ query: operation("RecordPurchase"), variables: { input: sale(lines) } });

export const sale = (lines: number) => ({
  member: { card: ANY },
  total: `${lines * 8}.00`,
  lines: Array.from({ length: lines }, (_none, i) => lineOf(i + 1)),
  receiptNumber: NTH,
  idempotencyKey: `bench-sale-${NTH}`,
});

const lineOf = (seq: number) => {
  const about = { sku: `sku-${seq}`, name: "Goods", category: `category-${seq}`, brand: `brand-${seq}` };
  return { seq, ...about, quantity: "1", amount: "8.00" };
};

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
