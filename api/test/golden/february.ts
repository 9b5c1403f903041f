import { systemActor } from "#api/kernel/actor.ts";
import { bankBooks, payOut } from "#api/test/bank.ts";
import { clerk, finance, type Golden, openCycleId, risk } from "#api/test/golden/coalition.ts";
import { bringBack } from "#api/test/golden/january.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { escalateDispute } from "#api/use-cases/disputes/escalate-dispute.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import { proposeDecision } from "#api/use-cases/disputes/propose-decision.ts";
import { respondToDispute } from "#api/use-cases/disputes/respond-to-dispute.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { watchBank } from "#api/use-cases/jobs/watch-bank.ts";
import { approvePayments } from "#api/use-cases/payments/approve-payments.ts";
import { exportPayments } from "#api/use-cases/payments/export-payments.ts";
import { markForReturn } from "#api/use-cases/reconciliation/return-receipt.ts";
import { takeReconItem } from "#api/use-cases/reconciliation/take-item.ts";
import { applyWaterfall } from "#api/use-cases/risk/apply-waterfall.ts";
import { declareDefault } from "#api/use-cases/risk/declare-default.ts";

/** The close of December: nobody owes anything yet. */
export async function closeDecember(golden: Golden): Promise<string> {
  golden.on("2026-01-01");
  await closeDueCycle(golden.deps, systemActor);
  return openCycleId(golden);
}

/** E25 and E26, and the approval that makes the obligations binding. */
export async function closeJanuary(golden: Golden, cycleId: string): Promise<void> {
  golden.on("2026-02-01");
  await closeDueCycle(golden.deps, systemActor);
  await approveCycle(golden.deps, finance, { cycleId });
}

/** E27 to E36, as the bank's statements and the payment file. References are the example's, with our January's number. */
export async function settleJanuary(golden: Golden, cycleId: string): Promise<void> {
  const { deps, on, C } = golden;
  const owed = async (partnerId: string) => {
    const { id } = await deps.db.obligation.findFirstOrThrow({ where: { cycleId, partnerId } });
    return { obligationId: id };
  };
  on("2026-02-03");
  await markDue(deps, systemActor);
  await bank(golden, ["E27", 15_200, "CY2-A-IN"], ["E28", 2_000, "CY2-C-IN"], ["E29", 500, null]);
  on("2026-02-04");
  await payOut(deps, { clerk, finance }, cycleId);
  on("2026-02-05");
  await bank(golden, ["E31", -9_650, "CY2-B-OUT"], ["E32", -35, null, "ACMT/MDOP/CHRG"]);
  on("2026-02-06");
  await giveBack(golden, "E29");
  await bank(golden, ["E33", -500, "RTN-E29"]);
  on("2026-02-10");
  await markDue(deps, systemActor);
  const word = { ...(await owed(C.id)), reason: "Did not pay", idempotencyKey: golden.key() };
  const { approval } = await declareDefault(deps, risk, word);
  await decideApproval(deps, finance, { approvalId: approval.id, decision: "APPROVE" });
  await applyWaterfall(deps, finance, { ...(await owed(C.id)), idempotencyKey: golden.key() });
  on("2026-02-11");
  await bank(golden, ["E36", 985, "CY2-C-COLL"]);
  await watchBank(deps, systemActor);
}

/** Somebody looks into a receipt that nobody knows, and sends it back: finance agrees, and the bank has its order. */
async function giveBack({ deps, key }: Golden, bankRef: string): Promise<void> {
  const { id: itemId } = await deps.db.reconItem.findFirstOrThrow({ where: { otherRef: bankRef } });
  await takeReconItem(deps, clerk, { itemId });
  await markForReturn(deps, clerk, { itemId, reason: "Not meant for us", ...stranger, idempotencyKey: key() });
  await approvePayments(deps, finance, {});
  await exportPayments(deps, clerk, { idempotencyKey: key() });
}

/** Who paid by mistake: the bank's line names nobody, so that the clerk asked. */
export const stranger = { holder: "Doors and More", iban: "GB33BUKB20201555555555" } as const;

/** E37 to E40: what January's redemption still causes in February. */
export async function afterwards(golden: Golden, fuel: { purchaseId: string; redemptionId: string }): Promise<void> {
  const { deps, on, A, B } = golden;
  on("2026-02-12");
  await bringBack(golden, B, fuel.purchaseId, 2);
  on("2026-02-14");
  const claim = { redemptionId: fuel.redemptionId, points: 2_000n, reasonCode: "D21" } as const;
  const dispute = await openDispute(deps, A.finance, { ...claim, idempotencyKey: golden.key() });
  const disputeId = dispute.id;
  on("2026-02-16");
  await respondToDispute(deps, B.finance, { disputeId, evidence: { text: "The receipt was signed" } });
  on("2026-02-18");
  await escalateDispute(deps, A.finance, { disputeId });
  on("2026-02-20");
  const split = {
    disputeId,
    decision: "SPLIT",
    upheldPoints: 1_200n,
    reason: "Half of it was not the member",
  } as const;
  const { id: approvalId } = await proposeDecision(deps, clerk, { ...split, idempotencyKey: golden.key() });
  await decideApproval(deps, finance, { approvalId, decision: "APPROVE" });
}

type Line = readonly [bankRef: string, cents: number, endToEndId: string | null, bankCode?: string];

/** The day's statement, with these lines. */
async function bank({ deps }: Golden, ...lines: Line[]): Promise<void> {
  const bookedOn = deps.clock.now().toISOString().slice(0, 10);
  const entries = lines.map(([bankRef, cents, endToEndId, bankCode]) => ({
    bankRef,
    bookedOn,
    amountE6: BigInt(cents) * 10_000n,
    ...(endToEndId === null ? {} : { endToEndId }),
    ...(bankCode === undefined ? {} : { bankCode }),
  }));
  await bankBooks(deps, finance, { entries });
}
