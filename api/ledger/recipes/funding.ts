import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { LotState } from "#api/ledger/book.ts";
import type { StatementSection } from "#api/ledger/chart.ts";
import { type Line, money } from "#api/ledger/lines.ts";
import type { Planning } from "#api/ledger/planning.ts";

type Priced = Pick<LotState, "issuerId" | "issueRateE6" | "fundedRateE6">;

/**
 * Who pays for points of one issuer and price: its fund what was paid in when they became available, its position the
 * rest. Points below zero: it gets that back.
 */
export function payer(
  { issuerId, issueRateE6, fundedRateE6 }: Priced,
  points: Points,
  section: StatementSection,
): Line[] {
  return [
    ...money("FUND", issuerId, points * fundedRateE6),
    ...money("POSITION", issuerId, points * (issueRateE6 - fundedRateE6), section),
  ];
}

/** Points became available: their funded part goes into the fund. */
export function fund(planning: Planning, lot: LotState, points: Points): Line[] {
  const value = points * lot.fundedRateE6;
  return [...funder(planning, lot, value, "ISSUE_BILLING"), ...money("FUND", lot.issuerId, -value)];
}

/** Points that were available are taken back: what was paid into the fund for them goes back where it came from. */
export function unfund(planning: Planning, lot: LotState, points: Points): Line[] {
  const value = points * lot.fundedRateE6;
  return [...money("FUND", lot.issuerId, value), ...funder(planning, lot, -value, "ISSUE_BILLING_REVERSED")];
}

/** The operator pays for its own points, a pack for those that were bought with it, the issuer's position for others. */
function funder({ book }: Planning, lot: LotState, value: MoneyE6, section: StatementSection): Line[] {
  if (lot.issuerId === book.operatorId) return money("OP_POINTS_COST", "", value);
  if (lot.packId !== null) return money("PREPAID", lot.issuerId, value);
  return money("POSITION", lot.issuerId, value, section);
}

/** What was paid for points that lapse: in the fund once they were available, with the packs before that. */
export function freed(lot: LotState, { pending, available }: { pending: Points; available: Points }): Line[] {
  const funded = lot.availableAt === null ? available : available + pending;
  const prepaid = lot.packId === null ? 0n : available + pending - funded;
  return [
    ...money("FUND", lot.issuerId, funded * lot.fundedRateE6),
    ...money("PREPAID", lot.issuerId, prepaid * lot.fundedRateE6),
  ];
}
