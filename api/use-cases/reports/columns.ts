import type { ReportColumn } from "#api/formats/report.ts";

type Kind = ReportColumn["kind"] | "points";

/** `{ cycle: "integer", points: "points", net: "money" }`, in this order; points and money are added up unless told not to be. */
export function columnsOf(kinds: Readonly<Record<string, Kind | readonly [Kind, "not summed"]>>): ReportColumn[] {
  const columns = Object.entries(kinds).map(([name, said]): ReportColumn => {
    const [kind, mark] = typeof said === "string" ? [said] : said;
    const isSummed = (kind === "money" || kind === "points") && mark === undefined;
    return { name, kind: kind === "points" ? "integer" : kind, ...(isSummed ? { isSummed } : {}) };
  });
  const holdsMoney = columns.some(({ kind }) => kind === "money" || kind === "rate");
  return holdsMoney ? [...columns, { name: "currency", kind: "text" }] : columns;
}

/** A figure that does not add up: a limit, a closing balance. */
export const notSummed = (kind: "money" | "points") => [kind, "not summed"] as const;
