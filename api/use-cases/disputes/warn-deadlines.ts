import type { Actor } from "#api/kernel/actor.ts";
import type { Dispute, Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockDispute } from "#api/use-cases/disputes/lock-dispute.ts";
import { type Happened, tellArbiters, tellSide } from "#api/use-cases/disputes/tell-sides.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** So long before a deadline whoever has the word is reminded. */
const WARNING_MS = 2 * 86_400_000;
const WARNED = "dispute deadline";

/** Reminds whose word is due soon, once in each state: the step that says so is what is remembered. */
export async function warnDeadlines(deps: Deps, actor: Actor): Promise<number> {
  const at = deps.clock.now();
  const soon = await deps.db.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM dispute d WHERE d.deadline_at > ${at} AND d.deadline_at <= ${new Date(at.getTime() + WARNING_MS)}
      AND NOT EXISTS (SELECT FROM transition t WHERE t.object = ${WARNED} AND t.object_id = d.id AND t."to" = d.state::text)
    ORDER BY d.deadline_at, d.id`;
  for (const { id } of soon) {
    await deps.db.$transaction(async (tx) =>
      warn(tx, await lockDispute(tx, id), { kind: "DISPUTE_DUE", at, by: actor }),
    );
  }
  return soon.length;
}

async function warn(tx: Tx, dispute: Dispute, happened: Happened): Promise<void> {
  const { id: objectId, state: to, deadlineAt } = dispute;
  if (!deadlineAt) return;
  const done = await tx.transition.findFirst({ where: { object: WARNED, objectId, to } });
  if (done) return;
  await recordStep(tx, happened.by, { object: WARNED, objectId, from: null, to, at: happened.at });
  if (to === "OPEN") await tellSide(tx, dispute, { side: "respondentId", next: "dispute:respond" }, happened);
  if (to === "RESPONDED") await tellSide(tx, dispute, { side: "claimantId", next: "dispute:escalate" }, happened);
  if (to === "ARBITRATION") await tellArbiters(tx, dispute, happened);
}
