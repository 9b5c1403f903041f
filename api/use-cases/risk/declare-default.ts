import type { Actor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import type { Approval, Obligation } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { movePartner } from "#api/use-cases/partners/status.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { holdPayOuts } from "#api/use-cases/risk/hold-pay-outs.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { moveObligation } from "#api/use-cases/settlement/move-obligation.ts";
import { nextObligationState } from "#api/use-cases/settlement/obligation-states.ts";
import { ObligationNotFound } from "#api/use-cases/settlement/refusals.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type DeclareDefault = { obligationId: string; reason: string; idempotencyKey: string };

/** Always waiting for a second person at first. */
export type DefaultAnswer = { obligation: Obligation; approval: Approval };

/** Asks for the word that an overdue partner will not pay: it takes two people. */
export async function declareDefault(deps: Deps, actor: Actor, input: DeclareDefault): Promise<DefaultAnswer> {
  can(actor, "default:declare");
  const { obligationId, reason, idempotencyKey } = input;
  const obligation = await deps.db.obligation.findUnique({ where: { id: obligationId } });
  if (!obligation) throw new ObligationNotFound(obligationId);
  if (obligation.state !== "DEFAULTED") nextObligationState(obligation, "default");
  const payload = { obligationId };
  const request = { action: "declareDefault", subjectId: obligationId, payload, reason, idempotencyKey };
  return { obligation, approval: await requestApproval(deps, actor, request) };
}

/**
 * What runs when the second person agrees: the rest of the obligation is in default, and so is the partner. From the
 * same commit on it issues nothing, and what it is owed is held.
 */
export async function defaultApproved(deps: Deps, actor: Actor, approval: Approval): Promise<Obligation> {
  const { id: approvalId, subjectId: obligationId, reason } = approval;
  const { minorDigits } = await findProgramme(deps);
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const obligation = await tx.obligation.findUnique({ where: { id: obligationId } });
    if (!obligation) throw new ObligationNotFound(obligationId);
    if (obligation.state === "DEFAULTED") return obligation;
    nextObligationState(obligation, "default");
    const { partnerId } = obligation;
    const amountE6 = obligation.amountMinor * minorUnitE6(minorDigits) - obligation.paidE6;
    await deps.ledger.post({
      kind: "declareDefault",
      actor,
      owner: "operator",
      key: `default:${obligationId}`,
      fingerprint: fingerprint({ obligationId }),
      occurredAt: at,
      place: null,
      reason,
      movements: [{ kind: "declareDefault", partnerId, amountE6 }],
    });
    const moment = { actor, at, reason, approvalId };
    const { name } = await movePartner(tx, actor, { partnerId, event: "declareDefault", at, reason, approvalId });
    await holdPayOuts(tx, moment, { partnerId });
    const audience = { partnerId: null, roles: ["OPERATOR_RISK", "OPERATOR_FINANCE", "OPERATOR_ADMIN"] } as const;
    const href = `/operator/partners/${partnerId}`;
    await notifyStaff(tx, audience, { kind: "PARTNER_DEFAULTED", facts: { partner: name }, href, at });
    return moveObligation(tx, moment, obligation, "default");
  }, LONG_TRANSACTION);
}
