import type { Print } from "#api/bench/figures.ts";
import { type Pace, ratio } from "#api/bench/race.ts";

/** One contender beside another, and how many times faster it should be at least. */
export type Goal = { of: string; beside: string; goal?: string };

type Reported = {
  conditions: Readonly<Record<string, number | string>>;
  goals: readonly Goal[];
  /** Of every rate. */
  goal?: string;
};

/** Every contender's pace, then the ratios that are asked for: by rate, and by the server's time of the processor. */
export function reportPaces(
  print: Print,
  bench: string,
  paces: ReadonlyMap<string, Pace>,
  { conditions, goals, goal: rate }: Reported,
): void {
  for (const [variant, pace] of paces) {
    const { p50Ms, p99Ms, cpuUs } = pace;
    const told = { ...conditions, p50Ms: round(p50Ms), p99Ms: round(p99Ms), ...(cpuUs ? { cpuUs: round(cpuUs) } : {}) };
    print({ bench, variant, conditions: told, value: pace.perSecond, unit: "per s", ...(rate ? { goal: rate } : {}) });
  }
  for (const { of, beside, goal } of goals) {
    const [ours, theirs] = [paces.get(of), paces.get(beside)];
    if (!ours || !theirs) continue;
    const times = ratio(ours, theirs);
    const name = `${of} ÷ ${beside}`;
    const variant = times === null ? `${name}: too noisy to say` : name;
    const asked = goal === undefined ? {} : { goal };
    print({ bench, variant, conditions, value: times ?? Number.NaN, unit: "ratio", ...asked });
    if (!ours.cpuUs || !theirs.cpuUs) continue;
    print({ bench, variant: `${name}, by processor`, conditions, value: theirs.cpuUs / ours.cpuUs, unit: "ratio" });
  }
}

const round = (value: number) => Math.round(value * 100) / 100;
