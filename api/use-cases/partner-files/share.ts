import type { PartnerFile, Programme } from "#api/sql/rows.ts";

/** What a step of a comparison goes on with: the rows after a position, so many at a time. */
export type Share = {
  file: PartnerFile;
  programme: Programme;
  /** As of when the comparison is made. */
  at: Date;
  /** Null: from the beginning. */
  after: string | null;
  take: number;
};

/** How many rows a step has looked at, and after which it goes on; null: there are no more. */
export type Came = { rows: number; position: string | null };

/** Fewer rows than were wanted are the last. */
export function came(chunk: { rows: number; last: string | null } | undefined, take: number): Came {
  const { rows, last } = chunk ?? { rows: 0, last: null };
  return { rows, position: rows < take ? null : last };
}
