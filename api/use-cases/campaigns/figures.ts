import { z } from "zod";

const whole = z.string().regex(/^-?\d+$/);
const bar = z.object({ from: whole, until: whole.nullable(), count: z.int() });

/** What a campaign cost or would have cost; whole numbers as text, money in millionths. */
export const campaignFigures = z.object({
  receipts: z.int(),
  receiptsHit: z.int(),
  members: z.int(),
  membersReached: z.int(),
  points: whole,
  /** What these points are worth. */
  pointsE6: whole,
  discountE6: whole,
  giftsE6: whole,
  /** Receipts that a limit kept from getting all. */
  limited: z.int(),
  perReceipt: z.array(bar),
  perMember: z.array(bar),
  /** What the campaign really gave on the same receipts, before goods came back. */
  actual: z.object({ receiptsHit: z.int(), points: whole, pointsE6: whole, discountE6: whole, giftsE6: whole }),
});

export type CampaignFigures = z.infer<typeof campaignFigures>;
export type Bar = z.infer<typeof bar>;

/** Bars of 1, 2, 5, 10 … cents, so that small and large costs are seen alike; in millionths. */
export const barEdges: readonly bigint[] = Array.from({ length: 8 }, (_none, power) =>
  [1n, 2n, 5n].map((first) => first * 10n ** BigInt(power + 4)),
).flat();

/** In which bar a cost lies: how many edges it has passed. */
export function barOf(costE6: bigint): number {
  return barEdges.filter((edge) => costE6 >= edge).length;
}

/** Counts by bar as a row of bars, without those that are empty. */
export function barsOf(counts: ReadonlyMap<number, number>): Bar[] {
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([nth, count]) => ({
      from: String(barEdges[nth - 1] ?? 0n),
      until: barEdges[nth] === undefined ? null : String(barEdges[nth]),
      count,
    }));
}
