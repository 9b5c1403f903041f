import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { insertRows } from "#api/sql/insert-rows.ts";
import type { Tx } from "#api/sql/rows.ts";
import { type AuditFacts, recordAudits } from "#api/use-cases/audit/record-audit.ts";

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
  /** Whose house it concerns, for the audit log; what the object or the actor says when absent. */
  partnerId?: string | null;
  /** The rest of the thing as it was and as it is, for the audit log. */
  before?: object | null;
  after?: object | null;
};

/** Leaves the trace of a change of state, in the transaction that makes it. */
export async function recordStep(tx: Tx, actor: Actor, step: Step): Promise<void> {
  await recordSteps(tx, actor, [step]);
}

/** The same for several objects that change together. What people change is in the audit log too. */
export async function recordSteps(tx: Tx, actor: Actor, steps: readonly Step[]): Promise<void> {
  const by = actorRef(actor);
  const rows = steps.map(({ object, objectId, from, to, at, reason = null, approvalId = null }) => {
    return { id: newId("transition"), object, objectId, from, to, at, actor: by, reason, approvalId };
  });
  await insertRows(tx, "transition", rows);
  await recordAudits(tx, actor, steps.map(auditOf));
}

function auditOf({ from, to, before, after, ...step }: Step): AuditFacts {
  return {
    ...step,
    action: `${step.object}.${to}`,
    before: from === null ? null : { ...before, state: from },
    after: { ...after, state: to },
    ...(step.object === "partner" ? { partnerId: step.objectId } : {}),
  };
}

/** For steps that touch every partner of a cycle. */
export const LONG_TRANSACTION = { maxWait: 10_000, timeout: 60_000 } as const;
