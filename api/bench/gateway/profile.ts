import type { Profiler, Runtime } from "node:inspector";
import { Session } from "node:inspector/promises";

/** What is no purchase's: when nobody asked, and what measuring takes. */
const REST = "rest";

/** Where a moment belongs: to the innermost of its callers that is named here. */
const layers: readonly [layer: string, where: RegExp][] = [
  [REST, /api\/bench\/|node:inspector/],
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
  ["database driver", / pg(-\w+)?\//],
  ["HTTP", /node:_http|api\/server\//],
];
/** Node's sockets are everybody's: a request's where nobody else called them. */
const sockets = /node:(net|internal\/stream)/;
const special = new Map([
  ["(idle)", REST],
  ["(garbage collector)", "memory given back"],
]);
const NODE = "Node's own";

/** In the order of a request's way, and what is nobody's at the end. */
export const layerNames: readonly string[] = [
  ..."HTTP,identity,limits,parse and validate,context,execution,deciding,batched reads,engine,posting".split(","),
  ...["database driver", "result", "memory given back", NODE],
];

/** A function and the file it is in: `decide api/use-cases/…`. Where this machine keeps its files is left out. */
export type Frame = string;
/** Microseconds that were spent in one place: the innermost frames of one layer, the outermost of them first. */
export type Stack = { layer: string; frames: Frame[]; us: number };

/** Samples this thread while `work` is under way. */
export async function profiled<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; profile: Profiler.Profile }> {
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

type Place = { layer: string; frames: Frame[] };

/** What the thread did for its callers; what nobody called of ours is Node's own. A function that calls itself is one. */
export function stacksOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Stack[] {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const byId = new Map(nodes.map((node) => [node.id, frameOf(node.callFrame)]));
  const places = new Map<number, Place>();

  function placeOf(id: number): Place {
    const known = places.get(id);
    if (known) return known;
    const frame = byId.get(id) ?? "(root)";
    const parent = parents.get(id);
    const above: Place = parent === undefined ? { layer: NODE, frames: [] } : placeOf(parent);
    const layer = layerOf(frame) ?? (above.layer === NODE && sockets.test(frame) ? "HTTP" : above.layer);
    const within = layer === above.layer ? above.frames : [];
    const place = { layer, frames: frame === within.at(-1) ? within : [...within, ...named(frame)] };
    places.set(id, place);
    return place;
  }

  const spent = new Map<Place, number>();
  samples.forEach((id, nth) => {
    const place = placeOf(id);
    if (place.layer !== REST) spent.set(place, (spent.get(place) ?? 0) + (timeDeltas[nth] ?? 0));
  });
  return [...spent].map(([place, us]) => ({ ...place, us }));
}

/** Microseconds by layer. */
export function spentBy(stacks: readonly Stack[]): Map<string, number> {
  const spent = new Map<string, number>();
  for (const { layer, us } of stacks) spent.set(layer, (spent.get(layer) ?? 0) + us);
  return spent;
}

function layerOf(frame: Frame): string | undefined {
  return special.get(frame) ?? layers.find(([, where]) => where.test(frame))?.[0];
}

/** The root of all, and what bears its layer's name, say nothing. */
const named = (frame: Frame): Frame[] => (frame === "(root)" || special.has(frame) ? [] : [frame]);

/** A function without a name is told by its line. */
function frameOf({ functionName, url, lineNumber }: Runtime.CallFrame): Frame {
  const place = url.replace(/^.*\/(?=(api|node_modules)\/)/, "").replace(/^node_modules\//, "");
  if (functionName !== "") return [functionName, ...(place === "" ? [] : [place])].join(" ");
  return place === "" ? "(unnamed)" : `(unnamed) ${place}:${lineNumber + 1}`;
}
