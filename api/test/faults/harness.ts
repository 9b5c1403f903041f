import { standingClock } from "#api/kernel/clock.ts";
import type { Failpoint, Reach } from "#api/kernel/failpoints.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import { errorsOf, findBrokenRules } from "#api/ledger/verify.ts";
import { forkDatabase } from "#api/test/database.ts";
import { dump, idsIn } from "#api/test/faults/dump.ts";
import type { World } from "#api/test/world.ts";

/**
 * A story whose process may die. Each step is something that is done again when it was broken off: a job's run, a
 * request sent again under its key, a decision repeated. What it leaves must be the same wherever it died.
 */
export type Story = {
  name: string;
  /** The points it passes; the others are no part of it. */
  points: readonly Failpoint[];
  /** The world before the first step; the same for every telling, ids included. */
  prepare(): Promise<World>;
  steps: readonly ((world: World) => Promise<unknown>)[];
  /** What left the hub, to be compared byte by byte beside the books: exported files. */
  exported?(world: World): Promise<readonly string[]>;
};

/** What a telling left behind, and the points it passed, in order. */
export type Told = { text: string; reached: readonly Failpoint[] };

/** Where a process dies: at the nth time the point is reached, counted from 1. */
export type Death = { point: Failpoint; nth: number };

class Died extends Error {
  constructor({ point, nth }: Death) {
    super(`died at "${point}", time ${nth}`);
  }
}

export type Telling = {
  /** From here to the end without a death. */
  tell(death?: Death, plant?: (world: World) => World): Promise<Told>;
};

/** Lays the story's world once; every telling begins with a copy of it. */
export async function tellings(story: Story): Promise<Telling> {
  const prepared = await story.prepare();
  const known = await idsIn(prepared.database);
  return {
    tell: (death, plant = (world) => world) => tell(story, { prepared, known }, death, plant),
  };
}

type Laid = { prepared: World; known: ReadonlySet<string> };

async function tell(
  { steps, exported }: Story,
  { prepared, known }: Laid,
  death: Death | undefined,
  plant: (world: World) => World,
): Promise<Told> {
  const database = await forkDatabase(prepared.database);
  const clock = standingClock(prepared.clock.now());
  const ledger = createLedger({ pool: database.pool, clock });
  const reached: Failpoint[] = [];
  const reach = dyingAt(death, reached);
  const deps = { ...prepared.deps, db: database.db, ledger, clock, reach };
  const world = plant({ ...prepared, deps, clock, database });
  try {
    for (const step of steps) await survive(() => step(world));
    const broken = errorsOf(await findBrokenRules(database.pool));
    const files = (await exported?.(world)) ?? [];
    const text = [await dump(database, known), ...files, `broken: ${JSON.stringify(broken)}`].join("\n");
    return { text, reached };
  } finally {
    await ledger.close();
    await database.close();
  }
}

function dyingAt(death: Death | undefined, reached: Failpoint[]): Reach {
  return (point) => {
    reached.push(point);
    const times = reached.filter((one) => one === point).length;
    if (death?.point === point && death.nth === times) throw new Died(death);
  };
}

/** A process that died is started again and does its step once more. */
async function survive(step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (death) {
    if (!(death instanceof Died)) throw death;
    await step();
  }
}
