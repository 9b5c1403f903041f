import type { MoneyAccount, StatementSection } from "#api/ledger/chart.ts";
import { type Line, money } from "#api/ledger/lines.ts";
import type { MovementOf, PartnerAmount } from "#api/ledger/movements.ts";
import { enter, type Planning } from "#api/ledger/planning.ts";
import { ReservationNotFound } from "#api/ledger/refusals.ts";

/** Dr POSITION of each partner / Cr FEES. */
export function fee(planning: Planning, { fees, cycleId }: MovementOf<"fee">): void {
  charge(planning, { event: "FEE", section: "FEE", against: "FEES", parts: fees, cycleId });
}

/** Dr POSITION of each partner / Cr TAX, or the reverse where the operator owes the tax. */
export function tax(planning: Planning, { taxes, cycleId }: MovementOf<"tax">): void {
  charge(planning, { event: "TAX", section: "TAX", against: "TAX", parts: taxes, cycleId });
}

/** Dr POSITION of each partner / Cr the operator's account, or the reverse. */
export function correct(planning: Planning, { corrections, against, cycleId }: MovementOf<"correct">): void {
  charge(planning, { event: "CORRECTION", section: "CORRECTION", against, parts: corrections, cycleId });
}

type Charge = {
  event: string;
  section: StatementSection;
  against: MoneyAccount;
  parts: PartnerAmount[];
  cycleId: string | null;
};

function charge(planning: Planning, { event, section, against, parts, cycleId }: Charge): void {
  const charged = parts.flatMap(({ partnerId, amountE6 }) => money("POSITION", partnerId, amountE6, section));
  enter(planning, event, [...charged, ...money(against, "", -total(parts))], { cycleId });
}

/** Per partner Dr DUE / Cr POSITION (debtor) or the reverse, whole minor units only; into the cycle being closed. */
export function net(planning: Planning, { cycleId, nets }: MovementOf<"net">): void {
  const lines = nets.flatMap(({ partnerId, amountE6 }) => [
    ...money("DUE", partnerId, amountE6),
    ...money("POSITION", partnerId, -amountE6, "NET"),
  ]);
  enter(planning, "NET", lines, { cycleId });
}

/** The reverse of the netting it undoes. */
export function unnet(planning: Planning, { cycleId, nets }: MovementOf<"unnet">): void {
  const lines = nets.flatMap(({ partnerId, amountE6 }) => [
    ...money("DUE", partnerId, -amountE6),
    ...money("POSITION", partnerId, amountE6, "NET"),
  ]);
  enter(planning, "NET_REVERSED", lines, { cycleId });
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

export function receiptUnapplied(planning: Planning, { partnerId, amountE6 }: MovementOf<"receiptUnapplied">): void {
  enter(planning, "RECEIPT_UNAPPLIED", [...money("DUE", partnerId, amountE6), ...money("UNAPPLIED", "", -amountE6)]);
}

export function debitExplained(planning: Planning, movement: MovementOf<"debitExplained">): void {
  const { as, amountE6 } = movement;
  enter(planning, "DEBIT_EXPLAINED", [...money(as, "", amountE6), ...money("UNEXPLAINED", "", -amountE6)]);
}

/** Dr WRITE_OFFS / Cr what is given up, or the reverse when the difference is the operator's gain. */
export function writeOff(planning: Planning, { of, partnerId, amountE6 }: MovementOf<"writeOff">): void {
  enter(planning, "WRITE_OFF", [...money("WRITE_OFFS", "", amountE6), ...money(of, partnerId, -amountE6)]);
}

export function payOutRejected(planning: Planning, { partnerId, amountE6 }: MovementOf<"payOutRejected">): void {
  enter(planning, "PAY_OUT_REJECTED", [...money("IN_TRANSIT", "", amountE6), ...money("DUE", partnerId, -amountE6)]);
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

/** Cash out of the segregated account: Dr what was owed back to each partner / Cr BANK_COLLATERAL. */
export function released(event: string, account: "COLLATERAL" | "LOSS_POOL") {
  return (planning: Planning, { parts }: { parts: PartnerAmount[] }): void => {
    const owed = parts.flatMap(({ partnerId, amountE6 }) => money(account, partnerId, amountE6));
    enter(planning, event, [...owed, ...money("BANK_COLLATERAL", "", -total(parts))]);
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

/** Dr UNAPPLIED / Cr what no layer covered, then the layers that did. */
export function recover(planning: Planning, { partnerId, uncoveredE6, layers }: MovementOf<"recover">): void {
  const back = layers.reduce((sum, layer) => sum + layer.amountE6, 0n);
  const repaid = layers.flatMap(({ account, ownerId, amountE6 }) => money(account, ownerId, -amountE6));
  enter(planning, "RECOVERY", [
    ...money("UNAPPLIED", "", uncoveredE6 + back),
    ...money("DEFAULTED", partnerId, -uncoveredE6),
    ...repaid,
  ]);
}

export function payClaim(planning: Planning, movement: MovementOf<"payClaim">): void {
  const { disputeId, burnId, claimantId, amountE6 } = movement;
  enter(
    planning,
    "DISPUTE_UPHELD",
    [...money("DISPUTE_HOLD", disputeId, amountE6), ...money("POSITION", claimantId, -amountE6, "DISPUTE_UPHELD")],
    refsOf(planning, burnId, disputeId),
  );
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
