import type { Profiler } from "node:inspector";
import { expect, test } from "vitest";
import { flameGraph } from "#api/bench/gateway/flame.ts";
import { layerNames, spentBy, stacksOf } from "#api/bench/gateway/profile.ts";

const ours = "file:///home/somebody/zgoda/api/";
const theirs = "file:///home/somebody/zgoda/node_modules/";

/** A node of a profile: what it is called by, and how long samples found it innermost. */
type Sampled = { by?: number; name: string; url?: string; us?: number };

/** As Node tells it. Ids are places in the list, counted from 1. */
function profileOf(sampled: readonly Sampled[]): Profiler.Profile {
  const nodes = sampled.map(({ name, url = "" }, nth) => ({
    id: nth + 1,
    callFrame: { functionName: name, url, scriptId: "0", lineNumber: 6, columnNumber: 0 },
    children: sampled.flatMap(({ by }, child) => (by === nth + 1 ? [child + 1] : [])),
  }));
  const told = sampled.flatMap(({ us = 0 }, nth) => (us > 0 ? [{ id: nth + 1, us }] : []));
  const [samples, timeDeltas] = [told.map(({ id }) => id), told.map(({ us }) => us)];
  return { nodes, startTime: 0, endTime: 0, samples, timeDeltas };
}

const profile = profileOf([
  { name: "(root)" },
  { by: 1, name: "(idle)", us: 5_000 },
  { by: 1, name: "(program)", us: 100 },
  { by: 1, name: "answer", url: `${ours}server/http.ts`, us: 50 },
  { by: 4, name: "recordPurchase", url: `${ours}use-cases/purchases/record-purchase.ts`, us: 200 },
  { by: 5, name: "sort", us: 30 },
  { by: 5, name: "canonical", url: `${ours}kernel/fingerprint.ts`, us: 7 },
  { by: 7, name: "canonical", url: `${ours}kernel/fingerprint.ts`, us: 40 },
  { by: 5, name: "", url: `${ours}engine/evaluate.ts`, us: 70 },
  { by: 1, name: "parse", url: `${theirs}pg/lib/query.js`, us: 12 },
  { by: 10, name: "uncork", url: "node:internal/streams/writable", us: 8 },
  { by: 1, name: "onStreamRead", url: "node:internal/stream_base_commons", us: 5 },
  { by: 1, name: "profiled", url: `${ours}bench/gateway/profile.ts`, us: 900 },
]);

test("a moment belongs to the innermost layer around it, and rests and measuring to none", () => {
  expect(Object.fromEntries(spentBy(stacksOf(profile)))).toEqual({
    "Node's own": 100,
    HTTP: 55,
    deciding: 277,
    engine: 70,
    "database driver": 20,
  });
});

test("a layer's functions begin anew in it, and one that calls itself is one", () => {
  const deciding = stacksOf(profile).filter(({ layer }) => layer === "deciding");
  const first = "recordPurchase api/use-cases/purchases/record-purchase.ts";
  const within = deciding.map(({ frames, us }) => [us, ...frames]);
  expect(within).toEqual([
    [200, first],
    [30, first, "sort"],
    [7, first, "canonical api/kernel/fingerprint.ts"],
    [40, first, "canonical api/kernel/fingerprint.ts"],
  ]);
});

test("the picture says of every function how much it was, and nothing of the machine it was drawn on", () => {
  const drawn = flameGraph(stacksOf(profile), "One purchase");
  const titles = [...drawn.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title);
  expect(titles).toEqual([
    "HTTP: 55 µs, 10.5 %",
    "answer api/server/http.ts: 50 µs, 9.6 %",
    "onStreamRead node:internal/stream_base_commons: 5.0 µs, 1.0 %",
    "deciding: 277 µs, 53.1 %",
    "recordPurchase api/use-cases/purchases/record-purchase.ts: 277 µs, 53.1 %",
    "canonical api/kernel/fingerprint.ts: 47 µs, 9.0 %",
    "sort: 30 µs, 5.7 %",
    "engine: 70 µs, 13.4 %",
    "(unnamed) api/engine/evaluate.ts:7: 70 µs, 13.4 %",
    "database driver: 20 µs, 3.8 %",
    "parse pg/lib/query.js: 20 µs, 3.8 %",
    "uncork node:internal/streams/writable: 8.0 µs, 1.5 %",
    "Node's own: 100 µs, 19.2 %",
    "(program): 100 µs, 19.2 %",
  ]);
  expect(drawn).not.toContain("somebody");
});

test("every layer is a column of its own, none is lost on the way to the picture", () => {
  const stacks = layerNames.map((layer) => ({ layer, frames: [], us: 1 }));
  expect(flameGraph(stacks, "All").match(/<title>/g)).toHaveLength(layerNames.length);
});
