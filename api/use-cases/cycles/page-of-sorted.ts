import type { Page, PageArgs } from "#api/kernel/page.ts";

/** A page of rows that are all at hand, in an order whose key is also the cursor. */
export function pageOfSorted<Row>(
  rows: readonly Row[],
  { first, after }: PageArgs,
  cursorOf: (row: Row) => string,
): Page<Row> {
  const start = after === null ? 0 : rows.findIndex((row) => cursorOf(row) === after) + 1;
  const lost = after !== null && start === 0;
  const page = lost ? [] : rows.slice(start, start + first);
  return { rows: page, hasNextPage: !lost && start + first < rows.length };
}
