/** Pages are keyset pages: `after` is the sort key of the last row seen. */
export type PageArgs = { first: number; after: string | null };
export type Page<Row> = { rows: Row[]; hasNextPage: boolean };

export const PAGE_SIZE_DEFAULT = 25;
export const PAGE_SIZE_MAX = 100;

/** `rows` was read with one row more than asked for, to know whether more follow. */
export function pageOf<Row>(rows: Row[], first: number): Page<Row> {
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}
