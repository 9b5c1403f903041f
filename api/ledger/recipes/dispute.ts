import { money } from "#api/ledger/lines.ts";
import type { MovementOf } from "#api/ledger/movements.ts";
import { enter, type Planning } from "#api/ledger/planning.ts";
import { ReservationNotFound } from "#api/ledger/refusals.ts";

/** Dr POSITION of the respondent / Cr DISPUTE_HOLD. */
export function holdDispute(planning: Planning, movement: MovementOf<"holdDispute">): void {
  const { disputeId, respondentId, amountE6 } = movement;
  const lines = [
    ...money("POSITION", respondentId, amountE6, "DISPUTE_HOLD"),
    ...money("DISPUTE_HOLD", disputeId, -amountE6),
  ];
  enter(planning, "DISPUTE_HOLD", lines, refsOf(planning, movement));
}

/** Dr DISPUTE_HOLD / Cr POSITION of the claimant: its claim for money was right. */
export function payClaim(planning: Planning, movement: MovementOf<"payClaim">): void {
  const { disputeId, claimantId, amountE6 } = movement;
  const lines = [
    ...money("DISPUTE_HOLD", disputeId, amountE6),
    ...money("POSITION", claimantId, -amountE6, "DISPUTE_UPHELD"),
  ];
  enter(planning, "DISPUTE_UPHELD", lines, refsOf(planning, movement));
}

/** Dr DISPUTE_HOLD / Cr POSITION of the respondent: it gets back what was held. */
export function rejectDispute(planning: Planning, movement: MovementOf<"rejectDispute">): void {
  const { disputeId, respondentId, amountE6 } = movement;
  const lines = [
    ...money("DISPUTE_HOLD", disputeId, amountE6),
    ...money("POSITION", respondentId, -amountE6, "DISPUTE_RELEASED"),
  ];
  enter(planning, "DISPUTE_REJECTED", lines, refsOf(planning, movement));
}

/** The matter began in the cycle in which the points were captured. */
function refsOf({ book }: Planning, { burnId, disputeId }: { burnId: string; disputeId: string }) {
  const burn = book.burns.get(burnId);
  if (!burn) throw new ReservationNotFound(burnId);
  return { burnId, disputeId, memberId: burn.memberId, originCycleId: burn.cycleId };
}
