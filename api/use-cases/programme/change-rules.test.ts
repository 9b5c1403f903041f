import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { CurrencyUnsupported, InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { type ChangeProgrammeRules, changeProgrammeRules } from "#api/use-cases/programme/change-rules.ts";
import { readRules } from "#api/use-cases/programme/read-programme.ts";
import { RulesChangedMeanwhile } from "#api/use-cases/programme/refusals.ts";

const admin: Actor = { kind: "operator", id: "usr_admin", roles: ["ADMIN"] };
const risk: Actor = { kind: "operator", id: "usr_risk", roles: ["RISK"] };
const reason = "The council's decision of March";

const ask = ({ deps }: World, rules: ChangeProgrammeRules["rules"], idempotencyKey = "change-rules-0001") =>
  changeProgrammeRules(deps, admin, { rules, reason, idempotencyKey });
const agree = ({ deps }: World, approvalId: string) => decideApproval(deps, risk, { approvalId, decision: "APPROVE" });

test("rules change when a second person agrees, and both sides are kept", async () => {
  const w = await world();
  const wished = { reviewDays: 5, payOutTwoAboveE6: 10_000_000_000n, cycleCalendar: "WEEKLY" } as const;
  const { programme, approval } = await ask(w, wished);
  expect(programme).toMatchObject({ reviewDays: 0, payOutTwoAboveE6: null, cycleCalendar: "MONTHLY" });
  await agree(w, approval.id);
  expect(await readRules(w.deps, admin)).toMatchObject(wished);
  expect(approval.payload).toEqual({
    before: { reviewDays: 0, payOutTwoAboveE6: null, cycleCalendar: "MONTHLY" },
    after: { reviewDays: 5, payOutTwoAboveE6: "10000000000", cycleCalendar: "WEEKLY" },
  });
  await agree(w, approval.id);
  const told = await w.deps.db.auditEvent.findMany({ where: { action: "changeProgrammeRules" } });
  expect(told).toMatchObject([{ object: "programme", approvalId: approval.id, reason }]);
  expect((await ask(w, wished)).approval.id).toBe(approval.id);
});

test("what was proposed upon other rules than those in force is refused", async () => {
  const w = await world();
  const first = await ask(w, { reviewDays: 5 });
  const second = await ask(w, { reviewDays: 7, dueDays: 4 }, "change-rules-0002");
  await agree(w, first.approval.id);
  await expect(agree(w, second.approval.id)).rejects.toThrow(new RulesChangedMeanwhile(["reviewDays"]));
  expect(await readRules(w.deps, admin)).toMatchObject({ reviewDays: 5, dueDays: 3 });
});

test("the currency of the books stays what it is", async () => {
  const { deps } = await world();
  const asked = { rules: { reviewDays: 5 }, reason, idempotencyKey: "change-rules-0001" };
  await expect(changeProgrammeRules(deps, admin, { ...asked, currency: "PLN" })).rejects.toThrow(
    new CurrencyUnsupported("PLN", "EUR"),
  );
  expect(await changeProgrammeRules(deps, admin, { ...asked, currency: "EUR" })).toMatchObject({
    approval: { state: "WAITING" },
  });
});

test.for<[string, ChangeProgrammeRules["rules"]]>([
  ["no rule at all", {}],
  ["a day below zero", { reviewDays: -1 }],
  ["more than the whole", { haircutBps: 10_001 }],
  ["money below zero", { writeOffMaxE6: -1n }],
  ["nothing where something is needed", { reviewDays: null as unknown as number }],
])("%s is no rule", async ([_what, rules]) => {
  await expect(ask(await world(), rules)).rejects.toThrow(InvalidValue);
});

test("administrators propose, finance or risk agree, partners' money people read", async () => {
  const w = await world();
  const asked = { rules: { reviewDays: 5 }, reason, idempotencyKey: "change-rules-0001" };
  await expect(changeProgrammeRules(w.deps, risk, asked)).rejects.toThrow(Forbidden);
  const { approval } = await ask(w, { reviewDays: 5 });
  const other: Actor = { kind: "operator", id: "usr_other", roles: ["ADMIN"] };
  const yes = { approvalId: approval.id, decision: "APPROVE" } as const;
  await expect(decideApproval(w.deps, other, yes)).rejects.toThrow(Forbidden);
  expect(await readRules(w.deps, w.grocer.finance)).toMatchObject({ reviewDays: 0 });
  expect(await readRules(w.deps, w.ana.actor)).toBeNull();
});
