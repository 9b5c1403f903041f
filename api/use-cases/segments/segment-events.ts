import type { SegmentEvent, SegmentEventKind, Tx } from "#api/sql/rows.ts";

/** A member came into a segment, or left it. */
export type MovedMember = { segmentId: string; memberId: string; kind: SegmentEventKind };

const AT_ONCE_MAX = 1_000;

/**
 * What happened to segments after the event with this number, in order; from the beginning after 0. Whoever keeps the
 * last number it saw misses none: a number is given to an event only when all before it are there to be read.
 */
export function segmentEventsSince(tx: Tx, ord: bigint, take: number = AT_ONCE_MAX): Promise<SegmentEvent[]> {
  return tx.segmentEvent.findMany({ where: { ord: { gt: ord } }, orderBy: { ord: "asc" }, take });
}

/** The number of the last event there is; 0: none. For whoever wants to hear of nothing that is past. */
export async function lastSegmentEvent(tx: Tx): Promise<bigint> {
  const last = await tx.segmentEvent.findFirst({ orderBy: { ord: "desc" }, select: { ord: true } });
  return last?.ord ?? 0n;
}
