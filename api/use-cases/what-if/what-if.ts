import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { type StatementSection, statementSections } from "#api/ledger/chart.ts";
import { type CycleRow, findCycle } from "#api/ledger/cycles.ts";
import { countReceipts } from "#api/ledger/read/charges.ts";
import { readFlows, readPackFlows } from "#api/ledger/read/cycle-flows.ts";
import { readSectionSums, type SectionSumRow } from "#api/ledger/read/positions.ts";
import type { Contract } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { type Activity, feeOf, turnoverOf } from "#api/use-cases/cycles/fees.ts";
import { CycleNotFound } from "#api/use-cases/cycles/refusals.ts";
import { onTopOf, type TaxRules, taxRulesOf } from "#api/use-cases/cycles/tax.ts";
import { lastInstantOf } from "#api/use-cases/cycles/versions.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { checkNewTerms } from "#api/use-cases/what-if/check-terms.ts";
import { type Given, type Replayed, replay, replayedSections } from "#api/use-cases/what-if/replay.ts";
import type { NewTerms } from "#api/use-cases/what-if/terms.ts";

/** What is, what would be. Positive: the partner owes; for the operator's own figures: it earns. */
export type Compared = { storedE6: MoneyE6; replayedE6: MoneyE6 };

export type WhatIfPartner = Compared & {
  partnerId: string;
  sections: (Compared & { section: StatementSection })[];
};

export type WhatIf = {
  cycleId: string;
  /** Everybody with a position in the cycle, and everybody named. The largest difference first. */
  partners: WhatIfPartner[];
  margin: Compared;
  fees: Compared;
  breakage: Compared;
  /** Into the redemption funds and packs: money the operator holds, not its own. */
  fund: Compared;
};

export type RunWhatIf = { cycleId: string; terms: readonly (NewTerms & { partnerId: string })[] };

/**
 * Replays a closed cycle as if the terms had been other ones for every point that was billed, spent or lapsed in it,
 * however old. With no terms changed it comes to the statements themselves, to the millionth. People are taken to have
 * done the same: what terms do to earning, waiting and the shares of receipts is not replayed.
 */
export async function whatIf(deps: Deps, actor: Actor, { cycleId, terms }: RunWhatIf): Promise<WhatIf> {
  can(actor, "whatIf:run");
  const cycle = await findCycle(deps.db, cycleId);
  if (!cycle) throw new CycleNotFound(cycleId);
  if (cycle.state === "OPEN" || cycle.state === "CLOSING") {
    throw new TransitionRefused("cycle", cycleId, cycle.state, "be replayed");
  }
  const asked = new Map(terms.map(({ partnerId, ...own }) => [partnerId, checkNewTerms(own)]));
  const frame = await readFrame(deps, cycle, [...asked.keys()]);
  const before = settled(frame, replay({ ...frame.points, terms: new Map() }), new Map());
  const after = settled(frame, replay({ ...frame.points, terms: asked }), asked);
  return compare(frame, before, after, [...asked.keys()]);
}

type Frame = {
  cycleId: string;
  stored: SectionSumRow[];
  points: Omit<Given, "terms">;
  contracts: ReadonlyMap<string, Contract>;
  receipts: ReadonlyMap<string, number>;
  rules: TaxRules;
  feesE6: MoneyE6;
};

async function readFrame(deps: Deps, cycle: CycleRow, asked: readonly string[]): Promise<Frame> {
  const { db } = deps;
  const at = lastInstantOf(cycle);
  const [flows, packs, sums, inForce, receipts, rules, programme, partners] = await Promise.all([
    readFlows(db, cycle.id),
    readPackFlows(db, cycle.id),
    readSectionSums(db, [cycle.id], null),
    db.contract.findMany({ where: { validFrom: { lte: at }, OR: [{ validUntil: null }, { validUntil: { gt: at } }] } }),
    countReceipts(db, cycle.id),
    taxRulesOf(deps, cycle),
    findProgramme(deps),
    db.partner.findMany({ select: { id: true, isOperator: true } }),
  ]);
  const operatorId = partners.find(({ isOperator }) => isOperator)?.id ?? "";
  for (const id of asked) {
    if (id === operatorId || !partners.some((partner) => partner.id === id)) throw new PartnerNotFound(id);
  }
  const contracts = new Map(inForce.map((contract) => [contract.partnerId, contract]));
  const breakageBpsOf: Given["breakageBpsOf"] = (id, terms) => {
    const own = terms?.breakageOperatorBps;
    return (own === undefined ? contracts.get(id)?.breakageOperatorBps : own) ?? programme.breakageOperatorBps;
  };
  const stored = sums.filter(({ section }) => section !== "NET");
  const feesE6 = stored.reduce((sum, { section, amountE6 }) => (section === "FEE" ? sum + amountE6 : sum), 0n);
  const points = { flows, packs, breakageBpsOf, operatorId };
  return { cycleId: cycle.id, stored, points, contracts, receipts, rules, feesE6 };
}

type Settled = {
  /** By partner and section, origins together. */
  sums: ReadonlyMap<string, MoneyE6>;
  points: Replayed;
  feesE6: MoneyE6;
};

/** The sections that follow from points, then the fees that follow from those, then the tax on all of them. */
function settled(frame: Frame, points: Replayed, terms: ReadonlyMap<string, NewTerms>): Settled {
  const kept = frame.stored.filter(({ section }) => !replayedSections.has(section));
  const lines: SectionSumRow[] = [
    ...kept.filter(({ section }) => section !== "FEE" && section !== "TAX"),
    ...[...points.sums.values()].map((sum) => ({ ...sum, cycleId: frame.cycleId, entryCount: 0 })),
  ];
  const sums = new Map<string, MoneyE6>();
  const add = (partnerId: string, section: StatementSection, amountE6: MoneyE6) => {
    const key = keyOf(partnerId, section);
    sums.set(key, (sums.get(key) ?? 0n) + amountE6);
  };
  for (const { partnerId, section, amountE6 } of lines) add(partnerId, section, amountE6);
  let feesE6 = 0n;
  const linesOf = Map.groupBy(lines, ({ partnerId }) => partnerId);
  for (const partnerId of new Set([...linesOf.keys(), ...frame.contracts.keys()])) {
    const own = linesOf.get(partnerId) ?? [];
    const fee = feeUnder(frame, partnerId, own, terms.get(partnerId));
    feesE6 += fee;
    add(partnerId, "FEE", fee);
    const charged = { cycleId: frame.cycleId, originCycleId: frame.cycleId, partnerId, entryCount: 0 };
    const withFee = fee === 0n ? own : [...own, { ...charged, section: "FEE" as const, amountE6: fee }];
    add(partnerId, "TAX", onTopOf(frame.rules, partnerId, withFee));
  }
  return { sums, points, feesE6 };
}

const keyOf = (partnerId: string, section: StatementSection) => `${partnerId}|${section}`;

function feeUnder(frame: Frame, partnerId: string, own: readonly SectionSumRow[], terms: NewTerms | undefined) {
  const contract = frame.contracts.get(partnerId);
  if (!contract || partnerId === frame.points.operatorId) return 0n;
  const activity: Activity = { receipts: frame.receipts.get(partnerId) ?? 0, turnoverE6: turnoverOf(own) };
  return feeOf({ ...contract, ...terms }, activity);
}

/**
 * What is stored is the statement; what would be is it plus what the replay under the new terms differs by from the
 * replay under the old, which comes to the same as the statement.
 */
function compare(frame: Frame, before: Settled, after: Settled, asked: readonly string[]): WhatIf {
  const stored = new Map<string, MoneyE6>();
  for (const { partnerId, section, amountE6 } of frame.stored) {
    const key = keyOf(partnerId, section);
    stored.set(key, (stored.get(key) ?? 0n) + amountE6);
  }
  requireSame(stored, before);
  const partnerIds = new Set([...frame.stored.map(({ partnerId }) => partnerId), ...asked]);
  const sections = Object.keys(statementSections) as StatementSection[];
  const partners = [...partnerIds].map((partnerId): WhatIfPartner => {
    const rows = sections.flatMap((section) => {
      const key = keyOf(partnerId, section);
      const storedE6 = stored.get(key) ?? 0n;
      const replayedE6 = storedE6 + (after.sums.get(key) ?? 0n) - (before.sums.get(key) ?? 0n);
      return storedE6 === 0n && replayedE6 === 0n ? [] : [{ section, storedE6, replayedE6 }];
    });
    return { partnerId, sections: rows, ...total(rows) };
  });
  const of = (figure: "marginE6" | "breakageE6" | "fundE6"): Compared => ({
    storedE6: before.points[figure],
    replayedE6: after.points[figure],
  });
  return {
    cycleId: frame.cycleId,
    partners: partners.sort(byDifference),
    margin: of("marginE6"),
    breakage: of("breakageE6"),
    fund: of("fundE6"),
    fees: { storedE6: frame.feesE6, replayedE6: frame.feesE6 + after.feesE6 - before.feesE6 },
  };
}

/** A replay under the terms that were has to come to the statements: one that does not would mislead. */
function requireSame(stored: ReadonlyMap<string, MoneyE6>, { sums }: Settled): void {
  for (const section of replayedSections) {
    for (const key of new Set([...stored.keys(), ...sums.keys()])) {
      if (!key.endsWith(`|${section}`) || (stored.get(key) ?? 0n) === (sums.get(key) ?? 0n)) continue;
      throw new Error(`the replay of ${key} comes to ${sums.get(key) ?? 0n}, the books say ${stored.get(key) ?? 0n}`);
    }
  }
}

function total(rows: readonly Compared[]): Compared {
  return rows.reduce(
    (sum, row) => ({ storedE6: sum.storedE6 + row.storedE6, replayedE6: sum.replayedE6 + row.replayedE6 }),
    { storedE6: 0n, replayedE6: 0n },
  );
}

function byDifference(a: WhatIfPartner, b: WhatIfPartner): number {
  const [x, y] = [a, b].map(({ storedE6, replayedE6 }) => abs(replayedE6 - storedE6));
  if (x !== y && x !== undefined && y !== undefined) return x > y ? -1 : 1;
  return a.partnerId < b.partnerId ? -1 : 1;
}

const abs = (amount: bigint) => (amount < 0n ? -amount : amount);
