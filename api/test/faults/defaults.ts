import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { Story } from "#api/test/faults/harness.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { advanceExits } from "#api/use-cases/jobs/advance-exits.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { continueLotRuns } from "#api/use-cases/jobs/continue-lot-runs.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { givePartnerNotice } from "#api/use-cases/partners/give-notice.ts";
import { releaseSecured } from "#api/use-cases/partners/release-secured.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { applyLotsRule } from "#api/use-cases/risk/apply-lots-rule.ts";
import { applyWaterfall } from "#api/use-cases/risk/apply-waterfall.ts";
import { declareDefault } from "#api/use-cases/risk/declare-default.ts";
import { recordRecovery } from "#api/use-cases/risk/record-recovery.ts";
import { recordCollateral, recordLossPool } from "#api/use-cases/settlement/record-secured.ts";

const euro = 1_000_000n;
const second: Actor = { kind: "operator", id: "usr_second", roles: ["ADMIN", "FINANCE", "RISK"] };
const agree = ({ deps }: World, { id: approvalId }: { id: string }) =>
  decideApproval(deps, second, { approvalId, decision: "APPROVE" });

/** Grocer owes 10.00 for March and is in default; Fuel leaves the coalition. Ana and Bohdan hold Grocer's points. */
async function inDefault(): Promise<World> {
  const w = await world({ ana: { points: 1_500n }, bohdan: { points: 300n } });
  const { deps, clock, operator, grocer, fuel, pharmacy } = w;
  const rule = {
    operatorFirstLossE6: euro,
    defaultLotsRule: "HAIRCUT",
    exitNoticeDays: 10,
    exitRunOffDays: 5,
  } as const;
  await deps.db.programme.updateMany({ data: rule });
  const collateral = [grocer, fuel].map(({ id: partnerId }) => ({ partnerId, amountE6: 2n * euro }));
  await recordCollateral(deps, operator, { parts: collateral, idempotencyKey: "collateral-000001" });
  const pool = [grocer, fuel, pharmacy].map(({ id: partnerId }) => ({ partnerId, amountE6: 3n * euro }));
  await recordLossPool(deps, operator, { parts: pool, idempotencyKey: "loss-pool-0000001" });
  const spent = { member: { memberId: w.ana.id }, points: 1_000n, partnerId: pharmacy.id };
  await redeemPoints(deps, systemActor, { ...spent, idempotencyKey: "ana-spends-000001" });
  const notice = { partnerId: fuel.id, reason: "Sold the stations", idempotencyKey: "fuel-leaves-00001" };
  await givePartnerNotice(deps, fuel.finance, notice);
  clock.set(new Date("2026-04-01T00:00:00Z"));
  await closeDueCycle(deps, systemActor);
  await approveCycle(deps, operator, { cycleId: w.cycleId });
  clock.set(new Date("2026-04-20T10:00:00Z"));
  await markDue(deps, systemActor);
  const receipt = { kind: "receiptUnmatched", amountE6: 4n * euro } as const;
  const deed = { kind: "receipt", actor: systemActor, owner: "system", key: "receipt", fingerprint: "" };
  await deps.ledger.post({ ...deed, occurredAt: clock.now(), place: null, movements: [receipt] });
  const word = { obligationId: await owed(w), reason: "Insolvent", idempotencyKey: "default-000000001" };
  await agree(w, (await declareDefault(deps, operator, word)).approval);
  const order = { partnerId: grocer.id, reason: "By the rules", idempotencyKey: "lots-rule-0000001" };
  await agree(w, await applyLotsRule(deps, operator, order));
  return w;
}

const owed = async ({ deps, grocer }: World) =>
  (await deps.db.obligation.findFirstOrThrow({ where: { partnerId: grocer.id } })).id;

/** A default's waterfall, points and late money, and another partner's way out. */
export const defaults: Story = {
  name: "a default, and a partner's way out",
  points: ["waterfall: posted", "recovery: posted", "lots: chunk claimed", "lots: chunk posted", "release: posted"],
  prepare: inDefault,
  steps: [
    async (w) => {
      const order = { obligationId: await owed(w), idempotencyKey: "waterfall-0000001" };
      await applyWaterfall(w.deps, w.operator, order);
    },
    ({ deps }) => continueLotRuns(deps, systemActor),
    async (w) => {
      const money = { obligationId: await owed(w), amountE6: 3_333_333n, idempotencyKey: "recovery-00000001" };
      await recordRecovery(w.deps, w.operator, money);
    },
    ({ deps }) => advanceExits(deps, systemActor),
    ({ deps }) => continueLotRuns(deps, systemActor),
    async (w) => {
      const { id: partnerExitId } = await w.deps.db.partnerExit.findFirstOrThrow();
      const order = { partnerExitId, reason: "It is out", idempotencyKey: "release-000000001" };
      await agree(w, await releaseSecured(w.deps, w.operator, order));
    },
  ],
};
