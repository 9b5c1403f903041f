import type { Place } from "#api/ledger/movements.ts";

/** The till's own key of a receipt: one number, once a day, at one till (or at the partner, where no till is named). */
export function receiptKey(
  what: "purchase" | "return",
  place: Place,
  receiptNumber: string,
  businessDate: string,
): string {
  return [what, place.partnerId, place.terminalId ?? "", receiptNumber, businessDate].join("|");
}
