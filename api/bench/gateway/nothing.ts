import type { Print } from "#api/bench/figures.ts";
import { reportPaces } from "#api/bench/gateway/beside.ts";
import { CONNECTIONS, doNothing, nothing, requestsTo, withLab } from "#api/bench/gateway/hub.ts";
import { server } from "#api/bench/gateway/load.ts";
import { race } from "#api/bench/race.ts";
import { openMetrics } from "#api/server/metrics.ts";

const COUNTED = 1_000_000;

/** What one request takes to be counted and timed. */
function costOfCounting(): number {
  const { operation } = openMetrics();
  const before = process.threadCpuUsage();
  for (let n = 0; n < COUNTED; n++) operation("Nothing", "short", "data", n % 50);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / COUNTED;
}

/** A mutation that does nothing, through the whole hardened gateway by either way, beside stock Yoga's bare one. */
export async function gatewayNothing(print: Print, { quick }: { quick: boolean }): Promise<void> {
  await withLab(1, async ({ open, stock, keysOf }) => {
    const short = await open({}, nothing());
    const long = await open({ shortWay: false }, nothing());
    const keys = await keysOf(short, "partners");
    const port = await stock();
    const contenders = [
      server("stock Yoga", { port, requests: requestsTo(port, doNothing) }),
      server("hub, short way", { port: short.port, requests: requestsTo(short.port, doNothing, keys) }),
      server("hub, Yoga's way", { port: long.port, requests: requestsTo(long.port, doNothing, keys) }),
    ];
    const rounds = { rounds: quick ? 3 : 7, seconds: quick ? 1.5 : 5 };
    const paces = await race(contenders, { inFlight: CONNECTIONS, ...rounds });
    const goals = [
      { of: "hub, short way", beside: "stock Yoga", goal: "≥ 2" },
      { of: "hub, Yoga's way", beside: "stock Yoga" },
    ];
    reportPaces(print, "gateway.nothing", paces, { conditions: { connections: CONNECTIONS }, goals });
    const us = costOfCounting();
    print({ bench: "gateway.nothing", variant: "of it for the metrics", conditions: {}, value: us, unit: "µs" });
  });
}
