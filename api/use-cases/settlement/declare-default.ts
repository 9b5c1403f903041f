import type { Actor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import type { Obligation } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { movePartner } from "#api/use-cases/partners/status.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { moveObligation } from "#api/use-cases/settlement/move-obligation.ts";
import { nextObligationState } from "#api/use-cases/settlement/obligation-states.ts";
import { ObligationNotFound } from "#api/use-cases/settlement/refusals.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type DeclareDefault = { obligationId: string; reason: string };

/** Says that an overdue partner will not pay: the rest of its obligation is in default, and so is the partner. */
export async function declareDefault(
  deps: Deps,
  actor: Actor,
  { obligationId, reason }: DeclareDefault,
  approvalId: string | null = null,
): Promise<Obligation> {
  can(actor, "default:declare");
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
    await movePartner(tx, actor, { partnerId, event: "declareDefault", at, reason, approvalId });
    return moveObligation(tx, { actor, at, reason, approvalId }, obligation, "default");
  }, LONG_TRANSACTION);
}
