import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { World } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { type ProposePlan, proposePlan } from "#api/use-cases/plans/propose-plan.ts";

/** A plan of 9.90 a month that two people agreed on; its points stand still for 30 days. Answers its id. */
export async function agreeOnPlan(w: World, wish: Partial<ProposePlan> = {}): Promise<string> {
  const clerk: Actor = { kind: "operator", id: newId("user"), roles: ["CLERK"] };
  const { id: approvalId } = await proposePlan(w.deps, clerk, {
    code: "plus",
    name: { en: "Plus" },
    about: { en: "Twice the points everywhere" },
    benefits: [{ en: "Double points at every partner" }, { en: "Free delivery from Grocer" }],
    priceE6: 9_900_000n,
    frozenDays: 30,
    afterwards: "EXPIRE",
    reason: "A steady income",
    idempotencyKey: newId("approval"),
    ...wish,
  });
  await decideApproval(w.deps, w.operator, { approvalId, decision: "APPROVE", note: "Agreed" });
  const plan = await w.deps.db.plan.findUniqueOrThrow({ where: { approvalId } });
  return plan.id;
}
