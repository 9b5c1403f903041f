import { type Sql, sql } from "#api/sql/snapshot.ts";

/** What a report's rows are narrowed to. Null: not narrowed. */
export type ReportScope = {
  /** The side that is seen: a partner's own rows, whatever else is asked. */
  partnerId: string | null;
  cycleId: string | null;
  statementId: string | null;
  fileId: string | null;
  memberId: string | null;
  locationId: string | null;
  /** One, or several with commas between. */
  event: string | null;
  /** OWN: what happened at the partner's own places. */
  place: string | null;
  section: string | null;
  originCycleId: string | null;
  issuerId: string | null;
  redeemerId: string | null;
  state: string | null;
  search: string | null;
  actor: string | null;
  object: string | null;
  objectId: string | null;
  account: string | null;
  /** "" for the operator's own. */
  ownerId: string | null;
  action: string | null;
  /** First instant inside, first outside. */
  from: Date | null;
  until: Date | null;
  /** When the report was asked for: ages are counted to then, so that making it again gives the same. */
  at: Date;
  timeZone: string;
  minorUnitE6: bigint;
};

export type ReportSource = (scope: ReportScope) => Sql;

/** True where the scope says nothing, else whether the column is what it says. */
export function isOrAny(column: Sql, value: string | null): Sql {
  return value === null ? sql`true` : sql`${column} = ${value}`;
}

/** The same for a list with commas between. */
export function isOneOf(column: Sql, values: string | null): Sql {
  return values === null ? sql`true` : sql`${column} = ANY(${values.split(",")})`;
}

/** The instant lies in the scope's span. */
export function within(column: Sql, { from, until }: ReportScope): Sql {
  const after = from === null ? sql`true` : sql`${column} >= ${from}`;
  return until === null ? after : sql`${after} AND ${column} < ${until}`;
}

/** Whole days from an instant or day to when the report was asked for, as people of the coalition count them. */
export function daysSince(instant: Sql, { at, timeZone }: ReportScope): Sql {
  return sql`((${at}::timestamptz AT TIME ZONE ${timeZone})::date - (${instant} AT TIME ZONE ${timeZone})::date)::bigint`;
}

export function today({ at, timeZone }: ReportScope): Sql {
  return sql`(${at}::timestamptz AT TIME ZONE ${timeZone})::date`;
}

/** Millionths as a decimal text: JSON's numbers are no money. */
export const moneyText = (e6: Sql): Sql => sql`trim_scale(${e6}::numeric / 1000000)::text`;

/** A day as a report writes it. */
export const day = (column: Sql): Sql => sql`to_char(${column}, 'YYYY-MM-DD')`;
