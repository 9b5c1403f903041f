import type { Actor } from "#api/kernel/actor.ts";
import type { ReconItem } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { sideOf } from "#api/use-cases/cycles/side.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Open items that came up within so many days. `untilDays` null: older than all. */
export type AgeBucket = { fromDays: number; untilDays: number | null; items: number };

export type BreakQueue = {
  /** Wait for the other side to turn up. */
  waiting: number;
  /** Nobody has taken them. */
  untaken: number;
  investigating: number;
  oldestAt: Date | null;
  /** Breaks, taken or not, by age. */
  ages: AgeBucket[];
};

/** Half-open, in days. */
const ages = [
  [0, 2],
  [2, 8],
  [8, 31],
  [31, null],
] as const;
const DAY_MS = 86_400_000;

type Counts = { source: ReconItem["source"]; partnerId?: string | null | undefined };

/** Breaks by age, of partners' files or of the bank; a partner's own only. */
export async function countBreaks(deps: Deps, actor: Actor, { source, partnerId }: Counts): Promise<BreakQueue> {
  can(actor, source === "BANK" ? "bank:read" : "partnerFile:read");
  const side = sideOf(actor, "partnerFile:read") ?? { partnerId: null };
  const own = side.partnerId ?? partnerId;
  const of = { source, ...(own ? { partnerId: own } : {}) };
  const now = deps.clock.now().getTime();
  const [states, oldest] = await Promise.all([
    deps.db.reconItem.groupBy({ by: ["state"], where: of, _count: true }),
    deps.db.reconItem.aggregate({ where: { ...of, state: { in: [...breaks] } }, _min: { openedAt: true } }),
  ]);
  const counted = ages.map(async ([fromDays, untilDays]) => {
    const openedAt = {
      lte: new Date(now - fromDays * DAY_MS),
      ...(untilDays === null ? {} : { gt: new Date(now - untilDays * DAY_MS) }),
    };
    const items = await deps.db.reconItem.count({ where: { ...of, state: { in: [...breaks] }, openedAt } });
    return { fromDays, untilDays, items };
  });
  const count = (state: ReconItem["state"]) => states.find((row) => row.state === state)?._count ?? 0;
  return {
    waiting: count("NEW") + count("SUGGESTED"),
    untaken: count("BREAK"),
    investigating: count("INVESTIGATING"),
    oldestAt: oldest._min.openedAt,
    ages: await Promise.all(counted),
  };
}

const breaks = ["BREAK", "INVESTIGATING"] as const;
