import type { Tx } from "#api/sql/rows.ts";

/** What came of one chunk of members. */
export type Moves = { entered: number; left: number };

/** Who is in what: members by segment. */
export type Hits = ReadonlyMap<string, readonly string[]>;

/** Members with ids after one up to another; upTo null: all that come after. */
export type MemberRange = { after: string; upTo: string | null };

/** Events are numbered one writer at a time, so that whoever read up to a number missed none before it. */
async function numberEventsAlone(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('segment events', 0))`;
}

/** Sets who of a range of members is in these segments, and tells who came in and who left. Retired ones stay empty. */
export async function moveMembers(
  tx: Tx,
  segmentIds: readonly string[],
  hits: Hits,
  { after, upTo }: MemberRange,
  at: Date,
): Promise<Moves> {
  await numberEventsAlone(tx);
  const flat = [...hits].flatMap(([segment, members]) => members.map((member) => [segment, member] as const));
  const segments = flat.map(([segment]) => segment);
  const members = flat.map(([, member]) => member);
  const [moved] = await tx.$queryRaw<Moves[]>`
    WITH live AS (SELECT id FROM segment WHERE id = ANY(${[...segmentIds]}::text[]) AND state = 'ACTIVE'),
    hits AS MATERIALIZED (
      SELECT h.segment_id, h.member_id FROM unnest(${segments}::text[], ${members}::text[]) AS h(segment_id, member_id)
      JOIN live ON live.id = h.segment_id),
    was AS MATERIALIZED (
      SELECT segment_id, member_id FROM segment_member
      WHERE segment_id IN (SELECT id FROM live) AND member_id > ${after} AND (${upTo}::text IS NULL OR member_id <= ${upTo})
        AND left_at IS NULL),
    entered AS (
      INSERT INTO segment_member (segment_id, member_id, entered_at)
      SELECT segment_id, member_id, ${at}::timestamptz FROM hits EXCEPT SELECT segment_id, member_id, ${at}::timestamptz FROM was
      ON CONFLICT (segment_id, member_id) DO UPDATE SET entered_at = excluded.entered_at, left_at = NULL
      RETURNING segment_id, member_id),
    gone AS (
      UPDATE segment_member m SET left_at = ${at}::timestamptz
      FROM (SELECT segment_id, member_id FROM was EXCEPT SELECT segment_id, member_id FROM hits) o
      WHERE m.segment_id = o.segment_id AND m.member_id = o.member_id
      RETURNING m.segment_id, m.member_id),
    told AS (
      INSERT INTO segment_event (segment_id, member_id, kind, at)
      SELECT segment_id, member_id, 'LEFT'::segment_event_kind, ${at}::timestamptz FROM gone
      UNION ALL SELECT segment_id, member_id, 'ENTERED', ${at}::timestamptz FROM entered)
    SELECT (SELECT count(*) FROM entered)::int AS entered, (SELECT count(*) FROM gone)::int AS left`;
  return moved ?? { entered: 0, left: 0 };
}

/** Lets everybody leave. */
export async function emptySegment(tx: Tx, segmentId: string, at: Date): Promise<void> {
  await moveMembers(tx, [segmentId], new Map(), { after: "", upTo: null }, at);
}
