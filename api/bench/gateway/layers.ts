import { mkdir, writeFile } from "node:fs/promises";
import type { Print } from "#api/bench/figures.ts";
import { flameGraph } from "#api/bench/gateway/flame.ts";
import { CONNECTIONS, requestsTo, withLab } from "#api/bench/gateway/hub.ts";
import { server } from "#api/bench/gateway/load.ts";
import { profiled, type Stack, spentBy, stacksOf } from "#api/bench/gateway/profile.ts";
import { cards, purchase } from "#api/bench/gateway/purchase.ts";

const picture = new URL("../../../docs/performance/purchase.svg", import.meta.url);

/**
 * What one purchase costs the gateway's thread, layer by layer: samples of it while tills keep it busy say the shares, its
 * time of the processor says of how much. `record` draws the same samples function by function.
 */
export async function gatewayLayers(print: Print, { quick, record }: { quick: boolean; record: boolean }) {
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
    const stacks = toUs(stacksOf(profile), result.cpuUs ?? 0);
    const conditions = { connections: CONNECTIONS, members, purchases };
    for (const [variant, value] of [...spentBy(stacks)].sort(([, a], [, b]) => b - a)) {
      print({ bench: "gateway.layers", variant, conditions, value, unit: "µs" });
    }
    if (!record) return;
    const title = `One recordPurchase: ${Math.round(result.cpuUs ?? 0)} µs of the gateway's thread`;
    await mkdir(new URL(".", picture), { recursive: true });
    await writeFile(picture, flameGraph(stacks, title));
  });
}

/** The same shares of another whole: how long samples took in all depends on who else had the processor meanwhile. */
function toUs(stacks: readonly Stack[], whole: number): Stack[] {
  const sum = stacks.reduce((total, { us }) => total + us, 0);
  return stacks.map((stack) => ({ ...stack, us: (stack.us * whole) / sum }));
}
