import { accountName } from "#api/ledger/chart.ts";
import { findLines, type LineRow } from "#api/ledger/read/entries.ts";
import type { Golden } from "#api/test/golden/coalition.ts";
import expected from "#api/test/golden/settlement.json" with { type: "json" };

type Names = ReadonlyMap<string, string>;
type Line = { account: string; unit: string; amount: number; lot: string | null };
type Entry = { id: string; event: string; at: string; cycle: string; origin_cycle: string; lines: Line[] };

/** Everything the books hold, in the words and the order of the example's file. */
export type Books = Awaited<ReturnType<typeof readBooks>>;

export async function readBooks(golden: Golden) {
  const { db } = golden.deps;
  const rows = await db.entry.findMany({ orderBy: { ord: "asc" } });
  const linesOf = await findLines(
    db,
    rows.map(({ id }) => id),
    null,
  );
  const lines = rows.map(({ id }) => linesOf.get(id) ?? []);
  const names = new Map([...people(golden), ...(await cyclesOf(golden)), ...foundNames(lines), ...entryNames(rows)]);
  const entries = rows.map(
    (row, i): Entry => ({
      id: nameOf(names, row.id),
      event: row.event,
      at: dayOf(row.occurredAt),
      cycle: nameOf(names, row.cycleId),
      origin_cycle: nameOf(names, row.originCycleId),
      lines: (lines[i] ?? []).map((line) => lineOf(names, line)),
    }),
  );
  return {
    entries,
    balancesAfter: (id: string) => balances(entries.slice(0, entries.findIndex((entry) => entry.id === id) + 1)),
    ...(await readProjections(golden, names)),
  };
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

function nameOf(names: Names, id: string): string {
  const name = names.get(id);
  if (name === undefined) throw new Error(`${id} has no name in the example`);
  return name;
}

function people({ A, B, C, operatorId, M1, M2, M3 }: Golden): [string, string][] {
  const members: [string, string][] = [
    [M1, "M1"],
    [M2, "M2"],
    [M3, "M3"],
  ];
  return [[A.id, "A"], [B.id, "B"], [C.id, "C"], [operatorId, "OP"], ["", ""], ...members];
}

/** Our first cycle is December, which the example counts as 0. */
async function cyclesOf({ deps }: Golden): Promise<[string, string][]> {
  return (await deps.db.cycle.findMany()).map(({ id, seq }) => [id, `CY${seq - 1}`]);
}

const entryNames = (rows: readonly { id: string }[]) =>
  rows.map(({ id }, i): [string, string] => [id, expected.entries[i]?.id ?? `unexpected ${i}`]);

/** Lots and disputes are named after the place in the example where they first occur; a name is given once. */
function foundNames(lines: readonly (readonly LineRow[])[]): Map<string, string> {
  const names = new Map<string, string>();
  const give = (id: string | null | undefined, name: string | null | undefined) => {
    if (id && name && !names.has(id) && ![...names.values()].includes(name)) names.set(id, name);
  };
  lines.forEach((own, i) => {
    own.forEach((line, j) => {
      const like = expected.entries[i]?.lines[j];
      give(line.lotId, like?.lot);
      if (line.account === "DISPUTE_HOLD") give(line.ownerId, like?.account.split(":")[2]);
    });
  });
  return names;
}

function lineOf(names: Names, { account, ownerId, unit, amount, lotId }: LineRow): Line {
  const lot = lotId === null ? null : nameOf(names, lotId);
  return { account: accountName(account, nameOf(names, ownerId)), unit, amount: Number(amount), lot };
}

function balances(entries: readonly Entry[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { account, amount } of entries.flatMap(({ lines }) => lines)) {
    sums.set(account, (sums.get(account) ?? 0) + amount);
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));
}

async function readProjections({ deps: { db } }: Golden, names: Names) {
  const [lots, burns, debts, obligations, bank] = await Promise.all([
    db.lot.findMany({ orderBy: { id: "asc" } }),
    db.burn.findMany({ orderBy: { id: "asc" }, include: { slices: { orderBy: { seq: "asc" } } } }),
    db.memberDebt.findMany({ orderBy: { id: "asc" } }),
    db.obligation.findMany({ orderBy: { partnerId: "asc" } }),
    db.bankLine.findMany({ orderBy: { id: "asc" } }),
  ]);
  return {
    lots: lots.map((lot) => ({
      id: nameOf(names, lot.id),
      issuer: nameOf(names, lot.issuerId),
      member: nameOf(names, lot.memberId),
      original: Number(lot.original),
      issue_rate: Number(lot.issueRateE6),
      funding: lot.funding,
      expires: lot.expiresAt && dayOf(lot.expiresAt),
      available_at: lot.availableAt && dayOf(lot.availableAt),
      parent: lot.parentLotId && nameOf(names, lot.parentLotId),
    })),
    burns: burns.map((burn, i) => ({
      id: `R${i + 1}`,
      member: nameOf(names, burn.memberId),
      redeemer: nameOf(names, burn.redeemerId),
      reserved: Number(burn.reserved),
      pins: burn.slices.map(({ lotId, pinned }) => [nameOf(names, lotId), Number(pinned)]),
      slices: burn.slices
        .filter(({ points }) => points > 0n)
        .map(({ lotId, issuerId, funding, issueRateE6, points, restored }) => ({
          lot: nameOf(names, lotId),
          issuer: nameOf(names, issuerId),
          funding,
          irate: Number(issueRateE6),
          points: Number(points),
          restored: Number(restored),
        })),
      state: burn.state,
      ...(burn.state === "CAPTURED" && {
        captured: Number(burn.captured),
        rrate: Number(burn.redeemRateE6),
        cycle: burn.cycleId && nameOf(names, burn.cycleId),
      }),
    })),
    debts: debts.map((debt) => ({
      id: nameOf(names, debt.entryId),
      member: nameOf(names, debt.memberId),
      creditor: nameOf(names, debt.creditorId),
      rate: Number(debt.rateE6),
      points: Number(debt.points),
      recovered: Number(debt.recovered),
      lot: nameOf(names, debt.lotId),
    })),
    obligations: obligations.map((obligation) => ({
      cycle: nameOf(names, obligation.cycleId),
      partner: nameOf(names, obligation.partnerId),
      gross_debit: Number(obligation.grossDebitE6),
      gross_credit: Number(obligation.grossCreditE6),
      net_e6: Number(obligation.netE6),
      amount_minor: Number(obligation.amountMinor),
      carried_e6: Number(obligation.carriedE6),
      direction: obligation.direction,
    })),
    bank: bank.map(({ entryId, bookedOn, amountE6, endToEndId }) => ({
      entry: entryId && nameOf(names, entryId),
      date: dayOf(bookedOn),
      amount: Number(amountE6),
      end_to_end: endToEndId?.replace(/^CY(\d+)/, (_all, seq) => `CY${Number(seq) - 1}`) ?? null,
    })),
  };
}
