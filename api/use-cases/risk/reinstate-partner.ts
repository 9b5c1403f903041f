import type { Actor } from "#api/kernel/actor.ts";
import type { Approval, Partner, Tx } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { lockPartner, movePartner } from "#api/use-cases/partners/status.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { liftPayOuts } from "#api/use-cases/risk/hold-pay-outs.ts";
import { startLotRun } from "#api/use-cases/risk/lot-runs.ts";
import { DefaultNotRecovered, PartnerNotInDefault } from "#api/use-cases/risk/refusals.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type ReinstatePartner = { partnerId: string; reason: string; idempotencyKey: string };

/** Asks finance to let a partner back in whose default is whole again. */
export async function reinstatePartner(deps: Deps, actor: Actor, input: ReinstatePartner): Promise<Approval> {
  can(actor, "partner:reinstate", input);
  const { partnerId, idempotencyKey } = input;
  const reason = checkText("reason", input.reason);
  const partner = await deps.db.partner.findUnique({ where: { id: partnerId } });
  if (!partner) throw new PartnerNotFound(partnerId);
  if (partner.status === "DEFAULTED") await requireRecovered(deps.db, partner);
  const request = { action: "reinstatePartner", subjectId: partnerId, payload: { partnerId } };
  return requestApproval(deps, actor, { ...request, reason, idempotencyKey });
}

/** What runs when finance agrees: it trades again, has what was held, and its blocked lots can be spent. */
export async function reinstateApproved(deps: Deps, actor: Actor, approval: Approval): Promise<Partner> {
  const { id: approvalId, subjectId: partnerId, reason } = approval;
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const partner = await lockPartner(tx, partnerId);
    if (partner.status !== "DEFAULTED") return partner;
    await requireRecovered(tx, partner);
    const back = await movePartner(tx, actor, { partnerId, event: "reinstate", at, reason, approvalId });
    await liftPayOuts(tx, { actor, at, reason, approvalId }, partnerId);
    await startLotRun(tx, actor, { partnerId, kind: "UNBLOCK_LOTS", haircutBps: null, reason, approvalId, at });
    return back;
  }, LONG_TRANSACTION);
}

async function requireRecovered(tx: Tx, { id: partnerId, status }: Partner): Promise<void> {
  if (status !== "DEFAULTED") throw new PartnerNotInDefault(partnerId, status);
  const where = { partnerId, state: { in: ["DEFAULTED" as const, "COVERED" as const] } };
  const open = await tx.obligation.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
  if (open.length > 0) throw new DefaultNotRecovered(open.map(({ id }) => id));
}
