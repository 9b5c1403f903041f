import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Tx } from "#api/sql/rows.ts";

/** One object's step from one state to another. */
export type Step = {
  object: string;
  objectId: string;
  /** Null: it begins to exist. */
  from: string | null;
  to: string;
  at: Date;
  reason?: string | null;
  approvalId?: string | null;
};

/** Leaves the trace of a change of state, in the transaction that makes it. */
export async function recordStep(tx: Tx, actor: Actor, step: Step): Promise<void> {
  await recordSteps(tx, actor, [step]);
}

/** The same for several objects that change together. */
export async function recordSteps(tx: Tx, actor: Actor, steps: readonly Step[]): Promise<void> {
  const by = actorRef(actor);
  await tx.transition.createMany({ data: steps.map((step) => ({ id: newId("transition"), actor: by, ...step })) });
}

/** For steps that touch every partner of a cycle. */
export const LONG_TRANSACTION = { maxWait: 10_000, timeout: 60_000 } as const;
