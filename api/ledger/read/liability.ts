import * as reports from "#api/ledger/read/reports/points.ts";
import type { FundingModel, Tx } from "#api/sql/rows.ts";
import type { Sql } from "#api/sql/snapshot.ts";

/** One funding model's points: the parts from `issued` to `other` are the closing less the opening. Money in millionths. */
export type RollForward = {
  funding: FundingModel;
  opening: bigint;
  issued: bigint;
  redeemed: bigint;
  returned: bigint;
  expired: bigint;
  clawed_back: bigint;
  debt_recovered: bigint;
  transferred: bigint;
  other: bigint;
  closing: bigint;
  pending: bigint;
  available: bigint;
  reserved: bigint;
  value: bigint;
  expected_value: bigint;
};

/** Points that lapse in one month ("2027-03"); null: never. */
export type AgeingMonth = {
  funding: FundingModel;
  expiry_month: string | null;
  lots: bigint;
  points: bigint;
  value: bigint;
};

/** What lapsed in a month, and what will if nobody spends it. */
export type BreakageMonth = {
  expiry_month: string;
  points: bigint;
  value: bigint;
  operator_share: bigint;
  issuer_share: bigint;
  forecast_points: bigint;
  forecast_value: bigint;
  expected_breakage: bigint;
};

export type Liability = {
  rollForward: RollForward[];
  ageing: AgeingMonth[];
  breakage: BreakageMonth[];
  fundE6: bigint;
};

type Of = { partnerId: string; cycleId: string; timeZone: string };

/** Everything an issuer's points come to at the end of a cycle: the rows that the reports of these names have. */
export async function findLiability(tx: Tx, of: Of): Promise<Liability> {
  const all = <Row>(query: Sql): Promise<Row[]> => tx.$queryRaw<Row[]>(query);
  const rollForward = await all<RollForward>(reports.pointsLiability(of));
  const ageing = await all<AgeingMonth>(reports.pointsAgeing(of));
  const breakage = await all<BreakageMonth>(reports.breakage(of));
  const [fund] = await all<{ closing: bigint }>(reports.redemptionFund(of));
  return { rollForward, ageing, breakage, fundE6: fund?.closing ?? 0n };
}
