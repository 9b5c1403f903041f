import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { StatementLine } from "#api/ledger/statement.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { closeCycle } from "#api/use-cases/cycles/close-cycle.ts";
import { correctCycle } from "#api/use-cases/cycles/correct-cycle.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import { renetCycle } from "#api/use-cases/cycles/renet-cycle.ts";
import { reopenCycle } from "#api/use-cases/cycles/reopen-cycle.ts";
import { taxOn } from "#api/use-cases/cycles/tax.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { listTaxRules } from "#api/use-cases/tax/list-tax-rules.ts";
import { type SetTaxRule, setTaxRule } from "#api/use-cases/tax/set-tax-rule.ts";

const admin: Actor = { kind: "operator", id: "usr_admin", roles: ["ADMIN"] };
const finance: Actor = { kind: "operator", id: "usr_finance", roles: ["FINANCE"] };
const clerk: Actor = { kind: "operator", id: "usr_clerk", roles: ["CLERK"] };

const march = new Date("2026-03-01T00:00:00Z");
const onFees = { section: "FEE", code: "S23", rateBps: 2_300, basis: "ON_TOP", validFrom: march } as const;

let keys = 0;
const nextKey = () => `tax-rule-${String(++keys).padStart(8, "0")}`;

async function tax({ deps }: World, rule: Omit<SetTaxRule, "reason" | "idempotencyKey">): Promise<void> {
  const asked = { ...rule, reason: "The adviser's letter", idempotencyKey: nextKey() };
  const { approval } = await setTaxRule(deps, admin, asked);
  await decideApproval(deps, finance, { approvalId: approval.id, decision: "APPROVE" });
}

/** Grocer owes a fee of 12.34, and Pharmacy took 40 of its points. */
async function trading(): Promise<World> {
  const w = await world({ ana: { points: 100n } });
  await w.deps.db.contract.updateMany({ where: { partnerId: w.grocer.id }, data: { feePerCycleE6: 12_340_000n } });
  const spent = { member: { memberId: w.ana.id }, partnerId: w.pharmacy.id, points: 40n };
  await redeemPoints(w.deps, systemActor, { ...spent, idempotencyKey: "ana-spends-000001" });
  return w;
}

async function close({ deps, clock, cycleId }: World): Promise<void> {
  clock.set(new Date("2026-04-01T00:00:00Z"));
  await closeCycle(deps, systemActor, { cycleId, reason: "Month end", idempotencyKey: "close-march-00001" });
}

async function statementOf({ deps, cycleId }: World, partnerId: string, version = 1) {
  const statement = await deps.db.statement.findFirstOrThrow({ where: { cycleId, partnerId, version } });
  const lines = (statement.lines as StatementLine[]).map(({ section, amountE6, taxCode, taxE6 }) => [
    section,
    amountE6,
    taxCode,
    taxE6,
  ]);
  return { ...statement, lines };
}

test("without a rule there is no tax", async () => {
  const w = await trading();
  await close(w);
  expect((await statementOf(w, w.grocer.id)).lines).toEqual([
    ["ISSUER_CHARGE", "400000", null, null],
    ["FEE", "12340000", null, null],
  ]);
});

test("tax on top is charged in its own section, by the row it stands on", async () => {
  const w = await trading();
  await tax(w, onFees);
  await close(w);
  const { lines, positionE6 } = await statementOf(w, w.grocer.id);
  expect(lines).toEqual([
    ["ISSUER_CHARGE", "400000", null, null],
    ["FEE", "12340000", "S23", "2840000"],
    ["TAX", "2840000", null, null],
  ]);
  expect(positionE6).toBe(15_580_000n);
});

test("tax that the amount contains is told and changes nothing; a partner's own rule goes before everybody's", async () => {
  const w = await trading();
  await tax(w, { ...onFees, section: "REDEEMER_CREDIT", basis: "INCLUDED", code: "I20", rateBps: 2_000 });
  await tax(w, {
    ...onFees,
    section: "REDEEMER_CREDIT",
    basis: "INCLUDED",
    code: "I0",
    rateBps: 0,
    partnerId: w.fuel.id,
  });
  await close(w);
  // 0.34 contains 0.0566…: 0.06.
  expect((await statementOf(w, w.pharmacy.id)).lines).toEqual([["REDEEMER_CREDIT", "-340000", "I20", "-60000"]]);
});

test("the hash covers the tax", async () => {
  const [plain, taxed] = [await trading(), await trading()];
  await tax(taxed, { ...onFees, section: "REDEEMER_CREDIT", basis: "INCLUDED" });
  await close(plain);
  await close(taxed);
  const facts = { cycleId: "", partnerId: "", id: "", publishedAt: null };
  const bare = { ...(await statementOf(plain, plain.pharmacy.id)), ...facts };
  const told = { ...(await statementOf(taxed, taxed.pharmacy.id)), ...facts };
  expect(told.positionE6).toBe(bare.positionE6);
  expect(told.lines).not.toEqual(bare.lines);
  expect(told.hash).not.toBe(bare.hash);
});

test("a corrected cycle is taxed by the difference", async () => {
  const w = await trading();
  await tax(w, onFees);
  await tax(w, { ...onFees, section: "CORRECTION" });
  await close(w);
  const agree = (approvalId: string) => decideApproval(w.deps, finance, { approvalId, decision: "APPROVE" });
  const reason = "Half the fee was agreed";
  const { approval } = await reopenCycle(w.deps, clerk, { cycleId: w.cycleId, reason, idempotencyKey: nextKey() });
  await agree(approval.id);
  const corrections = [{ partnerId: w.grocer.id, amountE6: -6_170_000n }];
  const asked = { cycleId: w.cycleId, against: "FEES", corrections, reason, idempotencyKey: nextKey() } as const;
  await agree((await correctCycle(w.deps, clerk, asked)).approval.id);
  await renetCycle(w.deps, clerk, { cycleId: w.cycleId, reason });
  const { lines } = await statementOf(w, w.grocer.id, 2);
  expect(lines).toContainEqual(["CORRECTION", "-6170000", "S23", "-1420000"]);
  expect(lines).toContainEqual(["TAX", "1420000", null, null]);
  const posted = await w.deps.db.line.findMany({ where: { section: "TAX" }, orderBy: { amount: "asc" } });
  expect(posted.map(({ amount }) => amount)).toEqual([-1_420_000n, 2_840_000n]);
});

test.for([
  ["ON_TOP", 2_300, 12_340_000n, 2_840_000n],
  ["ON_TOP", 2_300, -12_340_000n, -2_840_000n],
  ["ON_TOP", 500, 100_000n, 10_000n],
  ["ON_TOP", 500, -100_000n, -10_000n],
  ["ON_TOP", 499, 100_000n, 0n],
  ["INCLUDED", 2_000, 1_200_000n, 200_000n],
  ["INCLUDED", 2_300, 1_000_000n, 190_000n],
  ["INCLUDED", 0, 1_000_000n, 0n],
] as const)("%s at %i of %i is %i: whole coins, half away from zero", ([basis, rateBps, amount, expected]) => {
  expect(taxOn(amount, { basis, rateBps }, 10_000n)).toBe(expected);
});

test("a rule ends where the next one begins, and reaches back into no closed cycle", async () => {
  const w = await world();
  await tax(w, onFees);
  const july = new Date("2026-07-01T00:00:00Z");
  await tax(w, { ...onFees, rateBps: 2_500, validFrom: july });
  const { rows } = await listTaxRules(w.deps, finance, { first: 10, after: null });
  expect(rows).toMatchObject([
    { rateBps: 2_500, validFrom: july, validUntil: null },
    { rateBps: 2_300, validFrom: march, validUntil: july },
  ]);
  const early = new Date("2026-02-28T23:59:59Z");
  await expect(tax(w, { ...onFees, validFrom: early })).rejects.toThrow(InvalidValue);
});

test("a rule that lasts to a day ends on it, and one before a later one ends there", async () => {
  const w = await world();
  const [may, june] = [new Date("2026-05-01T00:00:00Z"), new Date("2026-06-01T00:00:00Z")];
  await tax(w, { ...onFees, validFrom: june });
  await tax(w, { ...onFees, validFrom: march, validUntil: may });
  const { rows } = await listTaxRules(w.deps, finance, { first: 10, after: null });
  expect(rows).toMatchObject([
    { validFrom: march, validUntil: may },
    { validFrom: june, validUntil: null },
  ]);
});

test("a rule takes two people, names what is there, and is agreed to once", async () => {
  const w = await world();
  const ask = (rule: object, by: Actor = admin) =>
    setTaxRule(w.deps, by, { ...onFees, reason: "Letter", idempotencyKey: nextKey(), ...rule } as SetTaxRule);
  await expect(ask({ section: "NET" })).rejects.toThrow(InvalidValue);
  await expect(ask({ rateBps: 10_001 })).rejects.toThrow(InvalidValue);
  await expect(ask({ code: "" })).rejects.toThrow(InvalidValue);
  await expect(ask({ validUntil: march })).rejects.toThrow(InvalidValue);
  await expect(ask({ partnerId: "ptn_none" })).rejects.toThrow(PartnerNotFound);
  await expect(ask({}, finance)).rejects.toThrow(Forbidden);
  const both: Actor = { kind: "operator", id: "usr_both", roles: ["ADMIN", "FINANCE"] };
  const { approval } = await ask({}, both);
  const yes = { approvalId: approval.id, decision: "APPROVE" } as const;
  await expect(decideApproval(w.deps, both, yes)).rejects.toThrow(SecondPersonRequired);
  await expect(decideApproval(w.deps, admin, yes)).rejects.toThrow(Forbidden);
  await decideApproval(w.deps, finance, yes);
  await decideApproval(w.deps, finance, yes);
  expect(await w.deps.db.taxRule.count()).toBe(1);
});

test("a partner sees everybody's rules and its own", async () => {
  const w = await world();
  await tax(w, onFees);
  await tax(w, { ...onFees, partnerId: w.grocer.id, rateBps: 0 });
  const seenBy = async (actor: Actor) => (await listTaxRules(w.deps, actor, { first: 10, after: null })).rows.length;
  expect(await seenBy(w.grocer.finance)).toBe(2);
  expect(await seenBy(w.fuel.finance)).toBe(1);
});
