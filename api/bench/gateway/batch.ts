import type { Print } from "#api/bench/figures.ts";
import { reportPaces } from "#api/bench/gateway/beside.ts";
import { requestsTo, withLab } from "#api/bench/gateway/hub.ts";
import { server } from "#api/bench/gateway/load.ts";
import { cards, operation, sale } from "#api/bench/gateway/purchase.ts";
import { race } from "#api/bench/race.ts";

const ROWS = 1_000;
const IN_FLIGHT = 2;

/** `submitBatch` of a thousand receipts: what tills did while they were offline. */
export async function gatewayBatch(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const members = quick ? 20_000 : 100_000;
  await withLab(members, async ({ open, keysOf }) => {
    const hub = await open();
    const rows = Array.from({ length: ROWS }, () => ({ recordPurchase: sale(1) }));
    const body = { query: operation("SubmitBatch"), variables: { input: { rows } } };
    const requests = requestsTo(hub.port, body, await keysOf(hub, "partners"));
    const contender = server("rows", { port: hub.port, requests, values: cards(members), deeds: ROWS });
    const paces = await race([contender], {
      inFlight: IN_FLIGHT,
      rounds: quick ? 2 : 5,
      seconds: quick ? 3 : 10,
    });
    const conditions = { rows: ROWS, inFlight: IN_FLIGHT, members };
    reportPaces(print, "gateway.batch", paces, { conditions, goals: [], goal: "≥ 8000" });
  });
}
