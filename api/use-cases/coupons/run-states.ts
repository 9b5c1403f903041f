import type { Actor } from "#api/kernel/actor.ts";
import type { CouponRun, Tx } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";
import { ringPeople } from "#api/use-cases/notices/notify.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type CouponRunEvent = "start" | "finish" | "cancel";

export const couponRunMachine: Machine<CouponRun["state"], CouponRunEvent> = {
  QUEUED: { start: "RUNNING", cancel: "CANCELLED" },
  RUNNING: { finish: "DONE", cancel: "CANCELLED" },
  DONE: {},
  CANCELLED: {},
};

export const couponRunStates = {
  QUEUED: "It waits for its turn.",
  RUNNING: "Codes are being made.",
  DONE: "All of them are there.",
  CANCELLED: "Somebody ended it; what was made stays.",
} as const satisfies Record<CouponRun["state"], string>;

type Move = { event: CouponRunEvent; at: Date } & Partial<
  Pick<CouponRun, "progressAt" | "finishedAt" | "made" | "skipped" | "content">
>;

/** Moves a locked run on, and rings whoever waits for it. */
export async function moveRun(
  tx: Tx,
  actor: Actor,
  { id, state, userId }: CouponRun,
  { event, at, ...changes }: Move,
): Promise<CouponRun> {
  const to = nextState(couponRunMachine, { object: "couponRun", id, state }, event);
  await recordStep(tx, actor, { object: "couponRun", objectId: id, from: state, to, at });
  const moved = await tx.couponRun.update({ where: { id }, data: { state: to, ...changes } });
  await ringPeople(tx, [userId]);
  return moved;
}

/** Holds it still until the transaction ends. */
export async function lockRun(tx: Tx, id: string): Promise<CouponRun> {
  await tx.$executeRaw`SELECT FROM coupon_run WHERE id = ${id} FOR UPDATE`;
  return tx.couponRun.findUniqueOrThrow({ where: { id } });
}
