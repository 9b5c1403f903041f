/**
 * One way of doing a deed. `deed(n)` does the n-th one; the numbers never repeat within a run. `round` does as many as
 * it can by itself, where deeds come from another thread.
 */
export type Contender = { name: string } & (
  | { deed(n: number): Promise<unknown> }
  | { round(options: RaceOptions): Promise<Round> }
);

/** `perSecond`: of contenders with a round of their own, how many are begun a second, however many are in flight. */
export type RaceOptions = { inFlight: number; rounds: number; seconds: number; perSecond?: number };

/** Deeds per second and waits in milliseconds: the median over the rounds, and how far apart the rounds were. */
export type Pace = {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  spread: number;
  /** Time of the processor that the server took per deed; null where it was not told apart from the client's. */
  cpuUs: number | null;
};

/**
 * Lets contenders take turns on one database, round by round and in changing order, so that what the machine does besides
 * falls on all of them alike. The first round warms up and is not counted.
 */
export async function race(contenders: readonly Contender[], options: RaceOptions): Promise<Map<string, Pace>> {
  const rounds = new Map<string, Round[]>(contenders.map(({ name }) => [name, []]));
  const next = { n: 0 };
  for (let round = 0; round <= options.rounds; round += 1) {
    const order = round % 2 === 0 ? contenders : contenders.toReversed();
    for (const contender of order) {
      const run = "round" in contender ? await contender.round(options) : await runRound(contender, options, next);
      if (round > 0) rounds.get(contender.name)?.push(run);
    }
  }
  return new Map([...rounds].map(([name, runs]) => [name, paceOf(runs)]));
}

export type Round = { perSecond: number; waitsMs: number[]; cpuUs?: number };

async function runRound(
  { deed }: Extract<Contender, { deed: unknown }>,
  { inFlight, seconds }: RaceOptions,
  next: { n: number },
): Promise<Round> {
  const waitsMs: number[] = [];
  const began = performance.now();
  const endAt = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (performance.now() < endAt) {
        const asked = performance.now();
        await deed(next.n++);
        waitsMs.push(performance.now() - asked);
      }
    }),
  );
  return { perSecond: (waitsMs.length * 1000) / (performance.now() - began), waitsMs };
}

function paceOf(runs: readonly Round[]): Pace {
  const rates = runs.map(({ perSecond }) => perSecond);
  const waits = runs.flatMap(({ waitsMs }) => waitsMs).sort((a, b) => a - b);
  const cpu = runs.flatMap(({ cpuUs }) => cpuUs ?? []);
  return {
    perSecond: median(rates),
    p50Ms: at(waits, 0.5),
    p99Ms: at(waits, 0.99),
    spread: Math.max(...rates) / Math.min(...rates),
    cpuUs: cpu.length > 0 ? median(cpu) : null,
  };
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;

const median = (values: readonly number[]) =>
  at(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** Rounds of one contender further apart than this say that the machine was busy with something else. */
const SPREAD_MAX = 1.6;

/** How many times faster `a` is than `b`; null when either's rounds disagree too much to say. */
export function ratio(a: Pace, b: Pace): number | null {
  return Math.max(a.spread, b.spread) > SPREAD_MAX ? null : a.perSecond / b.perSecond;
}
