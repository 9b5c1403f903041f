import type { Figure, Print } from "#api/bench/figures.ts";
import { watchLive, watchMemory } from "#api/bench/memory.ts";
import { layCoalition, layDays } from "#api/bench/month/load.ts";
import { withScratch } from "#api/bench/scratch.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Connection } from "#api/sql/client.ts";
import { refreshCustomers } from "#api/use-cases/customers/refresh-customers.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { defineSegment } from "#api/use-cases/segments/define-segment.ts";
import { recountSegments } from "#api/use-cases/segments/request-recount.ts";
import { recount } from "#api/use-cases/segments/run-recount.ts";

const clerk: Actor = { kind: "operator", id: "usr_clerk", roles: ["CLERK"] };
const PARTNERS = 10;
const DAYS_PER_MEMBER = 3;
const TODAY = "2026-03-10";
const GOAL_S = 60;

/** One pass over all members for five segments: the first, which fills them, and the next, of a day on which little changed. */
export async function segmentsRecount(print: Print, { quick }: { quick: boolean }): Promise<void> {
  for (const members of quick ? [20_000, 100_000] : [100_000, 1_000_000]) {
    await withScratch(async (connection) => {
      await layCoalition(connection.pool, { partners: PARTNERS, members });
      await layDays(connection.pool, { partners: PARTNERS, members, daysEach: DAYS_PER_MEMBER, today: TODAY });
      for (const figure of await measure(connection, members)) print(figure);
    });
  }
}

const segments = {
  silent: "member.daysSinceVisit >= 60 && member.daysSinceVisit < 1000000",
  "at-not-at": 'visitsAt("P1", 60) > 0 && visitsAt("P2", 60) == 0',
  mix: "partners(365) >= 2",
  spenders: "spend(90) >= 80",
  "never-redeemed": "!member.hasRedeemed && member.daysSinceVisit < 1000000",
} as const;

async function measure({ db, pool }: Connection, members: number): Promise<Figure[]> {
  let now = new Date("2026-03-10T12:00:00Z");
  const clock = { now: () => now };
  const ledger = createLedger({ pool, clock });
  const deps: Deps = { db, ledger, clock, secrets: { apiKey: "a secret for a bench" } };
  const summed = await timed(() => refreshCustomers(deps, systemActor));
  for (const [code, expression] of Object.entries(segments)) {
    await defineSegment(deps, clerk, { code, name: { en: code }, expression, idempotencyKey: `bench-define-${code}` });
  }
  const count = async (key: string) => {
    const { id } = await recountSegments(deps, clerk, { idempotencyKey: `bench-recount-${key}` });
    const [memory, live] = [watchMemory(), watchLive()];
    const { seconds, result } = await timed(() => recount(deps, id));
    return { seconds, addedMiB: memory.stop(), liveMiB: live.stop(), entered: result.entered, left: result.left };
  };
  const first = await count("first");
  now = new Date("2026-03-11T12:00:00Z");
  const next = await count("second");
  await ledger.close();
  const conditions = { members, segments: Object.keys(segments).length, days: members * DAYS_PER_MEMBER };
  const figure = (variant: string, value: number, unit: Figure["unit"], goal?: string): Figure => ({
    bench: "segments.recount",
    variant,
    conditions,
    value,
    unit,
    ...(goal ? { goal } : {}),
  });
  const goal = members === 1_000_000 ? `under ${GOAL_S} s` : undefined;
  return [
    figure("first count, which fills them", first.seconds, "s", goal),
    figure("members who came in", first.entered, "count"),
    figure("count of the next day", next.seconds, "s", goal),
    figure("members who came in or left then", next.entered + next.left, "count"),
    figure("memory it added at its peak", Math.max(first.addedMiB, next.addedMiB), "MiB"),
    figure("memory in use when the garbage was gone, at most", Math.max(first.liveMiB, next.liveMiB), "MiB"),
    figure("customer books summed for it", summed.seconds, "s"),
  ];
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ seconds: number; result: Result }> {
  const began = performance.now();
  const result = await work();
  return { seconds: (performance.now() - began) / 1000, result };
}
