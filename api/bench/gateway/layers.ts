import type { Profiler } from "node:inspector";
import { Session } from "node:inspector/promises";
import type { Print } from "#api/bench/figures.ts";
import { CONNECTIONS, requestsTo, withLab } from "#api/bench/gateway/hub.ts";
import { server } from "#api/bench/gateway/load.ts";
import { cards, purchase } from "#api/bench/gateway/purchase.ts";

/** Where a moment belongs: to the innermost of its callers that is named here. */
const layers: readonly [layer: string, where: RegExp][] = [
  ["identity", /api\/server\/(identify|identity\/)/],
  ["limits", /api\/server\/(rate-limits|limit-rules|deadlines)|plugin-complexity/],
  ["parse and validate", /api\/server\/(prepared|known-documents|operations)|graphql\/(language|validation)/],
  ["context", /contextOf api\/server\/graphql/],
  ["result", /answerData api\/server\/short-way|use-cases\/purchases\/(answer|find-purchases|stored)/],
  ["engine", /api\/engine\//],
  ["posting", /api\/ledger\/|api\/sql\/composite/],
  ["batched reads", /use-cases\/(together|kept)|@prisma\/|ledger\/read/],
  ["deciding", /api\/use-cases\//],
  ["execution", /graphql\/execution|graphql\/utilities|@pothos\/|api\/graph\//],
  ["database driver", /\/pg(-\w+)?\//],
  ["HTTP", /node:(_http|net|internal\/stream)|api\/server\//],
];

/** What one purchase costs the gateway's thread, layer by layer: samples of it while tills keep it busy. */
export async function gatewayLayers(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const members = quick ? 20_000 : 100_000;
  await withLab(members, async ({ open, keysOf }) => {
    const hub = await open();
    const requests = requestsTo(hub.port, purchase(5), await keysOf(hub, "partners"));
    const tills = server("purchase", { port: hub.port, requests, values: cards(members) });
    if (!("round" in tills)) return;
    const round = { inFlight: CONNECTIONS, rounds: 1, seconds: quick ? 5 : 20 };
    await tills.round(round);
    const { result, profile } = await profiled(() => tills.round(round));
    const purchases = result.waitsMs.length;
    const spent = spentBy(profile);
    const conditions = { connections: CONNECTIONS, members, purchases };
    for (const [layer, us] of [...spent].sort(([, a], [, b]) => b - a)) {
      print({ bench: "gateway.layers", variant: layer, conditions, value: us / purchases, unit: "µs" });
    }
  });
}

async function profiled<Result>(work: () => Promise<Result>): Promise<{ result: Result; profile: Profiler.Profile }> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: 500 });
    await session.post("Profiler.start");
    const result = await work();
    const { profile } = await session.post("Profiler.stop");
    return { result, profile };
  } finally {
    session.disconnect();
  }
}

/** Microseconds by layer; what nobody called of ours is Node's own. */
function spentBy({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Map<string, number> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const layerOfNode = new Map<number, string>();
  const layerOf = (id: number): string => {
    const known = layerOfNode.get(id);
    if (known) return known;
    const { functionName = "", url = "" } = byId.get(id)?.callFrame ?? {};
    const parent = parents.get(id);
    const own =
      special.get(functionName) ?? layers.find(([, where]) => where.test(`${functionName} ${placeOf(url)}`))?.[0];
    const layer = own ?? (parent === undefined ? "Node's own" : layerOf(parent));
    layerOfNode.set(id, layer);
    return layer;
  };
  const spent = new Map<string, number>();
  samples.forEach((id, at) => {
    const layer = layerOf(id);
    if (layer !== "idle") spent.set(layer, (spent.get(layer) ?? 0) + (timeDeltas[at] ?? 0));
  });
  return spent;
}

const special = new Map([
  ["(idle)", "idle"],
  ["(garbage collector)", "memory given back"],
]);

/** Without where this machine keeps its files. */
const placeOf = (url: string) => url.replace(/^.*\/(?=(api|node_modules)\/)/, "").replace(/^node_modules/, "");
