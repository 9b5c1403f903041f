import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { world } from "#api/test/world.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { activatePartner } from "#api/use-cases/partners/activate-partner.ts";
import { blockIssuing } from "#api/use-cases/partners/block-issuing.ts";
import { createPartner } from "#api/use-cases/partners/create-partner.ts";
import { ContractMissing, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { resumePartner } from "#api/use-cases/partners/resume-partner.ts";
import { signContract } from "#api/use-cases/partners/sign-contract.ts";
import { suspendPartner } from "#api/use-cases/partners/suspend-partner.ts";

const cafe = { code: "CAFE", name: "Cafe Zerne", category: "cafe", idempotencyKey: "create-cafe-00001" };
const terms = { funding: "ON_BURN", issueRateE6: 10_000n, redeemRateE6: 8_500n, earnBps: 100 } as const;
const reason = "the books of last month";

test("a partner goes live with terms and not without", async () => {
  const { deps, operator } = await world();
  const { id: partnerId } = await createPartner(deps, operator, cafe);
  await expect(activatePartner(deps, operator, { partnerId })).rejects.toThrow(ContractMissing);
  await signContract(deps, operator, { partnerId, ...terms, idempotencyKey: "sign-cafe-0000001" });
  expect(await activatePartner(deps, operator, { partnerId })).toMatchObject({ inside: { status: "ACTIVE" } });
});

test("a suspended partner can be resumed, and both steps say who and why", async () => {
  const { deps, operator, grocer } = await world();
  await suspendPartner(deps, operator, { partnerId: grocer.id, reason });
  await resumePartner(deps, operator, { partnerId: grocer.id, reason: "paid" });
  const steps = await deps.db.transition.findMany({ where: { objectId: grocer.id }, orderBy: { id: "asc" } });
  expect(steps).toMatchObject([
    { from: "ACTIVE", to: "SUSPENDED", reason, actor: `operator:${"id" in operator && operator.id}` },
    { from: "SUSPENDED", to: "ACTIVE", reason: "paid" },
  ]);
});

test("suspending twice is suspending once", async () => {
  const { deps, operator, grocer } = await world();
  const once = await suspendPartner(deps, operator, { partnerId: grocer.id, reason });
  expect(await suspendPartner(deps, operator, { partnerId: grocer.id, reason })).toEqual(once);
  expect(await deps.db.transition.count({ where: { objectId: grocer.id } })).toBe(1);
});

test("a suspended partner is not merely blocked from issuing", async () => {
  const { deps, operator, grocer } = await world();
  await suspendPartner(deps, operator, { partnerId: grocer.id, reason });
  await expect(blockIssuing(deps, operator, { partnerId: grocer.id, reason })).rejects.toThrow(TransitionRefused);
});

test("what does not exist cannot be suspended, and no partner suspends another", async () => {
  const { deps, operator, grocer, fuel } = await world();
  await expect(suspendPartner(deps, operator, { partnerId: "ptn_none", reason })).rejects.toThrow(PartnerNotFound);
  await expect(suspendPartner(deps, grocer.finance, { partnerId: fuel.id, reason })).rejects.toThrow(Forbidden);
});
