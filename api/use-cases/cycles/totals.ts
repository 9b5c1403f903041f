import type { Actor } from "#api/kernel/actor.ts";
import { type MoneyE6, minorUnitE6 } from "#api/kernel/money.ts";
import type { Position } from "#api/ledger/nettings.ts";
import { readShownPositions } from "#api/ledger/read/positions.ts";
import { may } from "#api/use-cases/can.ts";
import { findPreviousCycles } from "#api/use-cases/cycles/find-cycles.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** What netting does to a cycle: what moved between partners, and what has to be paid in the end. */
export type Totals = {
  partnerCount: number;
  grossE6: MoneyE6;
  netE6: MoneyE6;
  /** What debtors pay together: whole minor units each, as their obligations are. */
  payInE6: MoneyE6;
  /** What creditors are paid together, in the same way. */
  payOutE6: MoneyE6;
  /** The part of the gross that nobody has to pay, basis points. */
  savedBps: number;
};

/** Totals of cycles, from their positions; only for the operator. */
export async function findTotals(deps: Deps, actor: Actor, cycleIds: readonly string[]): Promise<Map<string, Totals>> {
  if (!may(actor, "matrix:read")) return new Map();
  const positions = await readShownPositions(deps.db, cycleIds);
  const unitE6 = minorUnitE6((await findProgramme(deps)).minorDigits);
  return new Map(cycleIds.map((id) => [id, totalsOf(positions.get(id) ?? [], unitE6)]));
}

function totalsOf(positions: readonly Position[], unitE6: MoneyE6): Totals {
  const nets = positions.map(({ openingE6, debitE6, creditE6 }) => openingE6 + debitE6 - creditE6);
  const grossE6 = sum(positions.map(({ debitE6, creditE6 }) => debitE6 + creditE6));
  const paid = nets.map((net) => (net / unitE6) * unitE6);
  const payInE6 = sum(paid.filter((amount) => amount > 0n));
  const payOutE6 = -sum(paid.filter((amount) => amount < 0n));
  const netE6 = sum(nets.map((net) => (net < 0n ? -net : net)));
  const savedBps = grossE6 > netE6 ? Number(((grossE6 - netE6) * 10_000n) / grossE6) : 0;
  return { partnerCount: positions.length, grossE6, netE6, payInE6, payOutE6, savedBps };
}

/** By how much cycles' totals differ from those of the cycle before; absent where there was none. */
export async function findTotalsChanges(
  deps: Deps,
  actor: Actor,
  cycleIds: readonly string[],
): Promise<Map<string, Totals>> {
  const before = await findPreviousCycles(deps, actor, cycleIds);
  const ids = [...new Set([...cycleIds, ...[...before.values()].map(({ id }) => id)])];
  const totals = await findTotals(deps, actor, ids);
  const changes = cycleIds.flatMap((id): [string, Totals][] => {
    const [now, then] = [totals.get(id), totals.get(before.get(id)?.id ?? "")];
    return now && then ? [[id, difference(now, then)]] : [];
  });
  return new Map(changes);
}

function difference(now: Totals, then: Totals): Totals {
  return {
    partnerCount: now.partnerCount - then.partnerCount,
    grossE6: now.grossE6 - then.grossE6,
    netE6: now.netE6 - then.netE6,
    payInE6: now.payInE6 - then.payInE6,
    payOutE6: now.payOutE6 - then.payOutE6,
    savedBps: now.savedBps - then.savedBps,
  };
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
