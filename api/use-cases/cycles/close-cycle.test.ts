import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { findOpenCycle } from "#api/ledger/cycles.ts";
import { world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeCycle } from "#api/use-cases/cycles/close-cycle.ts";
import { CycleNotFound } from "#api/use-cases/cycles/refusals.ts";

const request = { reason: "Month end", idempotencyKey: "close-the-cycle-1" };
const second = { kind: "operator", id: "usr_f", roles: ["FINANCE"] } as const;
const april = new Date("2026-04-01T00:00:00Z");

test("closing an empty cycle settles it at once and the next one is open", async () => {
  const { deps, clock, cycleId } = await world();
  clock.set(april);

  const closed = await closeCycle(deps, systemActor, { ...request, cycleId });

  expect(closed.cycle).toMatchObject({ state: "SETTLED", closedBy: "system" });
  expect(await findOpenCycle(deps.db)).toMatchObject({
    seq: 2,
    opensAt: april,
    cutoffAt: new Date("2026-05-01T00:00:00Z"),
  });
});

test("before the cut-off a cycle is closed by two people and ends at that moment", async () => {
  const { deps, clock, operator, cycleId } = await world();
  const asked = await closeCycle(deps, operator, { ...request, cycleId });
  expect(asked).toMatchObject({ cycle: { state: "OPEN" }, approval: { state: "WAITING" } });
  const yes = { approvalId: asked.approval?.id ?? "", decision: "APPROVE" } as const;

  await expect(decideApproval(deps, operator, yes)).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
  await decideApproval(deps, second, yes);

  expect(await findOpenCycle(deps.db)).toMatchObject({ seq: 2, opensAt: clock.now(), cutoffAt: april });
  const unknown = closeCycle(deps, operator, { ...request, cycleId: "cyc_none" });
  await expect(unknown).rejects.toThrow(CycleNotFound);
});

test("whoever closed a cycle cannot approve it; approved twice it is approved once", async () => {
  const { deps, clock, cycleId, operator, grocer } = await world();
  await deps.db.contract.updateMany({ where: { partnerId: grocer.id }, data: { feePerCycleE6: 12_000_000n } });
  clock.set(april);
  const closed = await closeCycle(deps, operator, { ...request, cycleId });
  expect(closed.cycle.state).toBe("IN_REVIEW");

  await expect(approveCycle(deps, operator, { cycleId })).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });

  expect(await approveCycle(deps, second, { cycleId })).toMatchObject({
    state: "SETTLING",
    approvedBy: "operator:usr_f",
  });
  expect(await approveCycle(deps, second, { cycleId })).toMatchObject({ state: "SETTLING" });
  expect(await deps.db.obligation.findMany()).toMatchObject([
    { partnerId: grocer.id, amountMinor: 1_200n, direction: "PAY_IN", state: "CONFIRMED" },
  ]);
});
