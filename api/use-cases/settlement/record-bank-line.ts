import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { findCycle } from "#api/ledger/cycles.ts";
import { type FoundEntry, findEntriesOf } from "#api/ledger/read/entries.ts";
import type { BankLine, Obligation, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { settleWhenDone } from "#api/use-cases/cycles/settle-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { matchBankLine } from "#api/use-cases/settlement/match-bank-line.ts";
import { moveObligation } from "#api/use-cases/settlement/move-obligation.ts";
import { BankLineRecorded } from "#api/use-cases/settlement/refusals.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type RecordBankLine = {
  /** YYYY-MM-DD */
  bookedOn: string;
  /** Positive: money came in. */
  amountE6: MoneyE6;
  /** The bank's own reference: a line is booked once. */
  bankRef: string;
  endToEndId?: string | null | undefined;
  remittance?: string | null | undefined;
  /** What the bank's transaction code says. */
  kind: "PAYMENT" | "CHARGE";
  idempotencyKey: string;
};

/**
 * Books one movement on the settlement account and the entry it causes. The bank's reference is unique for ever; the
 * same key sent again answers the same line, and finishes what a crash between entry and line left open.
 */
export async function recordBankLine(deps: Deps, actor: Actor, input: RecordBankLine): Promise<BankLine> {
  can(actor, "bank:record");
  const { minorDigits } = await findProgramme(deps);
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const known = await tx.bankLine.findUnique({ where: { bankRef: input.bankRef } });
    const { obligation, decide } = await matchBankLine(tx, input, minorDigits);
    const posted = await once(deps, requestOf("recordBankLine", actor, input), async () => {
      if (known) throw new BankLineRecorded(known.id);
      const occurredAt = deps.clock.now();
      return { occurredAt, place: null, reason: input.remittance ?? null, movements: await decide() };
    });
    if (known) return known;
    const entries = await findEntriesOf(tx, posted.deedId);
    if (obligation) await applyEntries(tx, deps.clock.now(), obligation, entries);
    return insertLine(tx, input, entries);
  }, LONG_TRANSACTION);
}

/** What was posted decides, so that a repeated call changes the obligation by exactly what the books hold. */
async function applyEntries(tx: Tx, at: Date, obligation: Obligation, entries: readonly FoundEntry[]): Promise<void> {
  const step = { actor: systemActor, at };
  for (const { event, lines } of entries) {
    const dueE6 = lines.filter((line) => line.account === "DUE").reduce((sum, line) => sum + line.amount, 0n);
    if (event === "PAY_IN") await moveObligation(tx, step, obligation, "pay in full", obligation.paidE6 - dueE6);
    if (event === "PAY_IN_PARTIAL")
      await moveObligation(tx, step, obligation, "pay in part", obligation.paidE6 - dueE6);
    if (event === "PAY_OUT_BOOKED") await moveObligation(tx, step, obligation, "pay in full", obligation.paidE6);
    if (event === "PAY_OUT_RETURNED") await moveObligation(tx, step, obligation, "bounce", 0n);
  }
  const cycle = await findCycle(tx, obligation.cycleId);
  if (cycle) await settleWhenDone(tx, at, cycle);
}

function insertLine(tx: Tx, input: RecordBankLine, entries: readonly FoundEntry[]): Promise<BankLine> {
  const { kind: _kind, idempotencyKey: _key, bookedOn, endToEndId = null, remittance = null, ...facts } = input;
  return tx.bankLine.create({
    data: {
      id: newId("bankLine"),
      bankAccount: "SETTLEMENT",
      bookedOn: new Date(`${bookedOn}T00:00:00Z`),
      endToEndId,
      remittance,
      entryId: entries[0]?.id ?? null,
      ...facts,
    },
  });
}
