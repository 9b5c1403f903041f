import { beforeAll, describe, expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { type Actor, type OperatorRole, systemActor } from "#api/kernel/actor.ts";
import { type World, world } from "#api/test/world.ts";
import { approvalActions } from "#api/use-cases/approvals/actions.ts";
import { may } from "#api/use-cases/can.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeCycle } from "#api/use-cases/cycles/close-cycle.ts";
import { confirmStatement } from "#api/use-cases/cycles/confirm-statement.ts";
import { correctCycle } from "#api/use-cases/cycles/correct-cycle.ts";
import { renetCycle } from "#api/use-cases/cycles/renet-cycle.ts";
import { reopenCycle } from "#api/use-cases/cycles/reopen-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { concedeDispute } from "#api/use-cases/disputes/concede-dispute.ts";
import { escalateDispute } from "#api/use-cases/disputes/escalate-dispute.ts";
import { proposeDecision } from "#api/use-cases/disputes/propose-decision.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { givePartnerNotice } from "#api/use-cases/partners/give-notice.ts";
import { releaseSecured } from "#api/use-cases/partners/release-secured.ts";
import { approvePayments } from "#api/use-cases/payments/approve-payments.ts";
import { exportPayments } from "#api/use-cases/payments/export-payments.ts";
import { submitPayments } from "#api/use-cases/payments/submit-payments.ts";
import { changeProgrammeRules } from "#api/use-cases/programme/change-rules.ts";
import { takeReconItem } from "#api/use-cases/reconciliation/take-item.ts";
import { applyLotsRule } from "#api/use-cases/risk/apply-lots-rule.ts";
import { applyWaterfall } from "#api/use-cases/risk/apply-waterfall.ts";
import { declareDefault } from "#api/use-cases/risk/declare-default.ts";
import { overrideLimit } from "#api/use-cases/risk/override-limit.ts";
import { recordRecovery } from "#api/use-cases/risk/record-recovery.ts";
import { reinstatePartner } from "#api/use-cases/risk/reinstate-partner.ts";
import { holdPayOut, liftPayOut } from "#api/use-cases/settlement/hold-pay-out.ts";
import { setTaxRule } from "#api/use-cases/tax/set-tax-rule.ts";

const key = { reason: "because", idempotencyKey: "a-key-of-somebody" };
const cycle = { cycleId: "cyc_none", ...key };
const obligation = { obligationId: "obl_none", ...key };
const correction = { ...cycle, against: "FEES", corrections: [] } as const;
const rule = { ...key, section: "NET", code: "S", rateBps: 0, basis: "ON_TOP", validFrom: new Date(0) } as const;

const recovery = { ...obligation, amountE6: 1n };
const partner = { partnerId: "ptn_none", ...key };
const override = { ...partner, limitE6: 1n, expiresAt: new Date(0) };
const exit = { partnerExitId: "exi_none", ...key };
const dispute = { disputeId: "dsp_none", decision: "REJECT", ...key } as const;

type Deed = (deps: Deps, actor: Actor) => Promise<unknown>;

/** Who may do what, as people agreed on it. The objects do not exist: whoever may, is told so. */
const deeds: [string, Deed, readonly (OperatorRole | "SYSTEM" | "PARTNER")[]][] = [
  ["close a due cycle", closeDueCycle, ["SYSTEM"]],
  ["let obligations fall due", markDue, ["SYSTEM"]],
  ["close a cycle", (deps, actor) => closeCycle(deps, actor, cycle), ["SYSTEM", "CLERK"]],
  ["ask to reopen", (deps, actor) => reopenCycle(deps, actor, cycle), ["SYSTEM", "CLERK"]],
  ["propose a correction", (deps, actor) => correctCycle(deps, actor, correction), ["SYSTEM", "CLERK"]],
  ["net again", (deps, actor) => renetCycle(deps, actor, cycle), ["SYSTEM", "CLERK", "FINANCE"]],
  ["approve", (deps, actor) => approveCycle(deps, actor, cycle), ["SYSTEM", "FINANCE"]],
  ["confirm", (deps, actor) => confirmStatement(deps, actor, { statementId: "stm_none" }), ["SYSTEM", "PARTNER"]],
  ["hold a pay-out", (deps, actor) => holdPayOut(deps, actor, obligation), ["SYSTEM", "RISK"]],
  ["lift a hold", (deps, actor) => liftPayOut(deps, actor, obligation), ["SYSTEM", "RISK"]],
  ["set a tax rule", (deps, actor) => setTaxRule(deps, actor, rule), ["SYSTEM", "ADMIN"]],
  ["submit pay-outs", (deps, actor) => submitPayments(deps, actor, cycle), ["SYSTEM", "CLERK"]],
  ["approve pay-outs", (deps, actor) => approvePayments(deps, actor, cycle), ["SYSTEM", "FINANCE"]],
  ["make the bank file", (deps, actor) => exportPayments(deps, actor, cycle), ["SYSTEM", "CLERK", "FINANCE"]],
  ["declare a default", (deps, actor) => declareDefault(deps, actor, obligation), ["SYSTEM", "RISK"]],
  ["apply the waterfall", (deps, actor) => applyWaterfall(deps, actor, obligation), ["SYSTEM", "FINANCE"]],
  ["record a recovery", (deps, actor) => recordRecovery(deps, actor, recovery), ["SYSTEM", "FINANCE"]],
  ["apply the rule for points", (deps, actor) => applyLotsRule(deps, actor, partner), ["SYSTEM", "RISK"]],
  ["let a partner back in", (deps, actor) => reinstatePartner(deps, actor, partner), ["SYSTEM", "RISK"]],
  ["raise a limit", (deps, actor) => overrideLimit(deps, actor, override), ["SYSTEM", "RISK"]],
  ["give notice", (deps, actor) => givePartnerNotice(deps, actor, partner), ["SYSTEM", "ADMIN", "PARTNER"]],
  ["release what was put up", (deps, actor) => releaseSecured(deps, actor, exit), ["SYSTEM", "FINANCE"]],
  ["propose a dispute's end", (deps, actor) => proposeDecision(deps, actor, dispute), ["SYSTEM", "CLERK"]],
  ["concede a dispute", (deps, actor) => concedeDispute(deps, actor, dispute), ["SYSTEM", "PARTNER"]],
  ["escalate a dispute", (deps, actor) => escalateDispute(deps, actor, dispute), ["SYSTEM", "PARTNER"]],
  ["take a break", (deps, actor) => takeReconItem(deps, actor, { itemId: "rec_none" }), ["SYSTEM", "CLERK"]],
  ["change rules", (deps, actor) => changeProgrammeRules(deps, actor, { ...key, rules: {} }), ["SYSTEM", "ADMIN"]],
];

const roles = ["CLERK", "FINANCE", "RISK", "ADMIN", "AUDITOR"] as const;
const asRole = (role: OperatorRole): Actor => ({ kind: "operator", id: `usr_${role}`, roles: [role] });

let hub: World;
beforeAll(async () => {
  hub = await world();
});

describe.each(deeds)("who may %s", (_name, deed, allowed) => {
  test.each([...roles, "SYSTEM", "PARTNER", "TILL", "MEMBER"] as const)("%s", async (who) => {
    const done = await deed(hub.deps, actorOf(who)).then(
      () => "done",
      (refusal: unknown) => (refusal instanceof Forbidden ? "forbidden" : "judged"),
    );
    expect(done !== "forbidden").toBe(allowed.some((one) => one === who));
  });
});

function actorOf(who: OperatorRole | "SYSTEM" | "PARTNER" | "TILL" | "MEMBER"): Actor {
  if (who === "SYSTEM") return systemActor;
  if (who === "PARTNER") return hub.grocer.finance;
  if (who === "TILL") return hub.grocer.till;
  return who === "MEMBER" ? hub.ana.actor : asRole(who);
}

/** By deed: whose second yes it needs. What is not here has nobody who agreed on it. */
const deciders: Record<string, readonly OperatorRole[]> = {
  closeCycle: ["FINANCE"],
  reopenCycle: ["FINANCE"],
  correctCycle: ["FINANCE"],
  setTaxRule: ["FINANCE"],
  changeProgrammeRules: ["FINANCE", "RISK"],
  declareDefault: ["FINANCE"],
  overrideLimit: ["FINANCE"],
  applyLotsRule: ["FINANCE"],
  reinstatePartner: ["FINANCE"],
  releaseSecured: ["RISK"],
  proposeContract: ["FINANCE", "RISK", "ADMIN"],
  decideDispute: ["FINANCE"],
  correctPartnerFileItem: ["FINANCE"],
  proposeBankAccount: ["FINANCE"],
  matchReceipts: ["FINANCE"],
  explainDebit: ["FINANCE"],
  writeOffDifference: ["FINANCE"],
  adjustPoints: ["FINANCE", "ADMIN"],
  proposeVelocityRule: ["FINANCE"],
  reviewCampaign: ["FINANCE", "ADMIN"],
  reviewDraw: ["FINANCE", "RISK", "ADMIN"],
  drawWinners: ["FINANCE", "RISK", "ADMIN"],
  reviewChallenge: ["FINANCE", "ADMIN"],
  reviewJourney: ["FINANCE", "ADMIN"],
  proposePlan: ["FINANCE", "ADMIN"],
  proposeTierLadder: ["FINANCE", "ADMIN"],
  proposeReferralTerms: ["FINANCE"],
  proposeSpendPolicy: ["FINANCE"],
};

test("every deed of two people is decided by whom people agreed on", () => {
  const able = Object.entries(approvalActions).map(([action, { decide }]) => [
    action,
    roles.filter((role) => may(asRole(role), decide) && may(asRole(role), "approval:decide")),
  ]);
  expect(Object.fromEntries(able)).toEqual(deciders);
});
