import type { Actor } from "#api/kernel/actor.ts";
import { type DayStanding, firstPostedAt, readDayStandings } from "#api/ledger/read/exposure-days.ts";
import type { Contract, LimitOverride } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { businessDay } from "#api/use-cases/cycles/calendar.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { contractAt } from "#api/use-cases/partners/find-terms.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { isInForce } from "#api/use-cases/risk/override-limit.ts";

const DAY_MS = 86_400_000;
const ROWS_PER_INSERT = 1_000;

/** Days of the curve, both inclusive; YYYY-MM-DD in the programme's zone. */
export type DaySpan = { from: string; to: string };

/**
 * Writes down where every partner stood at the end of each day that is over and not yet written: from the ledger's
 * lines, so any past day can be told. A day is written once. Answers how many rows came to be.
 */
export async function recordExposureDays(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const { timeZone } = await findProgramme(deps);
  const yesterday = businessDay(deps.clock.now(), timeZone, -1);
  const last = await deps.db.exposureDay.findFirst({ orderBy: { day: "desc" }, select: { day: true } });
  const from = last ? new Date(last.day.getTime() + DAY_MS) : await firstDay(deps, timeZone);
  if (!from || from > yesterday) return 0;
  return writeDays(deps, { from: textOf(from), to: textOf(yesterday) }, { timeZone, continues: last !== null });
}

/** Writes the days of a span that are missing, whatever was written around them. */
export async function backfillExposureDays(deps: Deps, actor: Actor, span: DaySpan): Promise<number> {
  can(actor, "job:run");
  const { timeZone } = await findProgramme(deps);
  return writeDays(deps, span, { timeZone, continues: false });
}

type How = { timeZone: string; continues: boolean };

async function writeDays(deps: Deps, span: DaySpan, how: How): Promise<number> {
  const [standings, contracts, overrides] = await Promise.all([
    readDayStandings(deps.db, { ...span, ...how }),
    deps.db.contract.findMany(),
    deps.db.limitOverride.findMany(),
  ]);
  const contractsOf = Map.groupBy(contracts, ({ partnerId }) => partnerId);
  const overridesOf = Map.groupBy(overrides, ({ partnerId }) => partnerId);
  const rows = standings.map((standing) => {
    const { partnerId } = standing;
    const limits = { contracts: contractsOf.get(partnerId) ?? [], overrides: overridesOf.get(partnerId) ?? [] };
    const day = dateOf(standing.day);
    return { ...standing, day, limitE6: limitAtEndOf(day, limits) };
  });
  let written = 0;
  for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) {
    const data = rows.slice(at, at + ROWS_PER_INSERT);
    written += (await deps.db.exposureDay.createMany({ data, skipDuplicates: true })).count;
  }
  return written;
}

type Limits = { contracts: readonly Contract[]; overrides: readonly LimitOverride[] };

/** The limit in force at noon UTC of the day: in every zone that is the day itself. */
function limitAtEndOf(day: Date, { contracts, overrides }: Limits): bigint | null {
  const noon = new Date(day.getTime() + DAY_MS / 2);
  const override = overrides.find((one) => isInForce(one, noon));
  return override?.limitE6 ?? contractAt(contracts, noon)?.exposureLimitE6 ?? null;
}

async function firstDay(deps: Deps, timeZone: string): Promise<Date | null> {
  const first = await firstPostedAt(deps.db);
  return first && businessDay(first, timeZone);
}

export const textOf = (day: Date): string => day.toISOString().slice(0, 10);
export const dateOf = (day: DayStanding["day"]): Date => new Date(`${day}T00:00:00Z`);
