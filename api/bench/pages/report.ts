import type { Figure } from "#api/bench/figures.ts";
import { goals, type Measured, median, missesOf } from "#api/bench/pages/measure.ts";

const WORST_SHOWN = 3;

/** A row for each page, the slowest last, where the eye is. */
export function tableOf(measured: readonly Measured[]): string[] {
  const rows = [...measured].sort((a, b) => a.lastByteMs - b.lastByteMs).map(cellsOf);
  const all = [
    ["first byte", "last byte", "kB", "score", "largest", "blocked", "shifted", "page", "seen by", ""],
    ...rows,
  ];
  const widths = (all[0] ?? []).map((_none, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const isText = (at: number) => at >= 7;
  return all.map((row) =>
    row
      .map((cell, at) => (isText(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

function cellsOf(page: Measured): string[] {
  const { firstByteMs, lastByteMs, bytes, look, route, person } = page;
  const ms = (value: number) => `${Math.round(value)} ms`;
  const looked = look
    ? [`${look.score}`, ms(look.largestPaintMs), ms(look.blockedMs), look.shifted.toFixed(3)]
    : ["–", "–", "–", "–"];
  return [
    ms(firstByteMs),
    ms(lastByteMs),
    (bytes / 1024).toFixed(0),
    ...looked,
    route.path,
    person.email.split("@")[0] ?? "",
    missesOf(page).length > 0 ? `✗ ${missesOf(page).join(", ")}` : "",
  ];
}

/** The middle of all pages, and the worst of them by name: a list of all would be read by nobody. */
export function figuresOf(measured: readonly Measured[], lines: number): Figure[] {
  const conditions = { lines, pages: measured.length };
  const figures: Figure[] = [];
  const tell = (variant: string, value: number, unit: Figure["unit"], goal?: string) =>
    figures.push({ bench: "pages", variant, conditions, value, unit, ...(goal ? { goal } : {}) });
  const worst = (name: string, by: (page: Measured) => number, unit: Figure["unit"], goal?: string) => {
    const sorted = [...measured].sort((a, b) => by(b) - by(a));
    tell(`${name}, median`, median(measured.map(by)), unit);
    for (const page of sorted.slice(0, WORST_SHOWN)) tell(`${name}, ${page.route.path}`, by(page), unit, goal);
  };
  worst("first byte", ({ firstByteMs }) => firstByteMs, "ms", `≤ ${goals.firstByteMs}`);
  worst("last byte", ({ lastByteMs }) => lastByteMs, "ms");
  const looked = measured.flatMap(({ look, route }) => (look ? [{ look, route }] : []));
  if (looked.length > 0) {
    tell("Lighthouse, median", median(looked.map(({ look }) => look.score)), "count");
    const low = looked.sort((a, b) => a.look.score - b.look.score).slice(0, WORST_SHOWN);
    for (const { look, route } of low) tell(`Lighthouse, ${route.path}`, look.score, "count", `≥ ${goals.score}`);
  }
  tell("pages that miss", measured.filter((page) => missesOf(page).length > 0).length, "count", "0");
  return figures;
}
