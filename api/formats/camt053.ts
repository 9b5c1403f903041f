import type { BankBalance, BankStatement, BankStatementMessage } from "#api/formats/bank-statement.ts";
import { type BookedEntry, bookedEntry, statusOf } from "#api/formats/camt053-entry.ts";
import { linesOf } from "#api/formats/camt053-lines.ts";
import { type FilePlace, UnreadableFile } from "#api/formats/unreadable-file.ts";
import { readXml, type XmlElement } from "#api/formats/xml-elements.ts";
import { amountInCurrency, badValue, dayAt, find, need, needText, signOf, textAt } from "#api/formats/xml-fields.ts";
import { parseIban } from "#api/kernel/iban.ts";
import { formatMoney } from "#api/kernel/money.ts";

const MESSAGE = "Document/BkToCstmrStmt";

/**
 * Reads a camt.053 message (variants .02 and later) wholly or not at all. `currency`: the only one that is taken.
 * Throws UnreadableFile.
 */
export function readCamt053(xml: string | Uint8Array, expected: { currency: string }): BankStatementMessage {
  let variant: string | null = null;
  let header: XmlElement | null = null;
  let draft = newDraft();
  const statements: BankStatement[] = [];
  const field = (element: XmlElement) => draft.fields.children.push(element);
  readXml(xml, {
    opened: {
      [MESSAGE]: (_place, namespace) => {
        variant = /camt\.053\.\d{3}\.\d{2}/.exec(namespace)?.[0] ?? "camt.053";
      },
      [`${MESSAGE}/Stmt`]: (place) => {
        draft = newDraft(place);
      },
    },
    at: {
      [`${MESSAGE}/GrpHdr`]: (element) => {
        header = element;
      },
      [`${MESSAGE}/Stmt/Id`]: field,
      [`${MESSAGE}/Stmt/ElctrncSeqNb`]: field,
      [`${MESSAGE}/Stmt/LglSeqNb`]: field,
      [`${MESSAGE}/Stmt/Acct`]: field,
      [`${MESSAGE}/Stmt/Bal`]: field,
      [`${MESSAGE}/Stmt/Ntry`]: (entry) => {
        if (statusOf(entry) !== "BOOK") draft.pendingCount += 1;
        else draft.entries.push(bookedEntry(entry, expected.currency));
      },
    },
    closed: {
      [`${MESSAGE}/Stmt`]: () => statements.push(statementOf(draft, expected.currency)),
    },
  });
  if (variant === null) throw new UnreadableFile("WRONG_MESSAGE", `This is no camt.053 message: it has no ${MESSAGE}.`);
  if (header === null) throw new UnreadableFile("MISSING", `${MESSAGE} has no GrpHdr.`);
  if (statements.length === 0) throw new UnreadableFile("MISSING", `${MESSAGE} has no Stmt.`);
  return { messageId: needText(header, "MsgId"), createdAt: needText(header, "CreDtTm"), variant, statements };
}

type Draft = { fields: XmlElement & { children: XmlElement[] }; entries: BookedEntry[]; pendingCount: number };

function newDraft(place: FilePlace = { line: 1, column: 1, path: "" }): Draft {
  return { fields: { name: "Stmt", attributes: {}, text: "", children: [], place }, entries: [], pendingCount: 0 };
}

function statementOf({ fields, entries, pendingCount }: Draft, currency: string): BankStatement {
  const bankId = needText(fields, "Id");
  const account = accountOf(need(fields, "Acct"), currency);
  const opening = balanceOf(fields, ["OPBD", "PRCD"], currency);
  const closing = balanceOf(fields, ["CLBD"], currency);
  const booked = entries.reduce((sum, { amountE6 }) => sum + amountE6, 0n);
  if (opening.amountE6 + booked !== closing.amountE6) {
    const [from, by, to] = [opening.amountE6, booked, closing.amountE6].map((amount) => formatMoney(amount));
    const message = `Statement ${bankId} opens at ${from}, books ${by} and yet closes at ${to}.`;
    throw new UnreadableFile("SUMS_DISAGREE", message, fields.place);
  }
  const electronicSequence = sequenceAt(fields, "ElctrncSeqNb");
  const booking = linesOf(entries, { account, bankId });
  const lines = booking.filter(({ amountE6 }) => amountE6 !== 0n);
  const legalSequence = sequenceAt(fields, "LglSeqNb");
  return {
    bankId,
    sequence: electronicSequence ?? legalSequence,
    electronicSequence,
    legalSequence,
    account,
    opening,
    closing,
    lines,
    entryCount: entries.length,
    pendingCount,
    emptyCount: booking.length - lines.length,
  };
}

function accountOf(element: XmlElement, expected: string): BankStatement["account"] {
  const currency = find(element, "Ccy");
  if (currency && currency.text !== expected) {
    const message = `The account is kept in ${currency.text}; only ${expected} is taken.`;
    throw new UnreadableFile("FOREIGN_CURRENCY", message, currency.place);
  }
  const written = find(element, "Id/IBAN");
  const iban = written && parseIban(written.text);
  if (written && !iban) throw badValue(written, "no IBAN whose length and check digits agree");
  const otherId = textAt(element, "Id/Othr/Id");
  if (!iban && !otherId) throw new UnreadableFile("MISSING", "Acct names no account.", element.place);
  return { iban, otherId, currency: expected };
}

/** The balance of the first of these types that is there. */
function balanceOf(fields: XmlElement, types: readonly string[], currency: string): BankBalance {
  const balances = fields.children.filter(({ name }) => name === "Bal");
  const found = types
    .map((type) => balances.find((balance) => textAt(balance, "Tp/CdOrPrtry/Cd") === type))
    .find((balance) => balance !== undefined);
  if (!found) throw new UnreadableFile("MISSING", `The statement has no balance of type ${types[0]}.`, fields.place);
  const on = dayAt(found, "Dt");
  if (!on) throw new UnreadableFile("MISSING", "Bal has no Dt.", found.place);
  return { amountE6: signOf(found) * amountInCurrency(need(found, "Amt"), currency), on };
}

function sequenceAt(fields: XmlElement, name: string): bigint | null {
  const element = find(fields, name);
  if (!element) return null;
  if (!/^\d{1,18}$/.test(element.text)) throw badValue(element, "no number of a sequence");
  return BigInt(element.text);
}
