import type { ReconItem } from "#api/sql/rows.ts";
import type { DisputeReason } from "#api/use-cases/disputes/reasons.ts";

/** The reason that a kind of break suggests for a dispute. What the hub lacks has no redemption to dispute. */
const reasons: Partial<Record<NonNullable<ReconItem["kind"]>, DisputeReason>> = {
  POINTS_DIFF: "D21",
  AMOUNT_DIFF: "D21",
  STATUS_DIFF: "D40",
  DUPLICATE: "D20",
};

/** Null where only a correction or sending again helps. */
export function suggestedReason({ kind, event, hubRef }: ReconItem): DisputeReason | null {
  const isAboutRedemption = event === "REDEMPTION" || event === "RETURN";
  return kind && hubRef && isAboutRedemption ? (reasons[kind] ?? null) : null;
}
