import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { world } from "#api/test/world.ts";
import { checkTerms } from "#api/use-cases/partners/contract-terms.ts";
import { createPartner } from "#api/use-cases/partners/create-partner.ts";
import {
  ContractStartsTooEarly,
  CurrencyUnsupported,
  InvalidValue,
  PartnerNotFound,
  ProposalRequired,
} from "#api/use-cases/partners/refusals.ts";
import { signContract } from "#api/use-cases/partners/sign-contract.ts";

const terms = { funding: "ON_BURN", issueRateE6: 12_000n, redeemRateE6: 9_000n, earnBps: 200 } as const;

async function newcomer() {
  const w = await world();
  const cafe = { code: "CAFE", name: "Cafe Zerne", category: "cafe", idempotencyKey: "create-cafe-00001" };
  const { id: partnerId } = await createPartner(w.deps, w.operator, cafe);
  return { ...w, input: { partnerId, ...terms, idempotencyKey: "sign-cafe-0000001" } };
}

test("one person signs what a newcomer begins with, and nothing after that", async () => {
  const { deps, operator, input } = await newcomer();
  const { contract } = await signContract(deps, operator, input);
  expect(contract).toMatchObject({ version: 1, validUntil: null, issueRateE6: 12_000n, exposureAlarmBps: 8_000 });
  const again = signContract(deps, operator, { ...input, idempotencyKey: "sign-cafe-0000002" });
  await expect(again).rejects.toThrow(ProposalRequired);
});

test("first terms may reach back; an import may sign later ones, not over what was earned under others", async () => {
  const { deps, operator, input } = await newcomer();
  const january = new Date("2026-01-01T00:00:00Z");
  expect((await signContract(deps, operator, { ...input, validFrom: january })).contract.validFrom).toEqual(january);
  const march = { ...input, validFrom: new Date("2026-03-01T00:00:00Z"), idempotencyKey: "sign-cafe-0000002" };
  await expect(signContract(deps, systemActor, march)).rejects.toThrow(ContractStartsTooEarly);
  const later = { ...march, validFrom: new Date("2026-04-01T00:00:00Z") };
  expect((await signContract(deps, systemActor, later)).contract.version).toBe(2);
});

test("paying redeemers more than issuers pay is signed with a warning", async () => {
  const { deps, operator, input } = await newcomer();
  const { warnings } = await signContract(deps, operator, { ...input, redeemRateE6: 13_000n });
  expect(warnings).toEqual(["REDEEM_RATE_ABOVE_ISSUE_RATE", "NO_EXPOSURE_LIMIT"]);
});

test("a retry signs nothing more", async () => {
  const { deps, operator, input } = await newcomer();
  const first = await signContract(deps, operator, input);
  expect(await signContract(deps, operator, input)).toEqual(first);
  expect(await deps.db.contract.count({ where: { partnerId: input.partnerId } })).toBe(1);
});

test.each([
  ["a rate below zero", { issueRateE6: -1n }, "issueRate"],
  ["a share above all", { breakageOperatorBps: 10_001 }, "breakageOperatorBps"],
  ["SPLIT without its share", { funding: "SPLIT" }, "fundedShareBps"],
  ["SPLIT of all of it", { funding: "SPLIT", fundedShareBps: 10_000 }, "fundedShareBps"],
  ["a funded share where nothing is split", { fundedShareBps: 5_000 }, "fundedShareBps"],
  ["PREPAID without levels", { funding: "PREPAID" }, "prepaidAlertPoints"],
  [
    "packs that stop before they alert",
    { funding: "PREPAID", prepaidAlertPoints: 100n, prepaidStopPoints: 101n },
    "prepaidStopPoints",
  ],
  ["levels without packs", { prepaidAlertPoints: 100n }, "prepaidAlertPoints"],
  ["a fee below zero", { feePerReceiptE6: -1n }, "feePerReceipt"],
  ["a fee above all", { feeBps: 10_001 }, "feeBps"],
  ["collateral below zero", { collateralRequiredE6: -1n }, "collateralRequired"],
  ["an alarm past the limit", { exposureAlarmBps: 10_001 }, "exposureAlarmBps"],
] as const)("%s is refused", (_what, wrong, field) => {
  const checked = () => checkTerms({ ...terms, ...wrong }, { currency: "EUR" });
  expect(checked).toThrow(InvalidValue);
  expect(checked).toThrow(expect.objectContaining({ field }));
});

test("each funding model is signed with what it needs", async () => {
  const { deps, operator, input } = await newcomer();
  const split = { ...input, funding: "SPLIT", fundedShareBps: 4_000, currencyCode: "EUR" } as const;
  expect((await signContract(deps, operator, split)).contract).toMatchObject({
    funding: "SPLIT",
    fundedShareBps: 4_000,
  });
  const levels = { prepaidAlertPoints: 1_000n, prepaidStopPoints: 0n };
  const validFrom = new Date("2026-04-01T00:00:00Z");
  const packs = { ...input, validFrom, funding: "PREPAID", ...levels, idempotencyKey: "sign-cafe-0000002" } as const;
  expect((await signContract(deps, systemActor, packs)).contract).toMatchObject(levels);
});

test("amounts in another currency are refused by name: several are not supported", async () => {
  const { deps, operator, input } = await newcomer();
  const signed = signContract(deps, operator, { ...input, currencyCode: "PLN" });
  await expect(signed).rejects.toThrow(CurrencyUnsupported);
  await expect(signed).rejects.toMatchObject({ currency: "PLN", supported: "EUR" });
});

test("no partner signs for itself, and nobody for one that is not there", async () => {
  const { deps, operator, grocer, input } = await newcomer();
  await expect(signContract(deps, grocer.finance, { ...input, partnerId: grocer.id })).rejects.toThrow(Forbidden);
  await expect(signContract(deps, operator, { ...input, partnerId: "ptn_none" })).rejects.toThrow(PartnerNotFound);
});
