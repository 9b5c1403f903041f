import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { LotState } from "#api/ledger/book.ts";
import { money } from "#api/ledger/lines.ts";
import type { IssueTerms, MovementOf } from "#api/ledger/movements.ts";
import { enter, type Planning } from "#api/ledger/planning.ts";
import { PrepaidPointsExhausted } from "#api/ledger/refusals.ts";

/** Dr POSITION / Cr PREPAID: points bought in advance, settled with the cycle. */
export function buyPack(planning: Planning, { packId, partnerId, points, priceE6 }: MovementOf<"buyPack">): void {
  const paid = points * priceE6;
  const entryId = enter(planning, "PREPAID_PACK", [
    ...money("POSITION", partnerId, paid, "PREPAID_PACKS"),
    ...money("PREPAID", partnerId, -paid),
  ]);
  planning.plan.packs.push({ id: packId, partnerId, points, priceE6, boughtAt: planning.deed.occurredAt, entryId });
}

/** Points out of one pack: their issue price is the pack's. */
export type Drawn = { packId: string; priceE6: MoneyE6; points: Points };

/** Takes points from the issuer's packs, oldest first; refused when too few would be left. */
export function draw(planning: Planning, { issuerId, stopPoints = 0n }: IssueTerms, wanted: Points): Drawn[] {
  const { book, plan } = planning;
  const packs = book.openPacksOf(issuerId);
  const left = packs.reduce((sum, pack) => sum + pack.points - pack.issued, 0n);
  if (left - wanted < stopPoints) throw new PrepaidPointsExhausted(issuerId, left, stopPoints);
  const drawn: Drawn[] = [];
  let open = wanted;
  for (const pack of packs) {
    if (open === 0n) break;
    const room = pack.points - pack.issued;
    const points = room < open ? room : open;
    open -= points;
    book.change(pack, { issued: pack.issued + points });
    plan.draws.push({ packId: pack.id, partnerId: issuerId, points, stopPoints });
    drawn.push({ packId: pack.id, priceE6: pack.priceE6, points });
  }
  return drawn;
}

/** Points that come back unspent can be issued again, from the pack they were taken from. */
export function giveBackToPack({ book, plan }: Planning, lot: LotState, points: Points): void {
  if (lot.packId === null || points === 0n) return;
  const pack = book.pack(lot.packId);
  book.change(pack, { issued: pack.issued - points });
  plan.draws.push({ packId: pack.id, partnerId: lot.issuerId, points: -points, stopPoints: null });
}
