type Sale = {
  /** Points that a ticket costs. */
  price: number;
  /** Tickets that one person may hold; null: as many as they like. */
  most: number | null;
  held: number;
  /** Points the member can spend. */
  available: number;
};

/** Whether a member can take a ticket for points: not with all that one may hold, and not with too few points. */
export function entryOf({ price, most, held, available }: Sale): "OPEN" | "FULL" | "TOO_FEW" {
  if (most !== null && held >= most) return "FULL";
  return available < price ? "TOO_FEW" : "OPEN";
}
