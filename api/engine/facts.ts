/** Types as help names them. Money compares with plain numbers: `receipt.total >= 20.50`. */
export const factTypes = ["money", "whole number", "text", "yes or no", "list of texts", "lines", "instant"] as const;
export type FactType = (typeof factTypes)[number];

/** Something an expression may read. The checker, the help and docs/rules.md all read these tables. */
export type Fact = {
  /** As it is written: `receipt.total`; functions with their arguments: `spend(days)`. */
  name: string;
  type: FactType;
  /** What one of it is; null where that says nothing. */
  unit: string | null;
  description: string;
};

const currency = "currency";

const receipt: Fact[] = [
  fact("receipt.total", "money", currency, "What the receipt comes to before campaigns take anything off."),
  fact("receipt.pointsSpent", "whole number", "points", "Points that pay a part of it."),
  fact("receipt.lines", "lines", null, 'Its lines: receipt.lines.exists(l, l.category == "coffee").'),
  fact("receipt.pieces", "whole number", "pieces", "Pieces of all lines."),
  fact("receipt.partner", "text", "code", "The partner's code, such as grocer."),
  fact("receipt.location", "text", "code", "The outlet's code; empty when the till named none."),
  fact("receipt.coupons", "list of texts", "pools", "Pools of the coupons that were shown."),
  fact("receipt.payments", "list of texts", "means", "How the rest is paid: CASH, CARD, TRANSFER, VOUCHER, OTHER."),
  fact("receipt.date", "text", "YYYY-MM-DD", "Local day."),
  fact("receipt.time", "text", "HH:MM", 'Local time, to be compared as text: receipt.time >= "18:30".'),
  fact("receipt.hour", "whole number", "0 to 23", "Local hour."),
  fact("receipt.weekday", "whole number", "1 to 7", "Local day of the week, Monday is 1."),
  fact("receipt.day", "whole number", "1 to 31", "Local day of the month."),
  fact("receipt.month", "whole number", "1 to 12", "Local month."),
  fact("receipt.year", "whole number", "years", "Local year."),
];

const line: Fact[] = [
  fact("line.sku", "text", null, "The partner's number of the article."),
  fact("line.name", "text", null, "As printed."),
  fact("line.category", "text", null, "As the partner sorts its articles."),
  fact("line.brand", "text", null, "Empty when the till sent none."),
  fact("line.kind", "text", null, "GOODS, SERVICE or FEE."),
  fact("line.pieces", "whole number", "pieces", "Whole pieces; 1 for what is weighed or measured."),
  fact("line.thousandths", "whole number", "thousandths", "Exact quantity: 1.5 kg is 1500."),
  fact("line.price", "money", currency, "Of one unit, before any discount."),
  fact("line.amount", "money", currency, "What the line costs before campaigns take anything off."),
  fact("line.discount", "money", currency, "What the till itself took off."),
];

const member: Fact[] = [
  fact("member.tier", "text", "code", "Code of the tier; empty without one."),
  fact("member.plan", "text", "code", "Code of the subscription plan; empty without one."),
  fact("member.tags", "list of texts", null, "Tags of the member."),
  fact("member.segments", "list of texts", null, "Segments the member is in."),
  fact("member.clubs", "list of texts", null, "Clubs the member is in."),
  fact(
    "member.offers",
    "list of texts",
    null,
    "Codes of the personal offers that the member activated and that still run.",
  ),
  fact("member.firstPurchase", "yes or no", null, "No purchase anywhere before this one."),
  fact(
    "member.daysSinceVisit",
    "whole number",
    "days",
    "Since the last purchase anywhere; 1000000 when there was none.",
  ),
  fact("member.daysSinceEnrolment", "whole number", "days", "Since the member enrolled."),
  fact(
    "member.spendThisMonth",
    "money",
    currency,
    "Paid in money anywhere in this calendar month, before this receipt.",
  ),
  fact(
    "member.visitsThisMonth",
    "whole number",
    "receipts",
    "Receipts anywhere in this calendar month, before this one.",
  ),
  fact(
    "member.partnersThisMonth",
    "whole number",
    "partners",
    "Different partners this month, this receipt's included.",
  ),
  fact("member.daysToBirthday", "whole number", "days", "0 on the day itself; 1000000 when it is not known."),
];

const others: Fact[] = [
  fact("activity.kind", "text", null, "What happened, for campaigns about activities; empty on a purchase."),
  fact("activity.amount", "money", currency, "The money in it."),
  fact("now", "instant", null, 'When the rule is asked: now < timestamp("2026-12-31T00:00:00Z").'),
];

/** Windows look at what was before the receipt; days are local days and today counts. Arguments are written out, never computed. */
export const windowFacts: readonly Fact[] = [
  fact("spend(days)", "money", currency, "Paid in money anywhere in the last days: spend(365)."),
  fact("spendAt(partner, days)", "money", currency, 'The same at one partner: spendAt("grocer", 30).'),
  fact("spendThisMonthAt(partner)", "money", currency, "Paid in money at one partner in this calendar month."),
  fact("visits(days)", "whole number", "receipts", "Receipts anywhere in the last days."),
  fact("visitsAt(partner, days)", "whole number", "receipts", "The same at one partner."),
  fact(
    "monthSpendReachedWithin(amount, days)",
    "yes or no",
    null,
    "A month's spend reached the amount today or in the days before: yes from the next receipt on.",
  ),
  fact("stamps(card)", "whole number", "stamps", 'On the member\'s stamp card: stamps("coffee").'),
];

/** What segments read beside facts about members: they look at everybody, also at those who are not buying just now. */
export const segmentFacts: readonly Fact[] = [
  fact("member.recency", "whole number", "1 to 5", "5: among the fifth of buyers who came last; 0 when never bought."),
  fact(
    "member.frequency",
    "whole number",
    "1 to 5",
    "5: among the fifth who came most often in a year; 0 when never bought.",
  ),
  fact(
    "member.monetary",
    "whole number",
    "1 to 5",
    "5: among the fifth who spent most in a year; 0 when never bought.",
  ),
  fact("member.hasRedeemed", "yes or no", null, "Ever paid with points."),
  fact("member.balance", "whole number", "points", "Points that can be spent now."),
];
export const segmentWindowFacts: readonly Fact[] = [
  fact("partners(days)", "whole number", "partners", "Different partners in the last days."),
  fact(
    "daysSinceVisitAt(partner)",
    "whole number",
    "days",
    "Since the last purchase there; 1000000 when there was none.",
  ),
];

/** What can be done with lists; everything else is CEL's own. */
export const listFunctions: readonly Fact[] = [
  fact("list.sum()", "money", null, "Of whole numbers or money: receipt.lines.map(l, l.pieces).sum()."),
];

export const facts: readonly Fact[] = [...receipt, ...line, ...member, ...others];

function fact(name: string, type: FactType, unit: string | null, description: string): Fact {
  return { name, type, unit, description };
}
