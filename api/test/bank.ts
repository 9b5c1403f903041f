import { type TestEntry, writeCamt053 } from "#api/formats/write-camt053.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type BankBook, readBankBalance } from "#api/ledger/read/bank.ts";
import type { BankLine } from "#api/sql/rows.ts";
import { importBankStatement } from "#api/use-cases/banking/import-statement.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { approvePayments } from "#api/use-cases/payments/approve-payments.ts";
import { exportPayments } from "#api/use-cases/payments/export-payments.ts";
import { submitPayments } from "#api/use-cases/payments/submit-payments.ts";

/** The operator's accounts of the tests, and where partners are paid. */
export const operatorIbans = { SETTLEMENT: "DE89370400440532013000", COLLATERAL: "GB82WEST12345698765432" } as const;

/** An account in use, as if two people had agreed on it. */
export async function openAccount(
  { db, clock }: Pick<Deps, "db" | "clock">,
  account: { partnerId: string; purpose: "PAYOUT" | "SETTLEMENT" | "COLLATERAL"; iban: string; holder: string },
): Promise<string> {
  const id = newId("bankAccount");
  const used = { state: "ACTIVE" as const, usableFrom: clock.now(), proposedBy: "system", createdAt: clock.now() };
  await db.bankAccount.create({ data: { id, ...account, ...used } });
  return id;
}

/** The operator's two accounts, and one for every other partner. */
export async function openAccounts(deps: Pick<Deps, "db" | "clock">): Promise<void> {
  const partners = await deps.db.partner.findMany({ orderBy: { id: "asc" } });
  for (const [i, { id: partnerId, isOperator, name }] of partners.entries()) {
    const holder = `${name} Ltd`;
    if (isOperator) {
      for (const purpose of ["SETTLEMENT", "COLLATERAL"] as const) {
        await openAccount(deps, { partnerId, purpose, holder, iban: operatorIbans[purpose] });
      }
    } else await openAccount(deps, { partnerId, purpose: "PAYOUT", holder, iban: payOutIban(i) });
  }
}

/** A German IBAN of an invented account with check digits that agree. */
export function payOutIban(number: number): string {
  const bban = `50010517${String(number).padStart(10, "0")}`;
  const check = 98n - (BigInt(`${bban}131400`) % 97n);
  return `DE${String(check).padStart(2, "0")}${bban}`;
}

export type TestLines = {
  book?: BankBook;
  entries: readonly TestEntry[];
  /** What differs from a statement that follows the last one. */
  bankId?: string;
  sequence?: bigint;
  iban?: string;
  currency?: string;
  openingE6?: bigint;
  closingE6?: bigint;
};

/** The next statement of one of the operator's accounts, as the bank would send it. */
export async function statementOf(deps: Pick<Deps, "db" | "clock">, lines: TestLines): Promise<string> {
  const { db, clock } = deps;
  const book = lines.book ?? "SETTLEMENT";
  const last = await db.bankStatement.findFirst({
    where: { bankAccount: book },
    orderBy: [{ closedOn: "desc" }, { id: "desc" }],
  });
  const count = await db.bankStatement.count({ where: { bankAccount: book } });
  const openingE6 = lines.openingE6 ?? last?.closingE6 ?? (await readBankBalance(db, book));
  const on = lines.entries[0]?.bookedOn ?? clock.now().toISOString().slice(0, 10);
  return writeCamt053({
    messageId: `${book}-${count + 1}`,
    createdAt: clock.now(),
    statements: [
      {
        bankId: lines.bankId ?? `${book}-${count + 1}`,
        sequence: lines.sequence ?? (last?.sequence ?? 0n) + 1n,
        iban: lines.iban ?? operatorIbans[book],
        currency: lines.currency ?? "EUR",
        opening: { amountE6: openingE6, on },
        ...(lines.closingE6 === undefined ? {} : { closing: { amountE6: lines.closingE6, on } }),
        entries: lines.entries,
      },
    ],
  });
}

/** Imports a statement of these lines; answers them as they were taken. */
export async function bankBooks(deps: Deps, actor: Actor, lines: TestLines): Promise<BankLine[]> {
  const content = await statementOf(deps, lines);
  const [statement] = await importBankStatement(deps, actor, {
    name: "statement.xml",
    content,
    idempotencyKey: newId("bankFile"),
  });
  return deps.db.bankLine.findMany({ where: { statementId: statement?.id ?? "" }, orderBy: { seq: "asc" } });
}

export type PayOutPeople = { clerk: Actor; finance: Actor };

/** Takes a cycle's pay-outs from draft to the bank. */
export async function payOut(deps: Deps, { clerk, finance }: PayOutPeople, cycleId: string) {
  await submitPayments(deps, clerk, { cycleId });
  await approvePayments(deps, finance, { cycleId });
  return exportPayments(deps, clerk, { cycleId, idempotencyKey: newId("paymentFile") });
}
