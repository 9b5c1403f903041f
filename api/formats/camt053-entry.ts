import { bankCodeOf, type DetailFacts, detailFacts, given } from "#api/formats/camt053-detail.ts";
import { UnreadableFile } from "#api/formats/unreadable-file.ts";
import type { XmlElement } from "#api/formats/xml-elements.ts";
import {
  amountIn,
  amountInCurrency,
  badValue,
  dayAt,
  find,
  findAll,
  need,
  signOf,
  textAt,
} from "#api/formats/xml-fields.ts";
import { formatMoney, type MoneyE6 } from "#api/kernel/money.ts";

/** One booked sum of the statement, in parts: its details and what the bank took for itself. */
export type BookedEntry = {
  /** Positive: money came in. */
  amountE6: MoneyE6;
  bookedOn: string;
  valueOn: string | null;
  isReversal: boolean;
  serviceRef: string | null;
  entryRef: string | null;
  bankCode: string | null;
  isBatch: boolean;
  /** At least one; with `chargeE6` they add up to the entry. */
  details: readonly EntryDetail[];
  /** Zero, or what the bank took (negative) or, taking a booking back, gave back. */
  chargeE6: MoneyE6;
};

export type EntryDetail = { amountE6: MoneyE6; instructedE6: MoneyE6 | null; facts: DetailFacts };

const statuses = ["BOOK", "PDNG", "INFO", "FUTR"];

/** Only what is BOOK has moved money. */
export function statusOf(entry: XmlElement): string {
  const status = find(entry, "Sts/Cd") ?? need(entry, "Sts");
  if (!statuses.includes(status.text)) throw badValue(status, "no status of an entry");
  return status.text;
}

export function bookedEntry(entry: XmlElement, currency: string): BookedEntry {
  const sign = signOf(entry);
  const amountE6 = sign * amountInCurrency(need(entry, "Amt"), currency);
  const valueOn = dayAt(entry, "ValDt");
  const bookedOn = dayAt(entry, "BookgDt") ?? valueOn;
  if (!bookedOn) throw new UnreadableFile("MISSING", "A booked entry has neither BookgDt nor ValDt.", entry.place);
  const isReversal = /^(true|1)$/.test(textAt(entry, "RvslInd") ?? "");
  const { details, chargeE6 } = partsOf(entry, { amountE6, sign, currency, isReversal });
  return {
    amountE6,
    bookedOn,
    valueOn,
    isReversal,
    serviceRef: given(textAt(entry, "AcctSvcrRef")),
    entryRef: given(textAt(entry, "NtryRef")),
    bankCode: bankCodeOf(entry),
    isBatch: details.length > 1 || (textAt(entry, "NtryDtls/Btch/NbOfTxs") ?? "1") !== "1",
    details,
    chargeE6,
  };
}

type Whole = { amountE6: MoneyE6; sign: 1n | -1n; currency: string; isReversal: boolean };

/** Details add up to the entry; what is missing the bank took as its charge. More than the entry cannot be explained. */
function partsOf(entry: XmlElement, whole: Whole): Pick<BookedEntry, "details" | "chargeE6"> {
  const found = findAll(entry, "NtryDtls/TxDtls");
  const amounts = found.map((detail) => detailAmount(detail, whole, found.length > 1));
  if (amounts.every((amount) => amount === null)) return undivided(entry, found, whole);
  const details = found.map((element, at) => {
    const amountE6 = amounts[at] ?? null;
    if (amountE6 === null) throw new UnreadableFile("MISSING", "One detail of the entry has no amount.", element.place);
    return { amountE6, instructedE6: instructedOf(element, whole.currency, amountE6), facts: detailFacts(element) };
  });
  const sum = details.reduce((total, { amountE6 }) => total + amountE6, 0n);
  const chargeE6 = whole.amountE6 - sum;
  if (chargeE6 > 0n && !whole.isReversal) {
    const message = `The entry books ${formatMoney(whole.amountE6)}, its details add up to ${formatMoney(sum)}.`;
    throw new UnreadableFile("SUMS_DISAGREE", message, entry.place);
  }
  return { details, chargeE6 };
}

/** No detail says its own amount: one movement of the whole entry, less the charges that it says it includes. */
function undivided(
  entry: XmlElement,
  found: readonly XmlElement[],
  whole: Whole,
): Pick<BookedEntry, "details" | "chargeE6"> {
  const chargeE6 = includedCharges(entry, whole.currency) || includedCharges(found[0] ?? entry, whole.currency);
  const amountE6 = whole.amountE6 - chargeE6;
  const element = found.length === 1 && found[0] ? found[0] : entry;
  const instructedE6 = instructedOf(element, whole.currency, amountE6);
  return { details: [{ amountE6, instructedE6, facts: detailFacts(element) }], chargeE6 };
}

function detailAmount(detail: XmlElement, { sign, currency }: Whole, isOneOfMany: boolean): MoneyE6 | null {
  const amount = find(detail, "Amt") ?? find(detail, "AmtDtls/TxAmt/Amt");
  if (!amount) return null;
  // Alone, it was booked as the entry says, whatever it was before the bank exchanged it.
  if (!isOneOfMany && amount.attributes["Ccy"] !== currency) return null;
  const own = find(detail, "CdtDbtInd") ? signOf(detail) : sign;
  return own * amountInCurrency(amount, currency);
}

function instructedOf(detail: XmlElement, currency: string, arrivedE6: MoneyE6): MoneyE6 | null {
  const amount = find(detail, "AmtDtls/InstdAmt/Amt");
  if (amount?.attributes["Ccy"] !== currency) return null;
  const instructed = amountIn(amount);
  return instructed === arrivedE6 || instructed === -arrivedE6 ? null : instructed;
}

/** Signed like the account: what the bank took is negative. */
function includedCharges(element: XmlElement, currency: string): MoneyE6 {
  return [...findAll(element, "Chrgs"), ...findAll(element, "Chrgs/Rcrd")]
    .filter((charge) => /^(true|1)$/.test(textAt(charge, "ChrgInclInd") ?? ""))
    .reduce((sum, charge) => {
      const sign = find(charge, "CdtDbtInd") ? signOf(charge) : -1n;
      return sum + sign * amountInCurrency(need(charge, "Amt"), currency);
    }, 0n);
}
