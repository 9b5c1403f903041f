import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Approval, ReferralTerms } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { checkNotNegative, checkText, checkWhole } from "#api/use-cases/partners/values.ts";
import { checkPoints } from "#api/use-cases/points/answer.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type ProposeReferralTerms = {
  minimumE6: MoneyE6;
  advocatePoints: Points;
  friendPoints: Points;
  /** Who pays for both; null: the operator. */
  funderId?: string | null | undefined;
  monthMost: number;
  dayMost: number;
  joinDays: number;
  reason: string;
  idempotencyKey: string;
};

/** The terms in force; null where bringing friends is not rewarded. */
export async function referralTermsInForce({ db }: Pick<Deps, "db">): Promise<ReferralTerms | null> {
  return db.referralTerms.findFirst({ orderBy: { version: "desc" } });
}

export async function readReferralTerms(deps: Deps, actor: Actor): Promise<ReferralTerms | null> {
  can(actor, "programme:read");
  return referralTermsInForce(deps);
}

/** Terms by id, for referrals that were made under them. */
export async function findReferralTerms(deps: Deps, _actor: Actor, ids: readonly string[]) {
  const rows = await deps.db.referralTerms.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Asks finance for other terms; friends who join from its yes on come under them. */
export async function proposeReferralTerms(deps: Deps, actor: Actor, input: ProposeReferralTerms): Promise<Approval> {
  can(actor, "referralTerms:propose");
  const { minimumE6, advocatePoints, friendPoints, funderId = null, idempotencyKey } = input;
  checkNotNegative("minimum", minimumE6);
  checkPoints(advocatePoints);
  checkPoints(friendPoints);
  if (funderId && !(await deps.db.partner.findUnique({ where: { id: funderId } }))) throw new PartnerNotFound(funderId);
  const payload = {
    minimumE6: String(minimumE6),
    advocatePoints: String(advocatePoints),
    friendPoints: String(friendPoints),
    funderId,
    monthMost: checkWhole("monthMost", input.monthMost, [1, 1_000]),
    dayMost: checkWhole("dayMost", input.dayMost, [1, 100]),
    joinDays: checkWhole("joinDays", input.joinDays, [1, 366]),
  };
  const reason = checkText("reason", input.reason);
  const request = { action: "proposeReferralTerms", subjectId: "referralTerms", payload, reason, idempotencyKey };
  return requestApproval(deps, actor, request);
}

type Stored = Pick<ReferralTerms, "funderId" | "monthMost" | "dayMost" | "joinDays"> &
  Record<"minimumE6" | "advocatePoints" | "friendPoints", string>;

/** What runs when finance agrees. */
export async function referralTermsApproved(deps: Deps, actor: Actor, approval: Approval): Promise<ReferralTerms> {
  const { id: approvalId, reason } = approval;
  const { minimumE6, advocatePoints, friendPoints, ...rest } = approval.payload as Stored;
  const points = { advocatePoints: BigInt(advocatePoints), friendPoints: BigInt(friendPoints) };
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('referral terms'))`;
    const known = await tx.referralTerms.findUnique({ where: { approvalId } });
    if (known) return known;
    const last = await tx.referralTerms.findFirst({ orderBy: { version: "desc" } });
    const at = deps.clock.now();
    const id = newId("referralTerms");
    const step = { object: "referralTerms", objectId: id, from: null, to: "IN_FORCE" };
    await recordStep(tx, actor, { ...step, at, reason, approvalId, after: approval.payload as object });
    const version = (last?.version ?? 0) + 1;
    const terms = { ...rest, ...points, minimumE6: BigInt(minimumE6), validFrom: at, approvalId };
    return tx.referralTerms.create({ data: { id, version, ...terms } });
  });
}
