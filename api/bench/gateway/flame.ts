import { layerNames, type Stack } from "#api/bench/gateway/profile.ts";

const WIDTH = 1_200;
const MARGIN = 16;
const ROW = 18;
/** How wide a letter is at most, and of a layer's name. */
const [LETTER, BOLD] = [6.2, 7.2];
/** The first row of layers. */
const GRAPH_TOP = 112;
const LEGEND_COLUMNS = 5;
/** What is narrower is left out: nobody could see it, and the file stays small. */
const NARROWEST = 1.2;

/** What a function and all it called within its layer took. */
type Flame = { name: string; us: number; below: Map<string, Flame> };
type LaidOut = Box & { layer: number };
type Box = { flame: Flame; depth: number; x: number; width: number };

/**
 * A picture of where time went: a column for each layer, as wide as its share, and below it its functions, each as wide as
 * itself and all it called. The same function called from the same one is one, whatever line called it. Each says in its
 * title what it is. By itself it shows nothing of the machine it was drawn on.
 */
export function flameGraph(stacks: readonly Stack[], title: string): string {
  const whole = stacks.reduce((sum, { us }) => sum + us, 0);
  const scale = (WIDTH - 2 * MARGIN) / whole;
  const columns = columnsOf(stacks);
  const boxes: LaidOut[] = [];
  let x = MARGIN;
  for (const column of columns) {
    boxes.push(
      ...laidOut(column, { depth: 0, x, scale }).map((box) => ({ ...box, layer: layerNames.indexOf(column.name) })),
    );
    x += column.us * scale;
  }
  const height = GRAPH_TOP + (1 + Math.max(...boxes.map(({ depth }) => depth))) * ROW + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${style()}</style>`,
    `<rect class="page" width="${WIDTH}" height="${height}"/>`,
    `<text class="title" x="${MARGIN}" y="30">${escaped(title)}</text>`,
    `<text class="word" x="${WIDTH - MARGIN}" y="30" text-anchor="end">width is time; below each layer its functions and what they call</text>`,
    ...legend(columns, whole),
    ...boxes.map((box) => drawn(box, whole)),
    "</svg>",
    "",
  ].join("\n");
}

/** The layers in the order of a request's way. */
function columnsOf(stacks: readonly Stack[]): Flame[] {
  const columns = new Map(layerNames.map((name): [string, Flame] => [name, { name, us: 0, below: new Map() }]));
  for (const { layer, frames, us } of stacks) {
    let flame = columns.get(layer);
    if (!flame) throw new Error(`There is no layer ${layer}.`);
    flame.us += us;
    for (const frame of frames) {
      const next: Flame = flame.below.get(frame) ?? { name: frame, us: 0, below: new Map() };
      next.us += us;
      flame.below.set(frame, next);
      flame = next;
    }
  }
  return [...columns.values()].filter(({ us }) => us > 0);
}

/** The widest first, so that what matters is read from left to right. */
function laidOut(flame: Flame, { depth, x, scale }: { depth: number; x: number; scale: number }): Box[] {
  const width = flame.us * scale;
  if (width < NARROWEST) return [];
  const boxes: Box[] = [{ flame, depth, x, width }];
  let left = x;
  for (const below of [...flame.below.values()].sort((a, b) => b.us - a.us)) {
    boxes.push(...laidOut(below, { depth: depth + 1, x: left, scale }));
    left += below.us * scale;
  }
  return boxes;
}

function drawn({ flame, depth, x, width, layer }: LaidOut, whole: number): string {
  const y = GRAPH_TOP + depth * ROW;
  const [at, wide] = [tenth(x), tenth(Math.max(width - 0.6, 0.3))];
  const box = `<rect class="l${layer}${depth % 2}" x="${at}" y="${y}" width="${wide}" height="${ROW - 1}"/>`;
  const label = labelOf(flame.name, Math.floor((width - 6) / (depth === 0 ? BOLD : LETTER)));
  const text =
    label &&
    `<text class="${depth === 0 ? "layer" : "call"}" x="${tenth(x + 3)}" y="${y + 12.5}">${escaped(label)}</text>`;
  return `<g><title>${escaped(`${flame.name}: ${amountOf(flame.us, whole)}`)}</title>${box}${text}</g>`;
}

/** The function and its file; where there is no room for both, the function; where there is none for it, its beginning. */
function labelOf(name: string, letters: number): string {
  if (name.length <= letters) return name;
  const [called = ""] = name.includes("/") ? name.split(" ", 1) : [name];
  const first = called === "(unnamed)" ? (name.split("/").at(-1) ?? called) : called;
  if (first.length <= letters) return first;
  return letters < 4 ? "" : `${first.slice(0, letters - 1)}…`;
}

function legend(columns: readonly Flame[], whole: number): string[] {
  const step = (WIDTH - 2 * MARGIN) / LEGEND_COLUMNS;
  return columns.map(({ name, us }, nth) => {
    const [x, y] = [MARGIN + (nth % LEGEND_COLUMNS) * step, 46 + Math.floor(nth / LEGEND_COLUMNS) * 20];
    const swatch = `<rect class="l${layerNames.indexOf(name)}0" x="${tenth(x)}" y="${y}" width="12" height="12" rx="2"/>`;
    const word = `<text class="word" x="${tenth(x + 18)}" y="${y + 10}">${escaped(`${name}: ${amountOf(us, whole)}`)}</text>`;
    return swatch + word;
  });
}

/** Hue and strength by layer: neighbours differ, what is not ours is grey. */
const colours: Readonly<Record<string, readonly [hue: number, percent: number]>> = {
  HTTP: [212, 70],
  identity: [282, 50],
  limits: [330, 60],
  "parse and validate": [4, 65],
  context: [48, 80],
  execution: [262, 62],
  deciding: [28, 80],
  "batched reads": [176, 50],
  engine: [88, 50],
  posting: [142, 48],
  "database driver": [194, 65],
  result: [345, 60],
};

/** Pale with dark words by day, deep with bright ones by night. */
function style(): string {
  const fills = (even: number, odd: number) =>
    layerNames.flatMap((name, nth) => {
      const [hue, percent] = colours[name] ?? [220, 8];
      return [even, odd].map((light, parity) => `.l${nth}${parity}{fill:hsl(${hue},${percent}%,${light}%)}`);
    });
  const words = (page: string, ink: string, quiet: string) =>
    `.page{fill:${page}}.title,.layer,.call{fill:${ink}}.word{fill:${quiet}}`;
  return [
    "text{font:11px ui-sans-serif,system-ui,sans-serif;pointer-events:none}",
    ".title{font-size:17px;font-weight:600}.word{font-size:12px}.layer{font-weight:600}",
    words("#ffffff", "#14181f", "#4a5260"),
    ...fills(78, 86),
    `@media(prefers-color-scheme:dark){${words("#12151b", "#f2f4f8", "#b4bcca")}${fills(32, 25).join("")}}`,
  ].join("");
}

const amountOf = (us: number, whole: number) =>
  `${us.toFixed(us < 10 ? 1 : 0)} µs, ${((100 * us) / whole).toFixed(1)} %`;

const tenth = (value: number) => Math.round(value * 10) / 10;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
