import type { BankAccountRef, BankStatementLine } from "#api/formats/bank-statement.ts";
import type { DetailFacts, Party } from "#api/formats/camt053-detail.ts";
import type { BookedEntry, EntryDetail } from "#api/formats/camt053-entry.ts";

type Of = { account: BankAccountRef; bankId: string };

/** Entries as the lines that are matched: details one by one, then what the bank took. */
export function linesOf(entries: readonly BookedEntry[], of: Of): BankStatementLine[] {
  const taken = new Map<string, number>();
  return entries.flatMap((entry, at) => {
    const stem = unique(stemOf(entry, at + 1, of), taken);
    const lines = entry.details.map((detail, place) => ({
      ...entryFacts(entry, at + 1),
      ...detailLine(entry, detail, of.account),
      ref: entry.details.length > 1 ? `${stem}/${place + 1}` : stem,
      kind: "MOVEMENT" as const,
    }));
    return entry.chargeE6 === 0n ? lines : [...lines, chargeLine(entry, at + 1, stem)];
  });
}

/** Names the entry for ever. A bank's reference is its own within the account and the day; a number within the statement. */
function stemOf({ serviceRef, entryRef, bookedOn }: BookedEntry, entry: number, { account, bankId }: Of): string {
  const name = account.iban ?? account.otherId;
  if (serviceRef) return `${name}/${bookedOn}/${serviceRef}`;
  return `${name}/${bankId}/${entryRef ?? `#${entry}`}`;
}

function unique(stem: string, taken: Map<string, number>): string {
  const times = (taken.get(stem) ?? 0) + 1;
  taken.set(stem, times);
  return times === 1 ? stem : `${stem}~${times}`;
}

function entryFacts({ bookedOn, valueOn, isReversal, isBatch }: BookedEntry, entry: number) {
  return { entry, isBatch, bookedOn, valueOn, isReversal };
}

function detailLine(entry: BookedEntry, { amountE6, instructedE6, facts }: EntryDetail, account: BankAccountRef) {
  const { debtor: _debtor, creditor: _creditor, ...own } = facts;
  const { name, iban } = counterpartyOf(entry, amountE6, facts, account);
  return {
    ...own,
    amountE6,
    instructedE6,
    bankRef: own.bankRef ?? entry.serviceRef ?? entry.entryRef,
    bankCode: own.bankCode ?? entry.bankCode,
    counterpartyName: name,
    counterpartyIban: iban,
  };
}

/** Who is at the other end. What is given back names the parties as the first payment did; some banks turn them. */
function counterpartyOf(entry: BookedEntry, amountE6: bigint, facts: DetailFacts, account: BankAccountRef): Party {
  const isGivenBack = entry.isReversal || facts.returnReason !== null;
  const isDebtor = amountE6 > 0n !== isGivenBack;
  const [expected, other] = isDebtor ? [facts.debtor, facts.creditor] : [facts.creditor, facts.debtor];
  return account.iban !== null && expected.iban === account.iban ? other : expected;
}

function chargeLine(entry: BookedEntry, place: number, stem: string): BankStatementLine {
  return {
    ...entryFacts(entry, place),
    ref: `${stem}/charge`,
    kind: "CHARGE",
    amountE6: entry.chargeE6,
    instructedE6: null,
    bankRef: entry.serviceRef ?? entry.entryRef,
    bankCode: entry.bankCode,
    endToEndId: null,
    returnReason: null,
    creditorReference: null,
    remittance: null,
    counterpartyName: null,
    counterpartyIban: null,
  };
}
