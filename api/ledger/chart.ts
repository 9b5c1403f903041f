/**
 * The chart of accounts. Points accounts hold PTS and always name a lot, so that every balance is also per issuer;
 * money accounts hold millionths of the programme's currency. Debit is positive.
 */
export const pointsAccounts = {
  ISSUED: "gross issuance, of an issuer",
  PENDING: "earned, not yet spendable, of a member",
  AVAIL: "spendable, of a member",
  RESERVED: "set aside for a redemption, of a member",
  REDEEMED: "spent at a redeemer, net of returns",
  EXPIRED: "lapsed, of an issuer",
  CLAWBACK: "issuance undone by returned goods, of an issuer",
  DEBT: "owed by a member who returned goods whose points were spent",
} as const;

export const moneyAccounts = {
  BANK_SETTLEMENT: "settlement bank account",
  BANK_COLLATERAL: "segregated bank account for collateral and loss pool",
  IN_TRANSIT: "pay-outs sent, not yet booked by the bank",
  POSITION: "unsettled position of a partner; debit: the partner owes",
  DUE: "confirmed obligation of a partner after netting",
  DEFAULTED: "obligation of a partner in default",
  FUND: "what an issuer paid in for its available, unspent points",
  COLLATERAL: "cash collateral owed back to a partner",
  LOSS_POOL: "a partner's share of the loss pool",
  UNAPPLIED: "receipts not yet matched",
  DISPUTE_HOLD: "held for an open dispute",
  MARGIN: "the operator's margin between issue and redeem price",
  FEES: "fees charged to partners",
  BREAKAGE: "the operator's share of expired funded points",
  OP_POINTS_COST: "points the operator pays for",
  OP_DISCOUNT_COST: "discounts the operator pays for",
  DEFAULT_LOSS: "what the operator lost in defaults",
  BANK_CHARGES: "what the bank charged",
  UNEXPLAINED: "money the bank took that nothing explains yet",
  TAX: "tax charged on top of statements, owed to the state",
  PREPAID: "points a PREPAID issuer has bought and not yet issued",
  WRITE_OFFS: "differences under the tolerance that two people gave up",
} as const;

export type PointsAccount = keyof typeof pointsAccounts;
export type MoneyAccount = keyof typeof moneyAccounts;
export type AccountKind = PointsAccount | MoneyAccount;

export const POINTS_UNIT = "PTS";

export const isPointsAccount = (account: AccountKind): account is PointsAccount => account in pointsAccounts;

/** The full name of an account: `P:AVAIL:mem_…`, `M:MARGIN`. */
export function accountName(account: AccountKind, ownerId: string): string {
  const name = `${isPointsAccount(account) ? "P" : "M"}:${account}`;
  return ownerId ? `${name}:${ownerId}` : name;
}

/** Where a POSITION line stands on the partner's statement. */
export const statementSections = {
  ISSUER_CHARGE: "Issued points that were redeemed",
  ISSUE_BILLING: "Issued points that became available",
  ISSUE_BILLING_REVERSED: "Billed points taken back after goods came back",
  DEBT_REPAID: "Issued points used to repay member debt",
  DEBT_RECOVERED: "Clawed-back points recovered from members",
  REDEEMER_CREDIT: "Points redeemed here",
  RETURN_ISSUER: "Returned redemptions of issued points",
  RETURN_REDEEMER: "Redemptions returned here",
  DISCOUNT_CHARGE: "Discounts paid for at others",
  DISCOUNT_CREDIT: "Discounts given here that others pay for",
  RETURN_DISCOUNT_CHARGE: "Discounts paid for, returned",
  RETURN_DISCOUNT_CREDIT: "Discounts given here, returned",
  BREAKAGE_SHARE: "Share of expired points",
  PREPAID_PACKS: "Points bought in advance",
  FEE: "Fees",
  TAX: "Tax",
  CORRECTION: "Corrections",
  DISPUTE_HOLD: "Held for disputes",
  DISPUTE_UPHELD: "Disputes upheld",
  DISPUTE_RELEASED: "Disputes released",
  NET: "Settled",
} as const;

export type StatementSection = keyof typeof statementSections;
