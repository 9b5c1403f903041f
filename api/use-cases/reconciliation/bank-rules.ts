/** What can match a bank line without anybody's help, and how sure it is. Nothing else is automatic. */
export const bankRules = {
  /** The id we gave the payment came back. */
  END_TO_END_ID: 100,
  /** The payer typed the structured reference of its pay-in. */
  STRUCTURED_REFERENCE: 98,
  /** The exact amount from the partner's own account, around the due date, and only one pay-in fits. */
  AMOUNT_IBAN_WINDOW: 90,
  /** The bank's transaction code says that it is the bank's own charge. */
  BANK_CODE: 100,
  /** Between the settlement and the segregated account, for what a waterfall used or a recovery gave back. */
  OWN_TRANSFER: 100,
  /** The books had it before the statement: on the segregated account the entry comes first. */
  WHOLE_ENTRY: 95,
  PART_OF_ENTRY: 90,
} as const;

export type BankRule = keyof typeof bankRules;

/** Somebody's decision, with the score of the suggestion it followed, if any. */
export const byHand = {
  CONFIRMED: "CONFIRMED",
  MANUAL: "MANUAL",
  EXPLAINED: "EXPLAINED",
  WRITE_OFF: "WRITE_OFF",
} as const;

/** A bank's charges and commissions, by the subfamily of ISO's transaction codes. */
export const isChargeCode = (bankCode: string | null): boolean => /\/(CHRG|COMM|COMC|COMT|FEES)$/.test(bankCode ?? "");

/** Credits that we collected ourselves and that the payer's bank may take back: issued direct debits. */
export const isDirectDebit = (bankCode: string | null): boolean => /\/IDDT\//.test(bankCode ?? "");
