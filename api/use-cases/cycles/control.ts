import type { Actor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { type CycleRow, findCycles } from "#api/ledger/cycles.ts";
import { may } from "#api/use-cases/can.ts";
import { recompute } from "#api/use-cases/cycles/recompute-cycle.ts";
import { hasReached } from "#api/use-cases/cycles/states.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** What proves a netted cycle: what it was computed from, and what computing it again now gives. */
export type Control = {
  entryCount: number;
  lineCount: number;
  /** SHA-256 over the hashes of the version's statements, by partner; null before they are published. */
  statementsHash: string | null;
  brokenRules: string[];
  differenceE6: MoneyE6;
};

/** Controls of netted cycles; only for those who read the whole book. */
export async function findControls(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, Control>> {
  if (!may(actor, "ledger:read")) return new Map();
  const cycles = [...(await findCycles(deps.db, ids)).values()].filter((cycle) => hasReached(cycle, "NETTED"));
  const controls = await Promise.all(cycles.map(async (cycle) => [cycle.id, await controlOf(deps, cycle)] as const));
  return new Map(controls);
}

async function controlOf(deps: Deps, cycle: CycleRow): Promise<Control> {
  const { rules, differenceE6 } = await recompute(deps, cycle);
  return {
    entryCount: cycle.entryCount ?? 0,
    lineCount: cycle.lineCount ?? 0,
    statementsHash: await hashOf(deps, cycle),
    brokenRules: rules,
    differenceE6,
  };
}

async function hashOf({ db }: Deps, { id, version, publishedAt }: CycleRow): Promise<string | null> {
  if (!publishedAt) return null;
  const statements = await db.statement.findMany({
    where: { cycleId: id, version },
    select: { partnerId: true, hash: true },
    orderBy: { partnerId: "asc" },
  });
  return fingerprint(statements.map(({ hash }) => hash));
}
