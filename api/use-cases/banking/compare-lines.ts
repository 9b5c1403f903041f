import type { BankStatementLine } from "#api/formats/bank-statement.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { insertRows } from "#api/sql/insert-rows.ts";
import type { BankLine, BankStatement, Programme, ReconMatch, Tx } from "#api/sql/rows.ts";
import { tellRefused } from "#api/use-cases/payments/tell-refused.ts";
import type { Decision, Line } from "#api/use-cases/reconciliation/bank-decision.ts";
import { type Desk, loadDesk } from "#api/use-cases/reconciliation/bank-desk.ts";
import { decideCredit } from "#api/use-cases/reconciliation/decide-credit.ts";
import { decideDebit } from "#api/use-cases/reconciliation/decide-debit.ts";
import { decideSecured, loadSecured } from "#api/use-cases/reconciliation/decide-secured.ts";
import { itemOf, type NewItem, stepOfItem, writeDesk } from "#api/use-cases/reconciliation/write-decisions.ts";
import { layBookings, type NewBooking } from "#api/use-cases/settlement/bookings.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";

export type NumberedLine = BankStatementLine & { seq: number };

export type Compared = { line: NumberedLine; decision: Decision };

/** Compares lines with what the hub awaits, in their order, each knowing what the ones before it took. Writes nothing. */
export async function compareLines(
  tx: Tx,
  { programme, at, book }: { programme: Programme; at: Date; book: string },
  lines: readonly NumberedLine[],
): Promise<{ desk: Desk; compared: Compared[] }> {
  const texts = (of: (line: Line) => string | null) => lines.map(of).filter((text) => text !== null);
  const desk = await loadDesk(tx, programme, at, {
    endToEndIds: texts(({ endToEndId }) => endToEndId),
    creditorRefs: texts(({ creditorReference }) => creditorReference),
    refs: texts(({ ref }) => ref),
  });
  const decide = book === "COLLATERAL" ? await securedDecider(tx, programme, lines) : decideSettlement;
  const compared = lines.map((line) => {
    const decision = decide(desk, line);
    desk.knownRefs.add(line.ref);
    return { line, decision };
  });
  return { desk, compared };
}

const decideSettlement = (desk: Desk, line: Line): Decision =>
  line.amountE6 > 0n ? decideCredit(desk, line) : decideDebit(desk, line);

async function securedDecider(tx: Tx, programme: Programme, lines: readonly Line[]) {
  const first = lines.map(({ bookedOn }) => bookedOn).sort()[0] ?? "1970-01-01";
  const secured = await loadSecured(tx, programme.matchWindowDays, first);
  return (_desk: Desk, line: Line) => decideSecured(secured, line);
}

type Around = { programme: Programme; at: Date; statement: BankStatement };

/** Writes lines with what was decided about each: items, matches, what moved, and what is to be booked for it. */
export async function writeCompared(
  tx: Tx,
  { programme, at, statement }: Around,
  { desk, compared }: { desk: Desk; compared: readonly Compared[] },
): Promise<void> {
  const made = compared.map(({ line, decision }) => {
    const row = rowOf(line, statement);
    const around = { at, currency: programme.currency, openCycleId: desk.openCycleId };
    return { row, decision, ...itemOf(row, decision, around) };
  });
  const rows = made.map(({ row, matches }) => ({ ...row, entryId: entryOf(matches) }));
  await insertRows(tx, "bank_line", rows);
  await insertRows(
    tx,
    "recon_item",
    made.map(({ item }) => item),
  );
  await insertRows(
    tx,
    "recon_match",
    made.flatMap(({ matches }) => matches),
  );
  await recordSteps(
    tx,
    systemActor,
    made.map(({ item }: { item: NewItem }) => stepOfItem(at)(item)),
  );
  await writeDesk(tx, desk);
  const returned = [...desk.touched, ...desk.touchedReturns].filter(({ payment }) => payment.state === "RETURNED");
  await tellRefused(
    tx,
    at,
    returned.map(({ payment }) => payment),
  );
  await layBookings(
    tx,
    made.map(
      ({ row, decision }): NewBooking => ({
        key: `bank:${row.id}`,
        kind: "importBankStatement",
        subjectId: row.id,
        movements: decision.movements,
        actor: systemActor,
        reason: row.remittance ?? row.endToEndId,
        occurredAt: row.bookedOn,
      }),
    ),
  );
}

/** What the books had before the statement showed it. */
const entryOf = (matches: readonly Pick<ReconMatch, "entryId">[]): string | null => matches[0]?.entryId ?? null;

function rowOf(line: NumberedLine, { id: statementId, bankAccount }: BankStatement) {
  return {
    id: newId("bankLine"),
    statementId,
    seq: line.seq,
    bankAccount,
    bookedOn: day(line.bookedOn),
    valueOn: line.valueOn === null ? null : day(line.valueOn),
    amountE6: line.amountE6,
    endToEndId: line.endToEndId,
    bankRef: line.bankRef ?? line.ref,
    ref: line.ref,
    structuredRef: line.creditorReference,
    remittance: line.remittance,
    counterpartyName: line.counterpartyName,
    counterpartyIban: line.counterpartyIban,
    bankCode: line.bankCode,
    isReversal: line.isReversal,
    isCharge: line.kind === "CHARGE",
    returnReason: line.returnReason,
  } satisfies Partial<BankLine>;
}

const day = (text: string) => new Date(`${text}T00:00:00Z`);
