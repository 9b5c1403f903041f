import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Approval, Tx, VelocityAction, VelocityKind, VelocityRule, VelocitySubject } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkNotNegative, checkText, checkWhole } from "#api/use-cases/partners/values.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";
import { velocityKinds, WINDOW_HOURS_MAX } from "#api/use-cases/velocity/kinds.ts";
import { VelocityRuleNotFound } from "#api/use-cases/velocity/refusals.ts";

export type ProposeVelocityRule = {
  kind: VelocityKind;
  subject: VelocitySubject;
  /** Absent: the business day. */
  windowHours?: number | null | undefined;
  /** The most that raises no case. */
  limit: bigint;
  action: VelocityAction;
  /** First instant without it; absent: until another takes its place. */
  validUntil?: Date | null | undefined;
  /** Of EXCLUDED_PAIR, and of nothing else: where points are earned first, and where they are then redeemed. */
  earnedAtId?: string | null | undefined;
  redeemedAtId?: string | null | undefined;
  /** The rule that ends when this one begins. */
  replacesId?: string | null | undefined;
  reason: string;
  idempotencyKey: string;
};

/** Risk asks finance for a rule. In force from finance's yes on. */
export async function proposeVelocityRule(deps: Deps, actor: Actor, input: ProposeVelocityRule): Promise<Approval> {
  can(actor, "velocity:propose");
  const { kind, subject, action, windowHours = null, validUntil = null, replacesId = null, idempotencyKey } = input;
  const reason = checkText("reason", input.reason);
  const limit = checkNotNegative("limit", input.limit);
  if (windowHours !== null) checkWhole("windowHours", windowHours, [1, WINDOW_HOURS_MAX]);
  if (subject !== "MEMBER" && velocityKinds[kind].memberOnly) {
    throw new InvalidValue("subject", subject, "MEMBER, for only members do this");
  }
  if (subject !== "MEMBER" && action === "OPEN_CASE_AND_BLOCK_MEMBER") {
    throw new InvalidValue("action", action, "OPEN_CASE, for the subject is no member");
  }
  const pair = await checkPair(deps, input, windowHours);
  if (replacesId && !(await deps.db.velocityRule.findUnique({ where: { id: replacesId } }))) {
    throw new VelocityRuleNotFound(replacesId);
  }
  const until = validUntil?.toISOString() ?? null;
  const payload = { kind, subject, windowHours, limit: String(limit), action, validUntil: until, replacesId, ...pair };
  const request = { action: "proposeVelocityRule", subjectId: replacesId ?? kind, payload, reason, idempotencyKey };
  return requestApproval(deps, actor, request, async (tx) => {
    requireAhead(validUntil, deps.clock.now());
    await requireUnreplaced(tx, replacesId);
  });
}

type Pair = Pick<VelocityRule, "earnedAtId" | "redeemedAtId">;

/** Two different partners for an excluded pair, by the business day; nobody for any other kind. */
async function checkPair({ db }: Deps, input: ProposeVelocityRule, windowHours: number | null): Promise<Pair> {
  const { kind, earnedAtId = null, redeemedAtId = null } = input;
  if (kind !== "EXCLUDED_PAIR") {
    if (earnedAtId !== null) throw new InvalidValue("earnedAtId", earnedAtId, "absent, for this kind has no pair");
    if (redeemedAtId !== null)
      throw new InvalidValue("redeemedAtId", redeemedAtId, "absent, for this kind has no pair");
    return { earnedAtId, redeemedAtId };
  }
  if (windowHours !== null)
    throw new InvalidValue("windowHours", String(windowHours), "absent: pairs count by the day");
  const partners = await db.partner.findMany({ where: { id: { in: [earnedAtId ?? "", redeemedAtId ?? ""] } } });
  const known = new Set(partners.filter(({ isOperator }) => !isOperator).map(({ id }) => id));
  if (!known.has(earnedAtId ?? "")) throw new InvalidValue("earnedAtId", earnedAtId ?? "", "a partner");
  const isOther = known.has(redeemedAtId ?? "") && redeemedAtId !== earnedAtId;
  if (!isOther) throw new InvalidValue("redeemedAtId", redeemedAtId ?? "", "another partner");
  return { earnedAtId, redeemedAtId };
}

type Stored = Pair &
  Pick<VelocityRule, "kind" | "subject" | "windowHours" | "action" | "replacesId"> & {
    limit: string;
    validUntil: string | null;
  };

/** What runs when finance agrees: the rule is in force, and the one it replaces no longer is. */
export async function velocityRuleApproved(deps: Deps, actor: Actor, approval: Approval): Promise<VelocityRule> {
  const { limit, validUntil: until, ...asked } = approval.payload as Stored;
  const { id: approvalId, reason } = approval;
  const { replacesId } = asked;
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('velocity rules'))`;
    const known = await tx.velocityRule.findUnique({ where: { approvalId } });
    if (known) return known;
    const at = deps.clock.now();
    const validUntil = until === null ? null : new Date(until);
    requireAhead(validUntil, at);
    await requireUnreplaced(tx, replacesId);
    const rule = { ...asked, limit: BigInt(limit), reason, validFrom: at, validUntil, approvalId, createdAt: at };
    const made = await tx.velocityRule.create({ data: { id: newId("velocityRule"), ...rule } });
    const why = { object: "velocityRule", at, reason, approvalId };
    const begun = { ...why, objectId: made.id, from: null, to: "IN_FORCE", after: made };
    const ended = replacesId ? [{ ...why, objectId: replacesId, from: "IN_FORCE", to: "REPLACED" }] : [];
    if (replacesId) {
      const stillOpen = { id: replacesId, OR: [{ validUntil: null }, { validUntil: { gt: at } }] };
      await tx.velocityRule.updateMany({ where: stillOpen, data: { validUntil: at } });
    }
    await recordSteps(tx, actor, [begun, ...ended]);
    return made;
  });
}

function requireAhead(validUntil: Date | null, at: Date): void {
  if (validUntil && validUntil <= at) throw new InvalidValue("validUntil", validUntil.toISOString(), "in the future");
}

async function requireUnreplaced(tx: Tx, replacesId: string | null): Promise<void> {
  if (replacesId === null || !(await tx.velocityRule.findUnique({ where: { replacesId } }))) return;
  throw new TransitionRefused("velocityRule", replacesId, "REPLACED", "be replaced");
}
