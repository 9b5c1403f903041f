import { beforeAll, expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { ask } from "#api/test/asking.ts";
import { type World, world } from "#api/test/world.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { addIdentifier } from "#api/use-cases/members/add-identifier.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";

const finance: Actor = { kind: "operator", id: "usr_finance", roles: ["FINANCE"] };
const key = (name: string) => `idempotencyKey: "${name.padEnd(16, "-")}"`;

/** Ana spent Grocer's points at Pharmacy in March and brought a quarter of it back in April; March is in review. */
let w: World;

beforeAll(async () => {
  w = await world({ ana: { points: 100n } });
  const phone = { kind: "PHONE", value: "+375291000001" } as const;
  await addIdentifier(w.deps, w.grocer.till, { memberId: w.ana.id, ...phone });
  const { purchase } = await recordPurchase(w.deps, w.pharmacy.till, {
    member: phone,
    totalE6: 1_000_000n,
    lines: [{ amountE6: 250_000n }, { amountE6: 750_000n }],
    redeem: { points: 100n },
    receiptNumber: "pharmacy-1",
    idempotencyKey: "ana-spends-000001",
  });
  w.clock.set(new Date("2026-04-01T00:00:00Z"));
  await closeDueCycle(w.deps, systemActor);
  const lines = [{ seq: 1, quantityMilli: 1_000n }];
  const slip = { receiptNumber: "pharmacy-1-back", idempotencyKey: "ana-returns-000001" };
  await returnPurchase(w.deps, w.pharmacy.till, { purchase: { purchaseId: purchase.id }, lines, ...slip });
});

const answer = async (actor: Actor, query: string) => {
  const { data, errors } = await ask(w.deps, actor, query);
  expect(errors).toEqual([]);
  return JSON.parse(JSON.stringify(data));
};

const decide = (approvalId: string) =>
  answer(
    finance,
    `mutation { decideApproval(input: { approvalId: "${approvalId}", decision: APPROVE }) { __typename } }`,
  );

test("a cycle is reopened, corrected and netted again by mutations, and shows how it came about", async () => {
  const { reopenCycle } = await answer(
    w.operator,
    `mutation { reopenCycle(input: { cycleId: "${w.cycleId}", reason: "Wrong fee", ${key("reopen")} }) {
      ... on ReopenCycleSuccess { cycle { state waitingRequests { id action } } approval { id } } } }`,
  );
  const requested = reopenCycle.approval.id;
  expect(reopenCycle.cycle).toEqual({
    state: "IN_REVIEW",
    waitingRequests: [{ id: requested, action: "reopenCycle" }],
  });
  await decide(requested);
  const { correctCycle } = await answer(
    w.operator,
    `mutation { correctCycle(input: { cycleId: "${w.cycleId}", against: MARGIN, reason: "Agreed", ${key("correct")},
      corrections: [{ partnerId: "${w.grocer.id}", amount: "-0.25" }] }) {
      ... on CorrectCycleSuccess { cycle { state } approval { id } } } }`,
  );
  expect(correctCycle.cycle.state).toBe("CORRECTING");
  await decide(correctCycle.approval.id);
  const { renetCycle } = await answer(
    w.operator,
    `mutation { renetCycle(input: { cycleId: "${w.cycleId}", reason: "Right now" }) { ... on RenetCycleSuccess { cycle {
      state version publishedAt review { statementCount confirmedCount endsAt }
      control { isRecomputed brokenRules difference { amount } entryCount statementsHash }
      steps { from to by reason approval { id } }
      superseded: obligations(superseded: true) { edges { node { version state amount { amount } steps { to } } } }
      obligations { edges { node { version state amount { amount } } } }
    } } } }`,
  );
  const { cycle } = renetCycle;
  expect(cycle).toMatchObject({
    state: "IN_REVIEW",
    version: 2,
    review: { statementCount: 2, confirmedCount: 0, endsAt: cycle.publishedAt },
    control: { isRecomputed: true, brokenRules: [], difference: { amount: "0.00" } },
  });
  expect(cycle.control.statementsHash).toMatch(/^[0-9a-f]{64}$/);
  expect(cycle.steps.map(({ to }: { to: string }) => to)).toEqual(
    "CLOSING NETTED IN_REVIEW CORRECTING CORRECTING CLOSING NETTED IN_REVIEW".split(" "),
  );
  expect(cycle.steps[3]).toMatchObject({
    by: "operator:usr_finance",
    reason: "Wrong fee",
    approval: { id: requested },
  });
  const amounts = (edges: { node: { version: number; amount: { amount: string } } }[]) =>
    edges.map(({ node }) => [node.version, node.amount.amount]);
  expect(amounts(cycle.superseded.edges)).toEqual([
    [1, "1.00"],
    [1, "-0.85"],
  ]);
  expect(amounts(cycle.obligations.edges)).toEqual([
    [2, "-0.85"],
    [2, "0.75"],
  ]);
});

test("a partner confirms its statement; it sees steps without the operator's people, and no control", async () => {
  const partner = await answer(
    w.grocer.finance,
    `{ cycle(id: "${w.cycleId}") { steps { to by reason } control { entryCount } review { statementCount } waitingRequests { id }
      statements { edges { node { id version supersededAt confirmedAt lines { section tax { amount } } obligation { version } } } } } }`,
  );
  const { steps, statements, ...inside } = partner.cycle;
  expect(inside).toEqual({ control: null, review: null, waitingRequests: [] });
  expect(new Set(steps.map(({ by, reason }: { by: null; reason: null }) => `${by} ${reason}`))).toEqual(
    new Set(["null null"]),
  );
  const [first, second] = statements.edges.map(({ node }: { node: { id: string } }) => node);
  expect(first).toMatchObject({ version: 1, supersededAt: expect.any(String), obligation: { version: 1 } });
  expect(second).toMatchObject({ version: 2, supersededAt: null, confirmedAt: null, obligation: { version: 2 } });
  const confirm = (id: string) =>
    answer(
      w.grocer.finance,
      `mutation { confirmStatement(input: { statementId: "${id}" }) {
        ... on ConfirmStatementSuccess { statement { confirmedAt confirmedBy } } ... on Error { code } } }`,
    );
  expect((await confirm(second.id)).confirmStatement).toMatchObject({
    statement: { confirmedAt: expect.any(String), confirmedBy: expect.stringContaining("partnerStaff:") },
  });
  expect((await confirm(first.id)).confirmStatement).toEqual({ code: "STATEMENT_SUPERSEDED" });
});

test("what began in March and came in April stands there as a late item, beside the cycle before", async () => {
  const { openCycle } = await answer(
    w.operator,
    `{ openCycle { seq previous { seq } lateItems { section originCycle { seq } entryCount amount { amount } }
      totalsChange { partnerCount gross { amount } } totals { gross { amount } } } }`,
  );
  expect(openCycle).toMatchObject({
    seq: 2,
    previous: { seq: 1 },
    lateItems: [
      { section: "RETURN_ISSUER", originCycle: { seq: 1 }, entryCount: 1, amount: { amount: "-0.25" } },
      { section: "RETURN_REDEEMER", originCycle: { seq: 1 }, entryCount: 1, amount: { amount: "0.2125" } },
    ],
    totalsChange: { partnerCount: 0 },
  });
});

test("taxes and rules are proposed, and the currency is not one of them", async () => {
  const admin: Actor = { kind: "operator", id: "usr_admin", roles: ["ADMIN"] };
  const { setTaxRule } = await answer(
    admin,
    `mutation { setTaxRule(input: { section: FEE, taxCode: "S23", rateBps: 2300, basis: ON_TOP, reason: "Law",
      validFrom: "2026-04-01T00:00:00Z", ${key("tax")} }) { ... on SetTaxRuleSuccess { approval { id } } } }`,
  );
  await decide(setTaxRule.approval.id);
  expect(
    await answer(w.grocer.finance, "{ taxRules { edges { node { section taxCode rateBps basis partner { id } } } } }"),
  ).toEqual({
    taxRules: { edges: [{ node: { section: "FEE", taxCode: "S23", rateBps: 2300, basis: "ON_TOP", partner: null } }] },
  });
  const change = (rest: string, name: string) =>
    answer(
      admin,
      `mutation { changeProgrammeRules(input: { rules: { reviewDays: 5, payOutTwoAbove: "10000" }, reason: "Council",
        ${rest} ${key(name)} }) { ... on ChangeProgrammeRulesSuccess { approval { id } } ... on Error { code } } }`,
    );
  expect((await change(`currencyCode: "PLN",`, "currency")).changeProgrammeRules).toEqual({
    code: "CURRENCY_UNSUPPORTED",
  });
  await decide((await change("", "rules")).changeProgrammeRules.approval.id);
  const { programme } = await answer(admin, "{ programme { rules { reviewDays dueDays payOutTwoAbove { amount } } } }");
  expect(programme.rules).toEqual({ reviewDays: 5, dueDays: 3, payOutTwoAbove: { amount: "10000.00" } });
  expect((await answer(w.ana.actor, "{ programme { name rules { reviewDays } } }")).programme.rules).toBeNull();
});
