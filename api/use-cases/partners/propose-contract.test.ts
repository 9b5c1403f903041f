import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { agree, secondPerson } from "#api/test/second-person.ts";
import { world } from "#api/test/world.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import { findContractsOf } from "#api/use-cases/partners/find-contracts.ts";
import { findProposalsFor } from "#api/use-cases/partners/find-proposals.ts";
import { findTerms } from "#api/use-cases/partners/find-terms.ts";
import { givePartnerNotice } from "#api/use-cases/partners/give-notice.ts";
import { proposeContract } from "#api/use-cases/partners/propose-contract.ts";
import { ContractStartsTooEarly, PartnerIsLeaving } from "#api/use-cases/partners/refusals.ts";
import { startContracts } from "#api/use-cases/partners/start-contracts.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";

const april = new Date("2026-04-01T00:00:00Z");
const terms = {
  funding: "ON_BURN",
  issueRateE6: 12_000n,
  redeemRateE6: 9_000n,
  earnBps: 100,
  reason: "Agreed",
} as const;

async function proposed(more: Partial<Parameters<typeof proposeContract>[2]> = {}) {
  const w = await world();
  const input = { partnerId: w.grocer.id, ...terms, idempotencyKey: "propose-grocer-001", ...more };
  return { ...w, input, approval: await proposeContract(w.deps, w.operator, input) };
}

test("new terms wait for a second person, and then end the old ones where they begin", async () => {
  const { deps, operator, grocer, approval } = await proposed({ validFrom: april });
  expect(await deps.db.contract.count({ where: { partnerId: grocer.id } })).toBe(1);
  await expect(agree(deps, approval, operator)).rejects.toThrow(SecondPersonRequired);
  await agree(deps, approval);
  await agree(deps, approval);
  const rateAt = async (at: Date) => (await findTerms(deps, [grocer.id], at)).get(grocer.id)?.contract?.issueRateE6;
  expect(await rateAt(new Date(april.getTime() - 1))).toBe(10_000n);
  expect(await rateAt(april)).toBe(12_000n);
  expect(await deps.db.contract.count({ where: { partnerId: grocer.id } })).toBe(2);
});

test("who approves sees what would change", async () => {
  const { deps, grocer, approval } = await proposed({ exposureLimitE6: 5_000_000n });
  const [waiting] = (await findProposalsFor(deps, secondPerson, [grocer.id])).get(grocer.id) ?? [];
  expect(waiting?.approval.id).toBe(approval.id);
  expect(waiting?.changes).toEqual([
    { term: "issueRateE6", before: 10_000n, after: 12_000n },
    { term: "redeemRateE6", before: 8_500n, after: 9_000n },
    { term: "exposureLimitE6", before: null, after: 5_000_000n },
  ]);
  expect((await findProposalsFor(deps, grocer.finance, [grocer.id])).get(grocer.id)).toBeUndefined();
  await agree(deps, approval);
  expect((await findProposalsFor(deps, secondPerson, [grocer.id])).get(grocer.id)).toEqual([]);
  expect((await findContractsOf(deps, grocer.finance, [grocer.id])).get(grocer.id)).toHaveLength(2);
});

test("points keep the price they were issued at, whatever the contract says later", async () => {
  const { deps, clock, grocer, ana, approval } = await proposed({ validFrom: april });
  await agree(deps, approval);
  const buy = (n: number) =>
    recordPurchase(deps, grocer.till, {
      member: { memberId: ana.id },
      totalE6: 50_000_000n,
      lines: [{ amountE6: 50_000_000n }],
      receiptNumber: `R${n}`,
      idempotencyKey: `price-is-locked-00${n}`,
    });
  await buy(1);
  clock.set(april);
  await buy(2);
  const lots = await deps.db.lot.findMany({ where: { issuerId: grocer.id }, orderBy: { id: "asc" } });
  expect(lots.map(({ original, issueRateE6 }) => [original, issueRateE6])).toEqual([
    [50n, 10_000n],
    [50n, 12_000n],
  ]);
});

test("an exposure limit holds from the contract's first day", async () => {
  const { deps, clock, grocer, approval } = await proposed({ validFrom: april, exposureLimitE6: 500_000_000n });
  await agree(deps, approval);
  const limit = async () => (await deps.db.exposure.findUnique({ where: { partnerId: grocer.id } }))?.limitE6;
  expect(await startContracts(deps, systemActor)).toEqual({ changed: 0 });
  expect(await limit()).toBeNull();
  clock.set(april);
  expect(await startContracts(deps, systemActor)).toEqual({ changed: 1 });
  expect(await limit()).toBe(500_000_000n);
});

test("terms cannot reach back, neither when they are proposed nor when they are agreed to", async () => {
  const { deps, clock, operator, input, approval } = await proposed({ validFrom: april });
  const early = { ...input, validFrom: new Date("2026-03-01T00:00:00Z"), idempotencyKey: "propose-grocer-002" };
  await expect(proposeContract(deps, operator, early)).rejects.toThrow(ContractStartsTooEarly);
  clock.set(new Date("2026-04-02T00:00:00Z"));
  await expect(agree(deps, approval)).rejects.toThrow(ContractStartsTooEarly);
  expect(await deps.db.approval.findUnique({ where: { id: approval.id } })).toMatchObject({ state: "WAITING" });
});

test("who has given notice gets no new terms", async () => {
  const { deps, operator, grocer, input, approval } = await proposed();
  const notice = { partnerId: grocer.id, reason: "Sold", idempotencyKey: "grocer-gives-notice" };
  await givePartnerNotice(deps, operator, notice);
  await expect(agree(deps, approval)).rejects.toThrow(PartnerIsLeaving);
  const again = proposeContract(deps, operator, { ...input, idempotencyKey: "propose-grocer-002" });
  await expect(again).rejects.toThrow(PartnerIsLeaving);
});

test("a retry proposes nothing more; a cycle to replay has to be there; partners do not propose", async () => {
  const { deps, operator, grocer, input, approval } = await proposed();
  expect((await proposeContract(deps, operator, input)).id).toBe(approval.id);
  const nowhere = { ...input, whatIfCycleId: "cyc_none", idempotencyKey: "propose-grocer-002" };
  await expect(proposeContract(deps, operator, nowhere)).rejects.toMatchObject({ code: "CYCLE_NOT_FOUND" });
  const nobody = { ...input, partnerId: "ptn_none", idempotencyKey: "propose-grocer-003" };
  await expect(proposeContract(deps, operator, nobody)).rejects.toMatchObject({ code: "PARTNER_NOT_FOUND" });
  await expect(proposeContract(deps, grocer.finance, input)).rejects.toThrow(Forbidden);
});
