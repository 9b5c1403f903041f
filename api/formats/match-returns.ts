import type { SourceReceipt } from "#api/formats/source-receipts.ts";

/** A purchase as a later return finds it again. */
export type ReturnablePurchase = { receiptNumber: string; on: string; line: number };

/**
 * Finds the purchase behind each return: same member, same partner, same amount, the nearest before it that no other
 * return has taken. Receipts are shown to it in the order in which they happened. A return that finds none stays
 * unmatched: no purchase is invented for it.
 */
export function returnMatcher(): {
  remember(purchase: SourceReceipt): void;
  match(returned: SourceReceipt): ReturnablePurchase | null;
} {
  const open = new Map<string, ReturnablePurchase[]>();
  return {
    remember(purchase) {
      if (purchase.totalE6 === 0n) return;
      const { receiptNumber, on, rows } = purchase;
      const one = { receiptNumber, on, line: rows[0]?.line ?? 0 };
      const key = keyOf(purchase);
      const known = open.get(key);
      if (known) known.push(one);
      else open.set(key, [one]);
    },
    match: (returned) => open.get(keyOf(returned))?.pop() ?? null,
  };
}

function keyOf({ member, partner, totalE6 }: SourceReceipt): string {
  return [member.value, partner?.name ?? "", totalE6].join("\n");
}
