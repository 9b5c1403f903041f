import type { Print } from "#api/bench/figures.ts";
import { reportPaces } from "#api/bench/gateway/beside.ts";
import { CONNECTIONS, requestsTo, withLab } from "#api/bench/gateway/hub.ts";
import { server } from "#api/bench/gateway/load.ts";
import { cards, operation, purchase, sale } from "#api/bench/gateway/purchase.ts";
import { race } from "#api/bench/race.ts";

const SIZES = [4, 8, 16, 32] as const;
/** What ZGODA_POOL is unless set. */
const OURS = 16;

/** The same tills before gateways that hold more and more connections to the database: where more are no use. */
export async function gatewayPool(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const members = quick ? 20_000 : 100_000;
  await withLab(members, async ({ open, keysOf }) => {
    const { receiptNumber: _number, idempotencyKey: _key, ...receipt } = sale(5);
    const bodies = {
      purchase: purchase(5),
      quote: { query: operation("QuotePurchase"), variables: { input: receipt } },
    };
    const hubs = await Promise.all(SIZES.map(async (size) => ({ size, hub: await open({ poolSize: size }) })));
    const keys = await keysOf(await open(), "partners");
    for (const [kind, body] of Object.entries(bodies)) {
      const nameOf = (size: number) => `${kind}, ${size} connections`;
      const contenders = hubs.map(({ size, hub }) =>
        server(nameOf(size), { port: hub.port, requests: requestsTo(hub.port, body, keys), values: cards(members) }),
      );
      const rounds = { rounds: quick ? 2 : 5, seconds: quick ? 1.5 : 5 };
      const paces = await race(contenders, { inFlight: CONNECTIONS, ...rounds });
      const others = SIZES.filter((size) => size !== OURS);
      const goals = others.map((size) => ({ of: nameOf(size), beside: nameOf(OURS) }));
      reportPaces(print, "gateway.pool", paces, { conditions: { tills: CONNECTIONS, members }, goals });
    }
  });
}
