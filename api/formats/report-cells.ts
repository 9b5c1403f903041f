import type { Report, ReportCell, ReportColumn, ReportRow, ReportTotals } from "#api/formats/report.ts";
import { formatMoney } from "#api/kernel/money.ts";

/** Rates are told to at least the ten-thousandth: "0.0085". */
const RATE_DIGITS = 4;

/** A cell as every file writes it: a decimal, a day, an instant with its zone, yes or no as true or false; null: empty. */
export function cellText({ name, kind }: ReportColumn, cell: ReportCell | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === "bigint" && kind === "money") return formatMoney(cell);
  if (typeof cell === "bigint" && kind === "rate") return formatMoney(cell, RATE_DIGITS);
  if (typeof cell === "bigint" && kind === "integer") return String(cell);
  if (typeof cell === "boolean" && kind === "boolean") return String(cell);
  if (cell instanceof Date && kind === "instant") return cell.toISOString();
  if (typeof cell === "string" && (kind === "text" || (kind === "day" && /^\d{4}-\d{2}-\d{2}$/.test(cell))))
    return cell;
  throw new Error(`The column ${name} is ${kind} and cannot hold ${String(cell)}.`);
}

/** Counts rows and adds up while they pass. */
export type Tally = {
  add(row: ReportRow): void;
  rowCount(): number;
  sums(): ReportTotals["sums"];
};

export function tallyOf({ columns }: Pick<Report, "columns">): Tally {
  const summed = columns.filter(({ isSummed }) => isSummed);
  const totals = new Map(summed.map(({ name }) => [name, 0n]));
  let count = 0;
  return {
    add(row) {
      count += 1;
      for (const { name } of summed) {
        const cell = row[name];
        if (typeof cell === "bigint") totals.set(name, (totals.get(name) ?? 0n) + cell);
      }
    },
    rowCount: () => count,
    sums: () =>
      Object.fromEntries(summed.map((column) => [column.name, cellText(column, totals.get(column.name)) ?? ""])),
  };
}

/** A report that could be misread is a bug: money without its currency, a column twice, a sum of what does not add up. */
export function checkReport({ name, columns }: Report): void {
  const names = columns.map((column) => column.name);
  const wrong = [
    new Set(names).size < names.length && "names a column twice",
    columns.some(({ kind }) => kind === "money") && !names.includes("currency") && "has money and no column currency",
    columns.some(({ kind, isSummed }) => isSummed && kind !== "money" && kind !== "integer") &&
      "sums what does not add up",
    ![name, ...names].every((word) => /^[a-z][a-z0-9_]*$/.test(word)) && "has a name that is not snake_case",
  ].find((problem) => problem !== false);
  if (wrong) throw new Error(`The report ${name} ${wrong}.`);
}
