import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { Story } from "#api/test/faults/harness.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { correctCycle } from "#api/use-cases/cycles/correct-cycle.ts";
import { renetCycle } from "#api/use-cases/cycles/renet-cycle.ts";
import { reopenCycle } from "#api/use-cases/cycles/reopen-cycle.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";

const clerk: Actor = { kind: "operator", id: "usr_clerk", roles: ["CLERK"] };
const finance: Actor = { kind: "operator", id: "usr_finance", roles: ["FINANCE"] };
const reason = "Grocer's fee was wrong";

/** A month in which Ana spent Grocer's points at Pharmacy, with fees of every kind and tax on them. */
async function march(): Promise<World> {
  const w = await world({ ana: { points: 1_003n } });
  const spent = { member: { memberId: w.ana.id }, partnerId: w.pharmacy.id, points: 777n };
  await redeemPoints(w.deps, systemActor, { ...spent, idempotencyKey: "ana-spends-000001" });
  await w.deps.db.contract.updateMany({
    where: { partnerId: { in: [w.grocer.id, w.pharmacy.id] } },
    data: { feePerCycleE6: 12_340_000n, feePerReceiptE6: 50_000n, feeBps: 33 },
  });
  const rule = { section: "FEE", code: "S23", rateBps: 2_300, basis: "ON_TOP", createdBy: "system" } as const;
  await w.deps.db.taxRule.create({ data: { id: "tax_fees", ...rule, validFrom: new Date("2026-01-01T00:00:00Z") } });
  w.clock.set(new Date("2026-04-01T00:00:07Z"));
  return w;
}

/** The cycle's end, its reopening, a correction, its second netting and its approval. */
export const clearing: Story = {
  name: "closing, correcting and approving a cycle",
  points: [
    "close: cycle closed",
    "fees: computed",
    "fees: charged",
    "tax: computed",
    "tax: charged",
    "net: books checked",
    "net: before the entry",
    "net: entry posted",
    "net: obligations stored",
    "net: netted",
    "publish: statements rendered",
    "publish: statements stored",
    "publish: published",
    "reopen: superseded",
    "reopen: reopened",
    "reopen: netting reversed",
    "correct: posted",
    "correct: recorded",
    "renet: netting reversed",
    "renet: closed again",
    "approve: recomputed",
    "approve: approved",
    "instruct: obligations confirmed",
    "approve: instructed",
  ],
  prepare: march,
  steps: [
    ({ deps }) => closeDueCycle(deps, systemActor),
    async ({ deps, cycleId }) => {
      const { approval } = await reopenCycle(deps, clerk, { cycleId, reason, idempotencyKey: "reopen-march-00001" });
      await decideApproval(deps, finance, { approvalId: approval.id, decision: "APPROVE" });
    },
    async ({ deps, cycleId, grocer }) => {
      const corrections = [{ partnerId: grocer.id, amountE6: -2_345_678n }];
      const asked = { cycleId, against: "FEES", corrections, reason, idempotencyKey: "correct-march-0001" } as const;
      const { approval } = await correctCycle(deps, clerk, asked);
      await decideApproval(deps, finance, { approvalId: approval.id, decision: "APPROVE" });
    },
    ({ deps, cycleId }) => renetCycle(deps, clerk, { cycleId, reason }),
    ({ deps, cycleId }) => approveCycle(deps, finance, { cycleId, reason: "Agreed by everybody" }),
  ],
};
