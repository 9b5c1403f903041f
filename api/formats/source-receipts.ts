import type { Readable } from "node:stream";
import { type CsvRow, csvRows } from "#api/formats/csv-rows.ts";
import { readAmount, readQuantity } from "#api/formats/decimals.ts";
import { columnsOf, type ImportProfile } from "#api/formats/import-profile.ts";
import { type Moment, momentReader } from "#api/formats/instants.ts";
import { luhnDigit } from "#api/kernel/luhn.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";

/** Where a row stands and what it is called for ever. */
export type RowRef = { line: number; rowId: string };

/** A row that is not taken: refused with its reason, or skipped by the profile's own word. */
export type LeftOut = RowRef & { outcome: "REFUSED" | "SKIPPED"; reason: string; message: string };

export type SourceLine = {
  amountE6: MoneyE6;
  discountE6: MoneyE6;
  quantityMilli: bigint | null;
  sku: string | null;
  name: string | null;
  category: string | null;
};

/** Adjacent rows of one receipt number. A return has the amounts that came back, as positive numbers. */
export type SourceReceipt = {
  kind: "PURCHASE" | "RETURN";
  rows: RowRef[];
  receiptNumber: string;
  at: Date;
  /** YYYY-MM-DD in the source's zone. */
  on: string;
  member: { kind: "CARD" | "PARTNER_NUMBER"; value: string };
  /** The partner as the source names it; null: the profile's one partner. */
  partner: { name: string; category: string } | null;
  location: string | null;
  totalE6: MoneyE6;
  lines: SourceLine[];
};

export type Taken = { receipt: SourceReceipt } | { leftOut: LeftOut };

/** Reads a file as its profile says: receipts in the file's order, and every row that makes none with its reason. */
export async function* sourceReceipts(source: Readable, profile: ImportProfile): AsyncGenerator<Taken> {
  const read = rowReader(profile);
  let group: ReadRow[] = [];
  for await (const row of csvRows(source, profile.csv, columnsOf(profile))) {
    const one = read(row);
    if (!("receiptNumber" in one)) {
      yield { leftOut: one };
      continue;
    }
    if (group.length > 0 && group[0]?.receiptNumber !== one.receiptNumber) {
      yield* receiptOf(group);
      group = [];
    }
    group.push(one);
  }
  if (group.length > 0) yield* receiptOf(group);
}

/** A row's own facts; a row that has a receipt number and yet cannot be read spoils that receipt. */
type ReadRow = RowRef & {
  receiptNumber: string;
  facts: RowFacts | { reason: string; message: string };
};

type RowFacts = Omit<SourceReceipt, "kind" | "rows" | "receiptNumber" | "totalE6" | "lines"> & { line: SourceLine };

class Unreadable extends Error {
  readonly reason: string;
  constructor(reason: string, message: string) {
    super(message);
    this.reason = reason;
  }
}

function rowReader(profile: ImportProfile): (row: CsvRow) => ReadRow | LeftOut {
  const facts = factsReader(profile);
  const join = (cells: Readonly<Record<string, string>>, columns: readonly string[]) =>
    columns.map((column) => (cells[column] ?? "").trim()).join("/");
  return (row) => {
    const { line } = row;
    if ("problem" in row) return { line, rowId: "", outcome: "REFUSED", reason: "MALFORMED_ROW", message: row.problem };
    const { cells } = row;
    const rowId = join(cells, profile.rowId);
    const because = profile.skip.find(({ column, is }) => is.includes((cells[column] ?? "").trim()))?.because;
    if (because) return { line, rowId, outcome: "SKIPPED", reason: "NO_PURCHASE", message: because };
    const receiptNumber = join(cells, profile.receipt);
    try {
      return { line, rowId, receiptNumber, facts: facts(cells) };
    } catch (problem) {
      if (!(problem instanceof Unreadable)) throw problem;
      return { line, rowId, receiptNumber, facts: { reason: problem.reason, message: problem.message } };
    }
  };
}

type Cells = Readonly<Record<string, string>>;

function factsReader(profile: ImportProfile): (cells: Cells) => RowFacts {
  const momentOf = momentReader(profile.time);
  const memberOf = memberReader(profile);
  return (cells) => {
    const moment = timeOf(cells, profile, momentOf);
    checkCurrency(cells, profile);
    const line = lineOf(cells, profile);
    return {
      ...moment,
      member: memberOf(cells),
      partner: partnerOf(cells, profile),
      location: locationOf(cells, profile),
      line,
    };
  };
}

function timeOf(cells: Cells, { time }: ImportProfile, momentOf: (text: string) => Moment | null): Moment {
  const text = cells[time.column] ?? "";
  const moment = momentOf(text);
  if (!moment) throw new Unreadable("BAD_TIME", `"${text}" is no time as ${time.pattern} writes it.`);
  return moment;
}

function checkCurrency(cells: Cells, { currency }: ImportProfile): void {
  const given = currency.column === undefined ? currency.code : (cells[currency.column] ?? "").trim();
  if (given !== currency.code) {
    throw new Unreadable("FOREIGN_CURRENCY", `The row is in "${given}"; only ${currency.code} is taken.`);
  }
}

function memberReader({ member }: ImportProfile): (cells: Cells) => SourceReceipt["member"] {
  const pattern = new RegExp(member.pattern);
  return (cells) => {
    const text = (cells[member.column] ?? "").trim();
    if (text === "")
      throw new Unreadable("NO_MEMBER", `The column ${member.column} is empty: nobody to give points to.`);
    const number = pattern.exec(text)?.[1];
    if (!number) throw new Unreadable("BAD_MEMBER", `"${text}" is no member's number as ${member.pattern} says.`);
    if (member.kind === "PARTNER_NUMBER") return { kind: member.kind, value: number };
    return { kind: member.kind, value: cardNumber(member.cardPrefix ?? "", number) };
  };
}

const CARD_LENGTH = 16;

function cardNumber(prefix: string, number: string): string {
  const digits = prefix + number.padStart(CARD_LENGTH - 1 - prefix.length, "0");
  if (!/^\d+$/.test(number) || digits.length !== CARD_LENGTH - 1) {
    throw new Unreadable("BAD_MEMBER", `"${number}" does not fit a card number that begins ${prefix}.`);
  }
  return digits + luhnDigit(digits);
}

function partnerOf(cells: Cells, { partner }: ImportProfile): SourceReceipt["partner"] {
  if (!("column" in partner)) return null;
  const name = (cells[partner.column] ?? "").replace(/\s+/g, " ").trim();
  if (name === "") throw new Unreadable("NO_PARTNER", `The column ${partner.column} is empty: nobody to post for.`);
  const category = partner.categoryColumn ? (cells[partner.categoryColumn] ?? "").trim() : "";
  return { name, category: category || "other" };
}

function locationOf(cells: Cells, { location }: ImportProfile): string | null {
  return location ? (cells[location.column] ?? "").trim() || null : null;
}

function lineOf(cells: Cells, { line, numbers, negativeAmounts }: ImportProfile): SourceLine {
  const amountOf = (column: string): MoneyE6 => {
    const text = cells[column] ?? "";
    const amount = readAmount(text, numbers);
    if (amount === null)
      throw new Unreadable("BAD_AMOUNT", `"${text}" in ${column} is no amount of at most six decimals.`);
    return amount;
  };
  const amountE6 = amountOf(line.amount);
  if (amountE6 < 0n && negativeAmounts === "REFUSE") {
    throw new Unreadable(
      "NEGATIVE_AMOUNT",
      "The amount is below zero and the profile does not take that for a return.",
    );
  }
  const optional = (column: string | undefined) => (column === undefined ? null : (cells[column] ?? "").trim() || null);
  const quantity = optional(line.quantity);
  const quantityMilli = quantity === null ? null : readQuantity(quantity, numbers);
  if (quantity !== null && (quantityMilli === null || quantityMilli === 0n)) {
    throw new Unreadable("BAD_QUANTITY", `"${quantity}" is no quantity.`);
  }
  const discountE6 = line.discounts.reduce((sum, column) => sum + amountOf(column), 0n);
  const [sku, name, category] = [optional(line.sku), optional(line.name), optional(line.category)];
  return { amountE6, discountE6, quantityMilli, sku, name, category };
}

/** All rows of a receipt or none: a receipt without one of its lines is another receipt. */
function* receiptOf(group: readonly ReadRow[]): Generator<Taken> {
  const problem = problemOf(group);
  const [first] = group;
  if (problem || !first || "reason" in first.facts) {
    yield* group.map((row) => ({ leftOut: refused(row, problem) }));
    return;
  }
  const lines = group.flatMap(({ facts }) => ("line" in facts ? [facts.line] : []));
  const sum = lines.reduce((total, { amountE6 }) => total + amountE6, 0n);
  const { line: _line, ...head } = first.facts;
  const isReturn = sum < 0n;
  yield {
    receipt: {
      ...head,
      kind: isReturn ? "RETURN" : "PURCHASE",
      rows: group.map(({ line, rowId }) => ({ line, rowId })),
      receiptNumber: first.receiptNumber,
      totalE6: isReturn ? -sum : sum,
      lines: isReturn ? lines.map((line) => ({ ...line, amountE6: -line.amountE6 })) : lines,
    },
  };
}

type Problem = { line: number; reason: string; message: string };

function problemOf(group: readonly ReadRow[]): Problem | null {
  const [first] = group;
  let signs = 0;
  for (const { line, facts } of group) {
    if ("reason" in facts) return { line, ...facts };
    if (first && "line" in first.facts && headOf(facts) !== headOf(first.facts)) {
      const message = `Line ${line} names another time, member, partner or place than line ${first.line} of the same receipt.`;
      return { line, reason: "RECEIPT_DISAGREES", message };
    }
    signs |= facts.line.amountE6 > 0n ? 1 : facts.line.amountE6 < 0n ? 2 : 0;
  }
  if (signs !== 3) return null;
  const message = "The receipt sells and takes back at once; such a receipt has to be split.";
  return { line: first?.line ?? 0, reason: "MIXED_SIGNS", message };
}

function headOf({ at, member, partner, location }: RowFacts): string {
  return [at.getTime(), member.value, partner?.name, location].join("\n");
}

function refused({ line, rowId, facts }: ReadRow, problem: Problem | null): LeftOut {
  if ("reason" in facts) return { line, rowId, outcome: "REFUSED", ...facts };
  const reason = problem?.reason ?? "";
  const isOwn = problem?.line === line;
  const message = isOwn
    ? problem.message
    : `Line ${problem?.line} of the same receipt was refused: ${problem?.message}`;
  return { line, rowId, outcome: "REFUSED", reason, message };
}
