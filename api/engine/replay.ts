import type { Campaign } from "./campaign.ts";
import { compile } from "./campaign-set.ts";
import type { Question } from "./evaluate.ts";
import type { Explanation, Known } from "./explanation.ts";
import type { Receipt } from "./purchase.ts";
import type { WindowValue } from "./windows.ts";

/**
 * The question that a stored explanation answered. With the campaigns named in its steps the same bytes come out again;
 * with all that were live then, `evaluateInFull` tells of the others too.
 */
export function questionOf(
  receipt: Omit<Receipt, "coupons" | "given">,
  { contractId, contractVersion, known }: Explanation,
  campaigns: readonly Campaign[],
): Question {
  const { terms, activity, coupons, given } = known;
  return {
    receipt: { ...receipt, coupons, given: given?.map((one) => ({ ...one, amountE6: BigInt(one.amountE6) })) ?? null },
    activity: activity && { kind: activity.kind, amountE6: BigInt(activity.amountE6) },
    member: { ...known.member, windows: windowsOf(known) },
    campaigns: compile(campaigns),
    room: new Map(known.room.map(([counter, left]) => [counter, BigInt(left)])),
    terms: {
      ...terms,
      contractId,
      contractVersion,
      pointValueE6: BigInt(terms.pointValueE6),
      minorUnitE6: BigInt(terms.minorUnitE6),
    },
    place: known.place,
    now: new Date(known.now),
  };
}

function windowsOf({ windows }: Known): Map<string, WindowValue> {
  return new Map(windows.map(([key, value]) => [key, typeof value === "string" ? BigInt(value) : value]));
}
