import { z } from "zod";
import { words } from "#api/engine/campaign.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Approval, Plan, PlanAftermath } from "#api/sql/rows.ts";
import { plain, requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { nextState } from "#api/use-cases/machine.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkText, checkWhole } from "#api/use-cases/partners/values.ts";
import { recordStep, recordSteps } from "#api/use-cases/transitions.ts";
import { PlanNotFound } from "./refusals.ts";
import { planMachine } from "./states.ts";

const BENEFITS_MAX = 10;
const FROZEN_DAYS_MAX = 365;

export type ProposePlan = {
  /** Of a plan that is offered already: a new version takes its place for whoever subscribes from then on. */
  code: string;
  /** Words (api/engine/campaign.ts) as somebody wrote them. */
  name: unknown;
  about: unknown;
  benefits: unknown;
  priceE6: MoneyE6;
  frozenDays: number;
  afterwards: PlanAftermath;
  reason: string;
  idempotencyKey: string;
};

const stored = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  name: words,
  about: words,
  benefits: z.array(words).min(1).max(BENEFITS_MAX),
  priceE6: z.string(),
  frozenDays: z.int(),
  afterwards: z.enum(["KEEP", "EXPIRE"]),
});

/** Asks a second person for a plan; members can subscribe from the yes on. */
export async function proposePlan(deps: Deps, actor: Actor, input: ProposePlan): Promise<Approval> {
  can(actor, "plan:propose");
  const { idempotencyKey, reason: said, ...wish } = input;
  const reason = checkText("reason", said);
  checkWhole("frozenDays", wish.frozenDays, [0, FROZEN_DAYS_MAX]);
  if (wish.priceE6 <= 0n) throw new InvalidValue("price", String(wish.priceE6), "more than nothing");
  const read = stored.safeParse({ ...wish, priceE6: String(wish.priceE6) });
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new InvalidValue(issue?.path.join(".") ?? "plan", "", issue?.message ?? "a plan");
  }
  const request = { action: "proposePlan", subjectId: wish.code, payload: plain(read.data), reason, idempotencyKey };
  return requestApproval(deps, actor, request);
}

/** What runs at the yes: it is offered, and an earlier version no longer. */
export async function planApproved(deps: Deps, actor: Actor, approval: Approval): Promise<Plan> {
  const { priceE6, ...wish } = stored.parse(approval.payload);
  const { id: approvalId, reason } = approval;
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('plans'))`;
    const known = await tx.plan.findUnique({ where: { approvalId } });
    if (known) return known;
    const at = deps.clock.now();
    const before = await tx.plan.findMany({ where: { code: wish.code }, orderBy: { version: "desc" } });
    const offered = before.filter(({ state }) => state === "OFFERED");
    const ids = offered.map(({ id }) => id);
    await tx.plan.updateMany({ where: { id: { in: ids } }, data: { state: "WITHDRAWN" } });
    const version = (before[0]?.version ?? 0) + 1;
    const made = await tx.plan.create({
      data: { id: newId("plan"), ...wish, priceE6: BigInt(priceE6), version, approvalId, createdAt: at },
    });
    const why = { object: "plan", at, reason, approvalId };
    await recordSteps(tx, actor, [
      { ...why, objectId: made.id, from: null, to: "OFFERED", after: { ...wish, priceE6, version } },
      ...ids.map((objectId) => ({ ...why, objectId, from: "OFFERED", to: "WITHDRAWN" })),
    ]);
    return made;
  });
}

/** Nobody new subscribes; who has it keeps it. */
export async function withdrawPlan(
  deps: Deps,
  actor: Actor,
  { planId, reason: said }: { planId: string; reason: string },
): Promise<Plan> {
  can(actor, "plan:propose");
  const reason = checkText("reason", said);
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('plans'))`;
    const plan = await tx.plan.findUnique({ where: { id: planId } });
    if (!plan) throw new PlanNotFound(planId);
    if (plan.state === "WITHDRAWN") return plan;
    const to = nextState(planMachine, { object: "plan", id: plan.id, state: plan.state }, "withdraw");
    const at = deps.clock.now();
    await recordStep(tx, actor, { object: "plan", objectId: plan.id, from: plan.state, to, at, reason });
    return tx.plan.update({ where: { id: planId }, data: { state: to } });
  });
}
