import { destination } from "pino";
import type { Print } from "#api/bench/figures.ts";
import { reportPaces } from "#api/bench/gateway/beside.ts";
import { CONNECTIONS, doNothing, nothing, requestsTo, withLab } from "#api/bench/gateway/hub.ts";
import { server } from "#api/bench/gateway/load.ts";
import { race } from "#api/bench/race.ts";
import { createLog } from "#api/server/log.ts";
import { openMetrics } from "#api/server/metrics.ts";

const COUNTED = 1_000_000;
const LOGGED = 100_000;

/** What one request takes to be counted and timed. */
function costOfCounting(): number {
  const { operation } = openMetrics();
  const before = process.threadCpuUsage();
  for (let n = 0; n < COUNTED; n++) operation("Nothing", "short", "data", n % 50);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / COUNTED;
}

/** What a line about one request takes to be written; there is none unless the log is at `debug`. */
function costOfLogging(): number {
  const log = createLog("debug", destination("/dev/null"));
  const before = process.threadCpuUsage();
  for (let n = 0; n < LOGGED; n++) {
    log.debug(
      { requestId: `nothing-${n}`, operation: "Nothing", outcome: "data", way: "short", ms: n % 50 },
      "answered",
    );
  }
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / LOGGED;
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
    const tell = (variant: string, value: number) =>
      print({ bench: "gateway.nothing", variant, conditions: {}, value, unit: "µs" });
    tell("of it for the metrics", costOfCounting());
    tell("and for the log where it tells of every request", costOfLogging());
  });
}
