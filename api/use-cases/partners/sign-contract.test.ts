import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { world } from "#api/test/world.ts";
import { findTerms } from "#api/use-cases/partners/find-terms.ts";
import { ContractStartsTooEarly, InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { signContract } from "#api/use-cases/partners/sign-contract.ts";
import { startContracts } from "#api/use-cases/partners/start-contracts.ts";

const terms = { funding: "ON_BURN", issueRateE6: 12_000n, redeemRateE6: 9_000n, earnBps: 200 } as const;
const april = new Date("2026-04-01T00:00:00Z");

test("new terms end the old ones where they begin, and yesterday's stay readable", async () => {
  const { deps, operator, grocer } = await world();
  const input = { partnerId: grocer.id, validFrom: april, ...terms, idempotencyKey: "sign-grocer-00002" };
  const { contract } = await signContract(deps, operator, input);
  const rateAt = async (at: Date) => (await findTerms(deps, [grocer.id], at)).get(grocer.id)?.contract?.issueRateE6;
  expect(contract).toMatchObject({ version: 2, validFrom: april, validUntil: null });
  expect(await rateAt(new Date(april.getTime() - 1))).toBe(10_000n);
  expect(await rateAt(april)).toBe(12_000n);
});

test("terms cannot reach back over what has been earned under others", async () => {
  const { deps, operator, grocer } = await world();
  const input = { partnerId: grocer.id, validFrom: new Date("2026-03-01T00:00:00Z"), ...terms };
  const signed = signContract(deps, operator, { ...input, idempotencyKey: "sign-grocer-00002" });
  await expect(signed).rejects.toThrow(ContractStartsTooEarly);
});

test("an exposure limit holds from the contract's first day", async () => {
  const { deps, clock, operator, grocer } = await world();
  const input = { partnerId: grocer.id, validFrom: april, ...terms, exposureLimitE6: 500_000_000n };
  await signContract(deps, operator, { ...input, idempotencyKey: "sign-grocer-00002" });
  const limit = async () => (await deps.db.exposure.findUnique({ where: { partnerId: grocer.id } }))?.limitE6;
  expect(await startContracts(deps, systemActor)).toEqual({ changed: 0 });
  expect(await limit()).toBeNull();
  clock.set(april);
  expect(await startContracts(deps, systemActor)).toEqual({ changed: 1 });
  expect(await limit()).toBe(500_000_000n);
});

test("paying redeemers more than issuers pay is signed with a warning", async () => {
  const { deps, operator, grocer } = await world();
  const input = { partnerId: grocer.id, ...terms, redeemRateE6: 13_000n, idempotencyKey: "sign-grocer-00002" };
  const { warnings } = await signContract(deps, operator, input);
  expect(warnings).toEqual(["REDEEM_RATE_ABOVE_ISSUE_RATE", "NO_EXPOSURE_LIMIT"]);
});

test("a retry signs nothing more", async () => {
  const { deps, operator, grocer } = await world();
  const input = { partnerId: grocer.id, ...terms, idempotencyKey: "sign-grocer-00002" };
  const first = await signContract(deps, operator, input);
  expect(await signContract(deps, operator, input)).toEqual(first);
  expect(await deps.db.contract.count({ where: { partnerId: grocer.id } })).toBe(2);
});

test("rates below zero and shares above all are refused", async () => {
  const { deps, operator, grocer } = await world();
  const input = { partnerId: grocer.id, ...terms, idempotencyKey: "sign-grocer-00002" };
  await expect(signContract(deps, operator, { ...input, issueRateE6: -1n })).rejects.toThrow(InvalidValue);
  await expect(signContract(deps, operator, { ...input, redeemShareMaxBps: 10_001 })).rejects.toThrow(InvalidValue);
});

test("a partner does not set its own terms, and nobody signs with a stranger", async () => {
  const { deps, operator, grocer } = await world();
  const input = { partnerId: grocer.id, ...terms, idempotencyKey: "sign-grocer-00002" };
  await expect(signContract(deps, grocer.finance, input)).rejects.toThrow(Forbidden);
  await expect(signContract(deps, operator, { ...input, partnerId: "ptn_none" })).rejects.toThrow(PartnerNotFound);
});
