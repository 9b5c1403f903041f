import type { Actor } from "#api/kernel/actor.ts";
import type { Segment, SegmentEventKind, SegmentRecount, SegmentState, Tx } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";
import { ringPeople } from "#api/use-cases/notices/notify.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** A segment is not edited: a campaign that two people agreed on goes on meaning the same members. */
export const segmentMachine: Machine<SegmentState, "retire"> = { ACTIVE: { retire: "RETIRED" }, RETIRED: {} };

export const segmentStates = {
  ACTIVE: "Its members are counted every night.",
  RETIRED: "Nobody is in it any more.",
} as const satisfies Record<SegmentState, string>;

export const segmentEventKinds = {
  ENTERED: "The member came in.",
  LEFT: "The member left.",
} as const satisfies Record<SegmentEventKind, string>;

export const nextSegmentState = ({ id, state }: Segment) =>
  nextState(segmentMachine, { object: "segment", id, state }, "retire");

export type RecountEvent = "start" | "finish" | "fail";

/** One that was begun and left behind goes on where it was. */
export const recountMachine: Machine<SegmentRecount["state"], RecountEvent> = {
  QUEUED: { start: "RUNNING", fail: "FAILED" },
  RUNNING: { start: "RUNNING", finish: "DONE", fail: "FAILED" },
  DONE: {},
  FAILED: {},
};

export const recountStates = {
  QUEUED: "It waits for its turn.",
  RUNNING: "Members are being asked.",
  DONE: "All members were asked.",
  FAILED: "It could not be done; ask again.",
} as const satisfies Record<SegmentRecount["state"], string>;

type Move = { event: RecountEvent; at: Date } & Partial<
  Pick<SegmentRecount, "attempt" | "error" | "membersTotal" | "startedAt" | "finishedAt" | "progressAt">
>;

/** Moves a locked recount on, and rings whoever waits for it. */
export async function moveRecount(
  tx: Tx,
  actor: Actor,
  { id, state, userId }: SegmentRecount,
  { event, at, ...changes }: Move,
): Promise<SegmentRecount> {
  const to = nextState(recountMachine, { object: "segmentRecount", id, state }, event);
  const reason = changes.error ?? null;
  await recordStep(tx, actor, { object: "segmentRecount", objectId: id, from: state, to, at, reason });
  const moved = await tx.segmentRecount.update({ where: { id }, data: { state: to, ...changes } });
  if (userId) await ringPeople(tx, [userId]);
  return moved;
}

/** Holds it still until the transaction ends. */
export async function lockRecount(tx: Tx, id: string): Promise<SegmentRecount> {
  await tx.$executeRaw`SELECT FROM segment_recount WHERE id = ${id} FOR UPDATE`;
  return tx.segmentRecount.findUniqueOrThrow({ where: { id } });
}
