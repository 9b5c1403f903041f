import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Segment, SegmentEvent, SegmentRecount, SegmentState } from "#api/sql/rows.ts";
import { findAudiencePolicy, tellableCount } from "#api/use-cases/analytics/audience-policy.ts";
import { houseOf, OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { SegmentNotFound } from "#api/use-cases/segments/refusals.ts";

type Found<Row> = Promise<Map<string, Row>>;

/** All of its own; for a partner also what the coalition lets it address. */
function visible(actor: Actor) {
  const house = houseOf(actor);
  return house === OPERATOR ? {} : { OR: [{ house }, { house: OPERATOR, shared: true, state: "ACTIVE" as const }] };
}

/** Does the actor know who is in it, and not only how many? */
export const knowsMembers = (actor: Actor, { house }: Pick<Segment, "house">) => {
  const own = houseOf(actor);
  return own === OPERATOR || own === house;
};

export async function findSegments(deps: Deps, actor: Actor, ids: readonly string[]): Found<Segment> {
  if (!may(actor, "segment:read")) return new Map();
  const rows = await deps.db.segment.findMany({ where: { id: { in: [...ids] }, ...visible(actor) } });
  return new Map(rows.map((row) => [row.id, row]));
}

export type ListSegments = PageArgs & {
  states?: readonly SegmentState[] | null | undefined;
  /** Only the coalition's that partners may address. */
  shared?: boolean | null | undefined;
};

/** The operator's list holds the coalition's; a partner's its own and what it may address. Newest first, by id. */
export async function listSegments(deps: Deps, actor: Actor, input: ListSegments): Promise<Page<Segment>> {
  can(actor, "segment:read");
  const { first, after, states, shared } = input;
  const rows = await deps.db.segment.findMany({
    where: {
      ...(partnerOf(actor) === null ? { house: OPERATOR } : visible(actor)),
      ...(states ? { state: { in: [...states] } } : {}),
      ...(shared ? { shared: true } : {}),
      ...(after === null ? {} : { id: { lt: after } }),
    },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/**
 * How many were in each when it was counted: exactly for whoever knows who; rounded down, and not told of a small group,
 * for a partner that may only address it. Null: not counted yet, or too few to be told.
 */
export async function findSegmentCounts(deps: Deps, actor: Actor, ids: readonly string[]): Found<number | null> {
  const [found, { minimumGroup }] = await Promise.all([findSegments(deps, actor, ids), findAudiencePolicy(deps)]);
  const counts = [...found.values()].map((segment): [string, number | null] => {
    const { id, counted } = segment;
    return [id, counted === null || knowsMembers(actor, segment) ? counted : tellableCount(counted, minimumGroup)];
  });
  return new Map(counts);
}

/** The newest recount that each segment was in; for whoever knows its members. */
export async function findLastRecounts(deps: Deps, actor: Actor, ids: readonly string[]): Found<SegmentRecount> {
  const own = [...(await findSegments(deps, actor, ids)).values()].filter((segment) => knowsMembers(actor, segment));
  const ownIds = own.map(({ id }) => id);
  const newest = await deps.db.$queryRaw<{ segmentId: string; id: string }[]>`
    SELECT s.id AS "segmentId", max(r.id) AS id FROM unnest(${ownIds}::text[]) AS s(id)
    JOIN segment_recount r ON s.id = ANY(r.segment_ids) GROUP BY s.id`;
  const rows = await deps.db.segmentRecount.findMany({ where: { id: { in: newest.map(({ id }) => id) } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    newest.flatMap(({ segmentId, id }) => {
      const row = byId.get(id);
      return row ? [[segmentId, row] as const] : [];
    }),
  );
}

export async function findRecounts(deps: Deps, actor: Actor, ids: readonly string[]): Found<SegmentRecount> {
  if (!may(actor, "segment:read")) return new Map();
  const rows = await deps.db.segmentRecount.findMany({ where: { id: { in: [...ids] } } });
  const seen = await findSegments(deps, actor, [...new Set(rows.flatMap(({ segmentIds }) => segmentIds))]);
  const isOwn = ({ segmentIds }: SegmentRecount) =>
    segmentIds.length > 0 && segmentIds.every((id) => ownedBy(actor, seen.get(id)));
  return new Map(rows.filter(isOwn).map((row) => [row.id, row]));
}

const ownedBy = (actor: Actor, segment: Segment | undefined) => segment !== undefined && knowsMembers(actor, segment);

/** One member's stay in a segment that goes on. */
export type SegmentStay = { memberId: string; enteredAt: Date };

/** Who is in it, by member id; for whoever knows its members. */
export async function listSegmentMembers(
  deps: Deps,
  actor: Actor,
  segmentId: string,
  { first, after }: PageArgs,
): Promise<Page<SegmentStay>> {
  await ownSegment(deps, actor, segmentId);
  const rows = await deps.db.segmentMember.findMany({
    where: { segmentId, leftAt: null, ...(after === null ? {} : { memberId: { gt: after } }) },
    select: { memberId: true, enteredAt: true },
    orderBy: { memberId: "asc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** Who came in and who left, newest first. The cursor is the event's number. */
export async function listSegmentEvents(
  deps: Deps,
  actor: Actor,
  segmentId: string,
  { first, after }: PageArgs,
): Promise<Page<SegmentEvent>> {
  await ownSegment(deps, actor, segmentId);
  const before = after !== null && /^\d{1,18}$/.test(after) ? { ord: { lt: BigInt(after) } } : {};
  const rows = await deps.db.segmentEvent.findMany({
    where: { segmentId, ...before },
    orderBy: { ord: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

async function ownSegment(deps: Deps, actor: Actor, id: string): Promise<void> {
  can(actor, "segment:read");
  const segment = (await findSegments(deps, actor, [id])).get(id);
  if (!segment || !knowsMembers(actor, segment)) throw new SegmentNotFound(id);
}
