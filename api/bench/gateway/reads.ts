import type { Print } from "#api/bench/figures.ts";
import { reportPaces } from "#api/bench/gateway/beside.ts";
import { CONNECTIONS, nothing, requestsTo, withLab } from "#api/bench/gateway/hub.ts";
import { server } from "#api/bench/gateway/load.ts";
import { ANY } from "#api/bench/gateway/marks.ts";
import { cards, operation, sale } from "#api/bench/gateway/purchase.ts";
import { race } from "#api/bench/race.ts";

/** What a till reads, a member's balance and a quote, beside a query through the same gateway that does nothing. */
export async function gatewayReads(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const members = quick ? 20_000 : 100_000;
  await withLab(members, async ({ open, keysOf }) => {
    const [idle, hub] = [await open({}, nothing()), await open()];
    const keys = await keysOf(hub, "partners");
    const { receiptNumber: _number, idempotencyKey: _key, ...receipt } = sale(5);
    const bodies = {
      balance: { query: operation("TillMember"), variables: { kind: "CARD", value: ANY } },
      quote: { query: operation("QuotePurchase"), variables: { input: receipt } },
    };
    const values = cards(members);
    const of = (name: keyof typeof bodies) =>
      server(name, { port: hub.port, requests: requestsTo(hub.port, bodies[name], keys), values });
    const empty = { query: "query Nothing { nothing }" };
    const contenders = [
      server("nothing", { port: idle.port, requests: requestsTo(idle.port, empty, keys) }),
      of("balance"),
      of("quote"),
    ];
    const rounds = { rounds: quick ? 3 : 7, seconds: quick ? 2 : 5 };
    const paces = await race(contenders, { inFlight: CONNECTIONS, ...rounds });
    const goals = [
      { of: "balance", beside: "nothing", goal: "≥ 0.7" },
      { of: "quote", beside: "nothing", goal: "≥ 0.7" },
    ];
    reportPaces(print, "gateway.reads", paces, { conditions: { connections: CONNECTIONS, members }, goals });
  });
}
