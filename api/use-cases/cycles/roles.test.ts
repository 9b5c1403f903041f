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
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { changeProgrammeRules } from "#api/use-cases/programme/change-rules.ts";
import { holdPayOut, liftPayOut } from "#api/use-cases/settlement/hold-pay-out.ts";
import { setTaxRule } from "#api/use-cases/tax/set-tax-rule.ts";

const key = { reason: "because", idempotencyKey: "a-key-of-somebody" };
const cycle = { cycleId: "cyc_none", ...key };
const obligation = { obligationId: "obl_none", ...key };
const correction = { ...cycle, against: "FEES", corrections: [] } as const;
const rule = { ...key, section: "NET", code: "S", rateBps: 0, basis: "ON_TOP", validFrom: new Date(0) } as const;

type Deed = (deps: Deps, actor: Actor) => Promise<unknown>;

/** Who may do what, as people agreed on it. The objects do not exist: whoever may, is told so. */
const deeds: [string, Deed, readonly (OperatorRole | "SYSTEM" | "PARTNER")[]][] = [
  ["close a due cycle", closeDueCycle, ["SYSTEM"]],
  ["let obligations fall due", markDue, ["SYSTEM"]],
  ["close a cycle", (deps, actor) => closeCycle(deps, actor, cycle), ["SYSTEM", "CLERK", "FINANCE", "ADMIN"]],
  ["ask to reopen", (deps, actor) => reopenCycle(deps, actor, cycle), ["SYSTEM", "CLERK", "FINANCE"]],
  ["propose a correction", (deps, actor) => correctCycle(deps, actor, correction), ["SYSTEM", "CLERK", "FINANCE"]],
  ["net again", (deps, actor) => renetCycle(deps, actor, cycle), ["SYSTEM", "CLERK", "FINANCE"]],
  ["approve", (deps, actor) => approveCycle(deps, actor, cycle), ["SYSTEM", "FINANCE"]],
  ["confirm", (deps, actor) => confirmStatement(deps, actor, { statementId: "stm_none" }), ["SYSTEM", "PARTNER"]],
  ["hold a pay-out", (deps, actor) => holdPayOut(deps, actor, obligation), ["SYSTEM", "RISK"]],
  ["lift a hold", (deps, actor) => liftPayOut(deps, actor, obligation), ["SYSTEM", "RISK"]],
  ["set a tax rule", (deps, actor) => setTaxRule(deps, actor, rule), ["SYSTEM", "ADMIN"]],
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

test.for([
  ["closeCycle", ["FINANCE"]],
  ["reopenCycle", ["FINANCE"]],
  ["correctCycle", ["FINANCE"]],
  ["setTaxRule", ["FINANCE"]],
  ["changeProgrammeRules", ["FINANCE", "RISK"]],
] as const)("the second yes to %s is %j's", ([action, deciders]) => {
  const decide = approvalActions[action]?.decide;
  const able = roles.filter((role) => decide && may(asRole(role), decide) && may(asRole(role), "approval:decide"));
  expect(able).toEqual(deciders);
});
