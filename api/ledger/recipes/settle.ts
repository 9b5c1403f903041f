import type { MoneyE6 } from "#api/kernel/money.ts";
import type { MoneyAccount, StatementSection } from "#api/ledger/chart.ts";
import { type Line, money } from "#api/ledger/lines.ts";
import type { MovementOf, PartnerAmount, WaterfallLayer } from "#api/ledger/movements.ts";
import { enter, type Planning } from "#api/ledger/planning.ts";

/** Dr POSITION of each partner / Cr the operator's account, or the reverse where an amount is below zero. */
function charge(
  planning: Planning,
  {
    event,
    cycleId,
    parts,
    against,
  }: { event: ChargeEvent; cycleId: string | null; parts: PartnerAmount[]; against: MoneyAccount },
): void {
  const charged = parts.flatMap(({ partnerId, amountE6 }) => money("POSITION", partnerId, amountE6, event));
  enter(planning, event, [...charged, ...money(against, "", -total(parts))], { cycleId });
}

/** An event that is a section of the statement by itself. */
type ChargeEvent = Extract<StatementSection, "FEE" | "TAX" | "CORRECTION">;

export const fee = (planning: Planning, { fees, cycleId }: MovementOf<"fee">): void =>
  charge(planning, { event: "FEE", cycleId, parts: fees, against: "FEES" });

export const tax = (planning: Planning, { taxes, cycleId }: MovementOf<"tax">): void =>
  charge(planning, { event: "TAX", cycleId, parts: taxes, against: "TAX" });

export const correct = (planning: Planning, { corrections, against, cycleId }: MovementOf<"correct">): void =>
  charge(planning, { event: "CORRECTION", cycleId, parts: corrections, against });

/**
 * Per partner Dr DUE / Cr POSITION (debtor) or the reverse, whole minor units only, into the cycle being closed; or
 * the exact mirror of that.
 */
function netting(event: "NET" | "NET_REVERSED", direction: 1n | -1n) {
  return (planning: Planning, { cycleId, nets }: { cycleId: string; nets: PartnerAmount[] }): void => {
    const lines = nets.flatMap(({ partnerId, amountE6 }) => [
      ...money("DUE", partnerId, direction * amountE6),
      ...money("POSITION", partnerId, -direction * amountE6, "NET"),
    ]);
    enter(planning, event, lines, { cycleId });
  };
}

export const net = netting("NET", 1n);
export const unnet = netting("NET_REVERSED", -1n);

type Amount = { partnerId?: string; amountE6: MoneyE6 };

/** One amount from the second account to the first: Dr / Cr, each the partner's where partners have one. */
export function transferred(event: string, debit: MoneyAccount, credit: MoneyAccount) {
  return (planning: Planning, { partnerId = "", amountE6 }: Amount): void => {
    const ownerOf = (account: MoneyAccount) => (account === "DUE" || account === "DEFAULTED" ? partnerId : "");
    enter(planning, event, [...money(debit, ownerOf(debit), amountE6), ...money(credit, ownerOf(credit), -amountE6)]);
  };
}

export function payIn(planning: Planning, movement: MovementOf<"payIn">): void {
  transferred(movement.partial ? "PAY_IN_PARTIAL" : "PAY_IN", "BANK_SETTLEMENT", "DUE")(planning, movement);
}

export function debitExplained(planning: Planning, movement: MovementOf<"debitExplained">): void {
  transferred("DEBIT_EXPLAINED", movement.as, "UNEXPLAINED")(planning, movement);
}

/** Dr WRITE_OFFS / Cr what is given up, or the reverse when the difference is the operator's gain. */
export function writeOff(planning: Planning, movement: MovementOf<"writeOff">): void {
  transferred("WRITE_OFF", "WRITE_OFFS", movement.of)(planning, movement);
}

/** Dr BANK_COLLATERAL / Cr what is owed back to each partner (1n), or the reverse when it goes back (-1n). */
export function secured(event: string, account: "COLLATERAL" | "LOSS_POOL", direction: 1n | -1n) {
  return (planning: Planning, { parts }: { parts: PartnerAmount[] }): void => {
    const owed = parts.flatMap(({ partnerId, amountE6 }) => money(account, partnerId, -direction * amountE6));
    enter(planning, event, [...money("BANK_COLLATERAL", "", direction * total(parts)), ...owed]);
  };
}

/** Each layer pays its part of the defaulted obligation. */
export function waterfall(planning: Planning, { partnerId, layers }: MovementOf<"waterfall">): void {
  enter(planning, "DEFAULT_WATERFALL", [...money("DEFAULTED", partnerId, -total(layers)), ...layered(layers, 1n)]);
}

/** Dr UNAPPLIED / Cr what no layer covered, then the layers that did. */
export function recover(planning: Planning, { partnerId, uncoveredE6, layers }: MovementOf<"recover">): void {
  enter(planning, "RECOVERY", [
    ...money("UNAPPLIED", "", uncoveredE6 + total(layers)),
    ...money("DEFAULTED", partnerId, -uncoveredE6),
    ...layered(layers, -1n),
  ]);
}

const layered = (layers: readonly WaterfallLayer[], direction: 1n | -1n): Line[] =>
  layers.flatMap(({ account, ownerId, amountE6 }) => money(account, ownerId, direction * amountE6));

const total = (parts: readonly { amountE6: MoneyE6 }[]) => parts.reduce((sum, part) => sum + part.amountE6, 0n);
