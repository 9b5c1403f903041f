import { localDate } from "#api/engine/lot-dates.ts";
import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";
import { can, may } from "#api/use-cases/can.ts";
import { type RfmGroup, rfmGroup } from "#api/use-cases/customers/rfm-group.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** What a partner knows of one of its members: its own receipts alone. Days are local, YYYY-MM-DD. */
export type CustomerRow = {
  memberId: string;
  /** Null: never bought. */
  firstOn: string | null;
  lastOn: string | null;
  /** Days on which something was bought. */
  days: number;
  visits: number;
  spendE6: bigint;
  averageE6: bigint;
  visitsYear: number;
  spendYearE6: bigint;
  hasRedeemed: boolean;
  recency: number | null;
  frequency: number | null;
  monetary: number | null;
  group: RfmGroup | null;
  /** The sort key of the page it is in. */
  cursor: string;
};

export const customerSorts = {
  LAST_VISIT: "Who came last first.",
  SPEND: "Who spent most first.",
  VISITS: "Who came most often first.",
  AVERAGE: "The highest average receipt first.",
} as const;
export type CustomerSort = keyof typeof customerSorts;

/** Each as its index has it (prisma), so that a page of the largest house reads no more than itself. */
const keys: Readonly<Record<CustomerSort, Sql>> = {
  LAST_VISIT: sql`coalesce(c.last_on - '1970-01-01'::date, -1)::bigint`,
  SPEND: sql`c.spend_e6`,
  VISITS: sql`c.visits`,
  AVERAGE: sql`c.average_e6`,
};

export type ListCustomers = PageArgs & {
  sort?: CustomerSort | null | undefined;
  group?: RfmGroup | null | undefined;
  tag?: string | null | undefined;
  /** One of the partner's own segments. */
  segmentId?: string | null | undefined;
  /** Bought before, and nothing for so many days. */
  silentDays?: number | null | undefined;
};

const columns = (
  key: Sql,
): Sql => sql`c.member_id AS "memberId", c.first_on::text AS "firstOn", c.last_on::text AS "lastOn",
  c.days, c.visits, c.spend_e6 AS "spendE6", c.average_e6 AS "averageE6", c.visits_year AS "visitsYear",
  c.spend_year_e6 AS "spendYearE6", c.has_redeemed AS "hasRedeemed", c.recency, c.frequency, c.monetary,
  ${rfmGroup} AS "group", ${key}::text || '~' || c.member_id AS cursor`;

/** The partner's own members, as its receipts show them. */
export async function listCustomers(deps: Deps, actor: Actor, input: ListCustomers): Promise<Page<CustomerRow>> {
  can(actor, "customer:read");
  const house = partnerOf(actor) ?? "";
  const { first, sort, group, tag, segmentId, silentDays } = input;
  const key = keys[sort ?? "LAST_VISIT"];
  const { timeZone } = await findProgramme(deps);
  const today = localDate(deps.clock.now(), timeZone);
  const rows = await deps.db.$queryRaw<CustomerRow[]>`
    SELECT ${columns(key)} FROM customer c
    WHERE c.house = ${house} AND ${olderThan(key, input.after)}
      AND ${group ? sql`${rfmGroup} = ${group}` : sql`true`}
      AND ${silentDays ? sql`${keys.LAST_VISIT} BETWEEN 0 AND ${today}::date - '1970-01-01'::date - ${silentDays}::int` : sql`true`}
      AND ${
        tag
          ? sql`EXISTS (SELECT FROM member_tag t WHERE t.member_id = c.member_id AND t.house = ${house} AND t.tag = ${tag.toLowerCase()})`
          : sql`true`
      }
      AND ${
        segmentId
          ? sql`EXISTS (
              SELECT FROM segment_member s JOIN segment g ON g.id = s.segment_id AND g.house = ${house}
              WHERE s.segment_id = ${segmentId} AND s.member_id = c.member_id AND s.left_at IS NULL)`
          : sql`true`
      }
    ORDER BY ${key} DESC, c.member_id DESC LIMIT ${first + 1}`;
  return pageOf(rows, first);
}

function olderThan(key: Sql, cursor: string | null): Sql {
  const found = /^(-?\d{1,18})~(.+)$/.exec(cursor ?? "");
  return found ? sql`(${key}, c.member_id) < (${BigInt(found[1] ?? 0)}::bigint, ${found[2]}::text)` : sql`true`;
}

/** Customers by member id; for a partner those it knows, for nobody else any. */
export async function findCustomers(
  deps: Deps,
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, CustomerRow>> {
  const house = partnerOf(actor);
  if (house === null || !may(actor, "customer:read")) return new Map();
  const rows = await deps.db.$queryRaw<CustomerRow[]>`
    SELECT ${columns(keys.LAST_VISIT)} FROM customer c
    WHERE c.house = ${house} AND c.member_id = ANY(${[...memberIds]}::text[])`;
  return new Map(rows.map((row) => [row.memberId, row]));
}

/** The partner's own segments that members are in, by name. */
export async function findOwnSegments(
  deps: Deps,
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, string[]>> {
  const house = partnerOf(actor);
  if (house === null || !may(actor, "customer:read")) return new Map();
  const rows = await deps.db.segmentMember.findMany({
    where: { memberId: { in: [...memberIds] }, leftAt: null, segment: { house, state: "ACTIVE" } },
    select: { memberId: true, segmentId: true },
    orderBy: { segmentId: "asc" },
  });
  const byMember = Map.groupBy(rows, ({ memberId }) => memberId);
  return new Map([...byMember].map(([id, of]) => [id, of.map(({ segmentId }) => segmentId)]));
}
