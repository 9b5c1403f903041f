import type { Points } from "#api/kernel/points.ts";
import type { LotState } from "#api/ledger/book.ts";
import { type Line, movePoints } from "#api/ledger/lines.ts";

/** A member's bucket of one lot. The lot knows whose it is, also after a merge. */
export function bucket<Name extends "PENDING" | "AVAIL" | "RESERVED">(account: Name, lot: LotState) {
  return { account, ownerId: lot.memberId, lotId: lot.id };
}

/** Where points that come back to a lot go: nothing of a blocked one can be spent. */
export const resting = (lot: LotState) => bucket(lot.blockedAt === null ? "AVAIL" : "PENDING", lot);

/** Dr the member's buckets / Cr EXPIRED. */
export function lapse(lot: LotState, { pending, available }: { pending: Points; available: Points }): Line[] {
  const expired = { account: "EXPIRED", ownerId: lot.issuerId, lotId: lot.id } as const;
  return [
    ...(pending > 0n ? movePoints(pending, bucket("PENDING", lot), expired) : []),
    ...(available > 0n ? movePoints(available, bucket("AVAIL", lot), expired) : []),
  ];
}
