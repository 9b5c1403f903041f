import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { formatMoney, type MoneyE6 } from "#api/kernel/money.ts";
import { findExposures, overrideExposure } from "#api/ledger/exposures.ts";
import type { Approval, LimitOverride, Tx } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { lockPartner } from "#api/use-cases/partners/status.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { LimitOverrideNotFound, OverrideExpired } from "#api/use-cases/risk/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type OverrideLimit = {
  partnerId: string;
  limitE6: MoneyE6;
  /** It lapses then by itself. */
  expiresAt: Date;
  reason: string;
  idempotencyKey: string;
};

/** Asks finance for a higher exposure limit for a while. Nothing ever raises a limit by itself. */
export async function overrideLimit(deps: Deps, actor: Actor, input: OverrideLimit): Promise<Approval> {
  can(actor, "limit:override", input);
  const { partnerId, limitE6, expiresAt, idempotencyKey } = input;
  const reason = checkText("reason", input.reason);
  const [exposure] = await findExposures(deps.db, [partnerId], deps.clock.now());
  if (!exposure) throw new PartnerNotFound(partnerId);
  if (exposure.contractLimitE6 === null)
    throw new InvalidValue("limit", formatMoney(limitE6), "absent: there is no limit");
  if (limitE6 <= exposure.contractLimitE6) {
    throw new InvalidValue(
      "limit",
      formatMoney(limitE6),
      `more than the contract's ${formatMoney(exposure.contractLimitE6)}`,
    );
  }
  if (expiresAt <= deps.clock.now()) throw new OverrideExpired(expiresAt);
  const payload = { partnerId, limitE6: String(limitE6), expiresAt: expiresAt.toISOString() };
  return requestApproval(deps, actor, {
    action: "overrideLimit",
    subjectId: partnerId,
    payload,
    reason,
    idempotencyKey,
  });
}

/** What runs when finance agrees: the override is in force, and one before it no longer is. */
export async function overrideApproved(deps: Deps, actor: Actor, approval: Approval): Promise<LimitOverride> {
  const { id: approvalId, reason } = approval;
  const asked = approval.payload as { partnerId: string; limitE6: string; expiresAt: string };
  const { partnerId } = asked;
  const expiresAt = new Date(asked.expiresAt);
  return deps.db.$transaction(async (tx) => {
    await lockPartner(tx, partnerId);
    const known = await tx.limitOverride.findUnique({ where: { approvalId } });
    if (known) return known;
    const at = deps.clock.now();
    if (expiresAt <= at) throw new OverrideExpired(expiresAt);
    const where = { partnerId, revokedAt: null, expiresAt: { gt: at } };
    await tx.limitOverride.updateMany({ where, data: { revokedAt: at } });
    const limitE6 = BigInt(asked.limitE6);
    const made = await tx.limitOverride.create({
      data: {
        id: newId("limitOverride"),
        partnerId,
        limitE6,
        validFrom: at,
        expiresAt,
        reason,
        approvalId,
        createdAt: at,
      },
    });
    await overrideExposure(tx, partnerId, { limitE6, until: expiresAt });
    const step = { object: "limitOverride", objectId: made.id, partnerId, from: null, to: "IN_FORCE" };
    await recordStep(tx, actor, { ...step, at, reason, approvalId });
    return made;
  });
}

export type RevokeLimitOverride = { limitOverrideId: string; reason: string };

/** Ends an override before its time; one person of risk or finance may. Repeating it changes nothing. */
export async function revokeLimitOverride(
  deps: Deps,
  actor: Actor,
  { limitOverrideId, reason }: RevokeLimitOverride,
): Promise<LimitOverride> {
  can(actor, "limit:revokeOverride");
  return deps.db.$transaction(async (tx) => {
    const { partnerId } = await overrideNamed(tx, limitOverrideId);
    await lockPartner(tx, partnerId);
    const found = await overrideNamed(tx, limitOverrideId);
    const at = deps.clock.now();
    if (found.revokedAt !== null || found.expiresAt <= at) return found;
    await overrideExposure(tx, partnerId, null);
    const step = { object: "limitOverride", objectId: limitOverrideId, partnerId, from: "IN_FORCE", to: "REVOKED" };
    await recordStep(tx, actor, { ...step, at, reason });
    return tx.limitOverride.update({ where: { id: limitOverrideId }, data: { revokedAt: at } });
  });
}

async function overrideNamed(tx: Tx, id: string): Promise<LimitOverride> {
  const found = await tx.limitOverride.findUnique({ where: { id } });
  if (!found) throw new LimitOverrideNotFound(id);
  return found;
}

/** Is the override what counts at an instant? */
export const isInForce = ({ validFrom, expiresAt, revokedAt }: LimitOverride, at: Date): boolean =>
  validFrom <= at && at < expiresAt && (revokedAt === null || at < revokedAt);
