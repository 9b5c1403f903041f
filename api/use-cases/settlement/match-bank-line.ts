import { type MoneyE6, minorUnitE6 } from "#api/kernel/money.ts";
import { findCycleBySeq } from "#api/ledger/cycles.ts";
import type { Movement } from "#api/ledger/movements.ts";
import { readBalance } from "#api/ledger/read/positions.ts";
import type { Obligation, Tx } from "#api/sql/rows.ts";
import { type PaymentPurpose, purposeOf } from "#api/use-cases/settlement/end-to-end-id.ts";
import type { ObligationState } from "#api/use-cases/settlement/obligation-states.ts";
import type { RecordBankLine } from "#api/use-cases/settlement/record-bank-line.ts";
import { BankLineUnexplained, DrawExceedsUse, ReceiptNotReturnable } from "#api/use-cases/settlement/refusals.ts";

/** The obligation a bank line belongs to, if any, and what it will move in the books. */
export type Match = { obligation: Obligation | null; decide(): Promise<Movement[]> };

/** By what the bank says it is and by its end-to-end id; nothing is guessed from amounts. */
export async function matchBankLine(tx: Tx, line: RecordBankLine, minorDigits: number): Promise<Match> {
  const purpose = purposeOf(line.endToEndId);
  const obligation = purpose?.kind === "obligation" ? await findObligation(tx, purpose) : null;
  return { obligation, decide: () => movementsOf(tx, line, { purpose, obligation, minorDigits }) };
}

type Known = { purpose: PaymentPurpose | null; obligation: Obligation | null; minorDigits: number };

async function movementsOf(tx: Tx, line: RecordBankLine, known: Known): Promise<Movement[]> {
  const { amountE6, bankRef } = line;
  const { purpose, obligation, minorDigits } = known;
  if (line.kind === "CHARGE" && amountE6 < 0n) return [{ kind: "bankCharge", amountE6: -amountE6 }];
  if (purpose?.kind === "return" && amountE6 < 0n) return returnedReceipt(tx, purpose.bankRef, -amountE6);
  if (purpose?.kind === "obligation" && obligation) {
    const { direction } = purpose;
    const movements = await matchObligation(tx, { amountE6, obligation, direction, minorDigits });
    if (movements) return movements;
  }
  if (amountE6 > 0n) return [{ kind: "receiptUnmatched", amountE6 }];
  throw new BankLineUnexplained(bankRef);
}

/** Money that came without an owner goes back where it came from. */
async function returnedReceipt(tx: Tx, bankRef: string, amountE6: MoneyE6): Promise<Movement[]> {
  const receipt = await tx.bankLine.findUnique({ where: { bankRef } });
  const returned = await tx.bankLine.findFirst({ where: { endToEndId: `RTN-${bankRef}` } });
  const unapplied = -(await readBalance(tx, "UNAPPLIED"));
  if (!receipt || returned || amountE6 > receipt.amountE6 || amountE6 > unapplied)
    throw new ReceiptNotReturnable(bankRef);
  return [{ kind: "receiptReturned", amountE6 }];
}

async function findObligation(tx: Tx, purpose: PaymentPurpose & { kind: "obligation" }): Promise<Obligation | null> {
  const cycle = await findCycleBySeq(tx, purpose.cycleSeq);
  const partner = await tx.partner.findUnique({ where: { code: purpose.partnerCode } });
  if (!cycle || !partner) return null;
  const where = { cycleId: cycle.id, partnerId: partner.id, state: { not: "SUPERSEDED" as const } };
  return tx.obligation.findFirst({ where });
}

type Applied = { amountE6: MoneyE6; obligation: Obligation; direction: "IN" | "OUT" | "COLL"; minorDigits: number };

/** Null: the money does not fit what the obligation awaits. */
async function matchObligation(
  tx: Tx,
  { amountE6, obligation, direction, minorDigits }: Applied,
): Promise<Movement[] | null> {
  const { partnerId, state, paidE6 } = obligation;
  const owedE6 = obligation.amountMinor * minorUnitE6(minorDigits);
  if (direction === "IN" && amountE6 > 0n && owedE6 > 0n && awaitsCash.has(state)) {
    return payIn(partnerId, amountE6, owedE6 - paidE6);
  }
  if (direction === "OUT" && amountE6 === owedE6 && paidE6 === -owedE6 && state !== "SETTLED") {
    return [{ kind: "payOutBooked", amountE6: -amountE6 }];
  }
  if (direction === "OUT" && amountE6 === -owedE6 && amountE6 > 0n && state === "SETTLED") {
    return [{ kind: "payOutReturned", partnerId, amountE6 }];
  }
  if (direction === "COLL" && amountE6 > 0n && state === "COVERED") return draw(tx, amountE6);
  return null;
}

const awaitsCash: ReadonlySet<ObligationState> = new Set(["CONFIRMED", "DUE", "PARTIAL", "OVERDUE"]);

/** What is more than the open amount has no owner yet. */
function payIn(partnerId: string, amountE6: MoneyE6, openE6: MoneyE6): Movement[] {
  const overE6 = amountE6 - openE6;
  if (overE6 <= 0n) return [{ kind: "payIn", partnerId, amountE6, partial: overE6 < 0n }];
  return [
    { kind: "payIn", partnerId, amountE6: openE6, partial: false },
    { kind: "receiptUnmatched", amountE6: overE6 },
  ];
}

/** Cash on the secured account beyond what is owed back to partners was used by a waterfall. */
async function draw(tx: Tx, amountE6: MoneyE6): Promise<Movement[]> {
  const usedE6 = await readBalance(tx, "BANK_COLLATERAL", "COLLATERAL", "LOSS_POOL");
  if (amountE6 > usedE6) throw new DrawExceedsUse(usedE6);
  return [{ kind: "collateralDrawn", amountE6 }];
}
