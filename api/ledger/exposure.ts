import type { Book } from "#api/ledger/book.ts";
import type { Line } from "#api/ledger/lines.ts";
import type { EntryDraft } from "#api/ledger/planning.ts";

export type ExposureChange = {
  partnerId: string;
  positionE6: bigint;
  dueE6: bigint;
  outstandingE6: bigint;
  collateralE6: bigint;
  lossPoolE6: bigint;
  /** Issuing, and paying for a discount, is checked against the limit; nothing else ever is: a member's points are not refused for an issuer's debts. */
  checked: boolean;
};

const issuing = new Set(["EARN", "MATURE"]);

/**
 * What one deed's entries do to each partner's exposure. Outstanding: unspent points at what is still to be paid for
 * them. Issuing counts also where it leaves the exposure as it was: who is over its limit issues no more.
 */
export function exposureChanges(book: Book, entries: readonly EntryDraft[]): ExposureChange[] {
  const changes = new Map<string, ExposureChange>();
  for (const entry of entries) {
    for (const line of entry.lines) {
      const effect = effectOf(book, line);
      if (!effect || (effect.amount === 0n && !issuing.has(entry.event))) continue;
      const change = changes.get(effect.partnerId) ?? noChange(effect.partnerId);
      changes.set(effect.partnerId, {
        ...change,
        [effect.field]: change[effect.field] + effect.amount,
        checked: change.checked || issuing.has(entry.event) || (entry.event === "DISCOUNT" && effect.amount > 0n),
      });
    }
  }
  return [...changes.values()];
}

const noChange = (partnerId: string): ExposureChange => ({
  partnerId,
  positionE6: 0n,
  dueE6: 0n,
  outstandingE6: 0n,
  collateralE6: 0n,
  lossPoolE6: 0n,
  checked: false,
});

type Effect = {
  partnerId: string;
  field: "positionE6" | "dueE6" | "outstandingE6" | "collateralE6" | "lossPoolE6";
  amount: bigint;
};

function effectOf(book: Book, { account, ownerId, amount, lotId }: Line): Effect | null {
  switch (account) {
    case "POSITION":
      return { partnerId: ownerId, field: "positionE6", amount };
    case "DUE":
      return { partnerId: ownerId, field: "dueE6", amount };
    case "COLLATERAL":
      return { partnerId: ownerId, field: "collateralE6", amount: -amount };
    case "LOSS_POOL":
      return { partnerId: ownerId, field: "lossPoolE6", amount: -amount };
    case "PENDING":
    case "AVAIL":
    case "RESERVED": {
      const lot = lotId === null ? null : book.lot(lotId);
      if (!lot) return null;
      const amountE6 = -amount * (lot.issueRateE6 - lot.fundedRateE6);
      return { partnerId: lot.issuerId, field: "outstandingE6", amount: amountE6 };
    }
    default:
      return null;
  }
}
