import { builder } from "#api/graph/builder.ts";

export const StatementSection = builder.enumType("StatementSection", {
  description: "For what a partner owes or is owed: the sections of its statement, in order.",
  values: {
    ISSUER_CHARGE: { description: "Points it issued were redeemed." },
    ISSUE_BILLING: { description: "Points it issued became available, and it pays when they do." },
    ISSUE_BILLING_REVERSED: { description: "Billed points were taken back after goods came back." },
    DEBT_REPAID: { description: "Points it issued were used to repay a member's debt." },
    DEBT_RECOVERED: { description: "Points it had clawed back in vain were recovered from members." },
    REDEEMER_CREDIT: { description: "Points were redeemed at its place." },
    RETURN_ISSUER: { description: "Redemptions of points it issued were returned." },
    RETURN_REDEEMER: { description: "Redemptions at its place were returned." },
    DISCOUNT_CHARGE: { description: "It paid for discounts that others gave." },
    DISCOUNT_CREDIT: { description: "Discounts it gave that others paid for." },
    RETURN_DISCOUNT_CHARGE: { description: "Goods on whose discounts it had paid came back." },
    RETURN_DISCOUNT_CREDIT: { description: "Goods came back that it had sold with discounts others paid for." },
    BREAKAGE_SHARE: { description: "Its share of points that lapsed." },
    PREPAID_PACKS: { description: "Packs of points it bought in advance." },
    FEE: { description: "The platform's fees." },
    TAX: { description: "Tax on top of the other sections." },
    CORRECTION: { description: "Corrections made while the cycle was in review." },
    DISPUTE_HOLD: { description: "Held until a dispute is decided." },
    DISPUTE_UPHELD: { description: "Given to it by a dispute." },
    DISPUTE_RELEASED: { description: "No longer held: the dispute was rejected or withdrawn." },
    NET: { description: "Settled with the cycle." },
  } as const,
});
