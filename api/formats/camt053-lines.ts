import type { BankAccountRef, BankStatementLine } from "#api/formats/bank-statement.ts";
import { type BookedEntry, bankCodeOf, type EntryDetail, given } from "#api/formats/camt053-entry.ts";
import type { XmlElement } from "#api/formats/xml-elements.ts";
import { findAll, textAt } from "#api/formats/xml-fields.ts";

type Of = { account: BankAccountRef; bankId: string };

/** Entries as the lines that are matched: details one by one, then what the bank took. */
export function linesOf(entries: readonly BookedEntry[], of: Of): BankStatementLine[] {
  const taken = new Map<string, number>();
  return entries.flatMap((entry, at) => {
    const stem = unique(stemOf(entry, at + 1, of), taken);
    const lines = entry.details.map((detail, place) => ({
      ...entryFacts(entry, at + 1),
      ...detailFacts(entry, detail, of.account),
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

function detailFacts(entry: BookedEntry, { amountE6, instructedE6, element }: EntryDetail, account: BankAccountRef) {
  const returnReason = textAt(element, "RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry");
  const isGivenBack = entry.isReversal || returnReason !== null;
  return {
    amountE6,
    instructedE6,
    bankRef: given(textAt(element, "Refs/AcctSvcrRef")) ?? entry.serviceRef ?? entry.entryRef,
    bankCode: bankCodeOf(element) ?? entry.bankCode,
    endToEndId: given(textAt(element, "Refs/EndToEndId")),
    returnReason,
    creditorReference: textAt(element, "RmtInf/Strd/CdtrRefInf/Ref")?.replaceAll(" ", "") ?? null,
    remittance:
      findAll(element, "RmtInf/Ustrd")
        .map(({ text }) => text)
        .join(" ") || textAt(element, "AddtlTxInf"),
    ...counterpartyOf(element, amountE6 > 0n !== isGivenBack ? "Dbtr" : "Cdtr", account),
  };
}

/** Who is at the other end. What is given back names the parties as the first payment did; some banks turn them. */
function counterpartyOf(detail: XmlElement, role: "Dbtr" | "Cdtr", account: BankAccountRef) {
  const expected = partyOf(detail, role);
  const isOurselves = account.iban !== null && expected.counterpartyIban === account.iban;
  return isOurselves ? partyOf(detail, role === "Dbtr" ? "Cdtr" : "Dbtr") : expected;
}

function partyOf(detail: XmlElement, role: "Dbtr" | "Cdtr") {
  const at = `RltdPties/${role}`;
  return {
    counterpartyName: textAt(detail, `${at}/Pty/Nm`, `${at}/Nm`),
    counterpartyIban: textAt(detail, `${at}Acct/Id/IBAN`)?.replaceAll(" ", "").toUpperCase() ?? null,
  };
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
