import type { MoneyAccount } from "#api/ledger/chart.ts";
import { type Line, money } from "#api/ledger/lines.ts";
import type { MovementOf, PartnerAmount } from "#api/ledger/movements.ts";
import { enter, type Planning } from "#api/ledger/planning.ts";
import { ReservationNotFound } from "#api/ledger/refusals.ts";

/** Dr POSITION of each partner / Cr FEES. */
export function fee(planning: Planning, { fees }: MovementOf<"fee">): void {
  const charged = fees.flatMap(({ partnerId, amountE6 }) => money("POSITION", partnerId, amountE6, "FEE"));
  enter(planning, "FEE", [...charged, ...money("FEES", "", -total(fees))]);
}

/** Per partner Dr DUE / Cr POSITION (debtor) or the reverse, whole minor units only; into the cycle being closed. */
export function net(planning: Planning, { cycleId, nets }: MovementOf<"net">): void {
  const lines = nets.flatMap(({ partnerId, amountE6 }) => [
    ...money("DUE", partnerId, amountE6),
    ...money("POSITION", partnerId, -amountE6, "NET"),
  ]);
  enter(planning, "NET", lines, { cycleId });
}

/** Cash in for an obligation: Dr BANK_SETTLEMENT / Cr DUE. */
export function payIn(planning: Planning, { partnerId, amountE6, partial }: MovementOf<"payIn">): void {
  enter(planning, partial ? "PAY_IN_PARTIAL" : "PAY_IN", [
    ...money("BANK_SETTLEMENT", "", amountE6),
    ...money("DUE", partnerId, -amountE6),
  ]);
}

export function receiptApplied(planning: Planning, { partnerId, amountE6 }: MovementOf<"receiptApplied">): void {
  enter(planning, "RECEIPT_APPLIED", [...money("UNAPPLIED", "", amountE6), ...money("DUE", partnerId, -amountE6)]);
}

export function payOutSent(planning: Planning, { partnerId, amountE6 }: MovementOf<"payOutSent">): void {
  enter(planning, "PAY_OUT_SENT", [...money("DUE", partnerId, amountE6), ...money("IN_TRANSIT", "", -amountE6)]);
}

export function payOutReturned(planning: Planning, { partnerId, amountE6 }: MovementOf<"payOutReturned">): void {
  enter(planning, "PAY_OUT_RETURNED", [
    ...money("BANK_SETTLEMENT", "", amountE6),
    ...money("DUE", partnerId, -amountE6),
  ]);
}

/** Two of the operator's own accounts: the first is debited, the second credited. */
export function between(event: string, debit: MoneyAccount, credit: MoneyAccount) {
  return (planning: Planning, { amountE6 }: { amountE6: bigint }): void => {
    enter(planning, event, [...money(debit, "", amountE6), ...money(credit, "", -amountE6)]);
  };
}

/** Cash into the segregated account: Dr BANK_COLLATERAL / Cr what is owed back to each partner. */
export function secured(event: string, account: "COLLATERAL" | "LOSS_POOL") {
  return (planning: Planning, { parts }: { parts: PartnerAmount[] }): void => {
    const owed = parts.flatMap(({ partnerId, amountE6 }) => money(account, partnerId, -amountE6));
    enter(planning, event, [...money("BANK_COLLATERAL", "", total(parts)), ...owed]);
  };
}

export function declareDefault(planning: Planning, { partnerId, amountE6 }: MovementOf<"declareDefault">): void {
  enter(planning, "DEFAULT", [...money("DEFAULTED", partnerId, amountE6), ...money("DUE", partnerId, -amountE6)]);
}

/** Each layer pays its part of the defaulted obligation. */
export function waterfall(planning: Planning, { partnerId, layers }: MovementOf<"waterfall">): void {
  const covered = layers.reduce((sum, layer) => sum + layer.amountE6, 0n);
  const used: Line[] = layers.flatMap(({ account, ownerId, amountE6 }) => money(account, ownerId, amountE6));
  enter(planning, "DEFAULT_WATERFALL", [...money("DEFAULTED", partnerId, -covered), ...used]);
}

export function holdDispute(planning: Planning, movement: MovementOf<"holdDispute">): void {
  const { disputeId, burnId, respondentId, amountE6 } = movement;
  enter(
    planning,
    "DISPUTE_HOLD",
    [...money("POSITION", respondentId, amountE6, "DISPUTE_HOLD"), ...money("DISPUTE_HOLD", disputeId, -amountE6)],
    refsOf(planning, burnId, disputeId),
  );
}

export function rejectDispute(planning: Planning, movement: MovementOf<"rejectDispute">): void {
  const { disputeId, burnId, respondentId, amountE6 } = movement;
  enter(
    planning,
    "DISPUTE_REJECTED",
    [...money("DISPUTE_HOLD", disputeId, amountE6), ...money("POSITION", respondentId, -amountE6, "DISPUTE_RELEASED")],
    refsOf(planning, burnId, disputeId),
  );
}

function refsOf({ book }: Planning, burnId: string, disputeId: string) {
  const burn = book.burns.get(burnId);
  if (!burn) throw new ReservationNotFound(burnId);
  return { burnId, disputeId, memberId: burn.memberId, originCycleId: burn.cycleId };
}

const total = (parts: readonly PartnerAmount[]) => parts.reduce((sum, part) => sum + part.amountE6, 0n);
