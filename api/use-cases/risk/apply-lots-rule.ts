import type { Actor } from "#api/kernel/actor.ts";
import type { Approval, DefaultLotsRule, LotRun, Partner } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { lockPartner } from "#api/use-cases/partners/status.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { requireNoneUnderWay, startLotRun } from "#api/use-cases/risk/lot-runs.ts";
import { PartnerNotInDefault } from "#api/use-cases/risk/refusals.ts";

export type ApplyLotsRule = { partnerId: string; reason: string; idempotencyKey: string };

/**
 * Asks finance to let the programme's rule run over the unfunded lots of an issuer in default. The rule is the one in
 * force when it is asked for, and is kept with the request.
 */
export async function applyLotsRule(deps: Deps, actor: Actor, input: ApplyLotsRule): Promise<Approval> {
  can(actor, "lotsRule:propose", input);
  const { partnerId, idempotencyKey } = input;
  const reason = checkText("reason", input.reason);
  const partner = await deps.db.partner.findUnique({ where: { id: partnerId } });
  if (!partner) throw new PartnerNotFound(partnerId);
  requireDefaulted(partner);
  await requireNoneUnderWay(deps.db, partnerId);
  const { defaultLotsRule: rule, haircutBps } = await findProgramme(deps);
  const payload = { partnerId, rule, haircutBps };
  return requestApproval(deps, actor, {
    action: "applyLotsRule",
    subjectId: partnerId,
    payload,
    reason,
    idempotencyKey,
  });
}

/** What runs when finance agrees: the run begins, and the job takes it from there. */
export async function lotsRuleApproved(deps: Deps, actor: Actor, approval: Approval): Promise<LotRun> {
  const { id: approvalId, reason } = approval;
  const { partnerId, rule, haircutBps } = approval.payload as Rule & { partnerId: string };
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    requireDefaulted(await lockPartner(tx, partnerId));
    const taken = rule === "HAIRCUT" ? haircutBps : null;
    return startLotRun(tx, actor, { partnerId, kind: rule, haircutBps: taken, reason, approvalId, at });
  });
}

type Rule = { rule: DefaultLotsRule; haircutBps: number };

function requireDefaulted({ id, status }: Partner): void {
  if (status !== "DEFAULTED") throw new PartnerNotInDefault(id, status);
}
