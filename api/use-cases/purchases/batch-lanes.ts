import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { findRedemptions } from "#api/ledger/read/redemptions.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type MemberLookup, resolveMembers } from "#api/use-cases/members/resolve-members.ts";
import type { BatchRow, IndexedRow } from "./submit-batch.ts";

/**
 * Rows that must follow each other: those of one member, in the batch's order. A few queries for the whole batch tell
 * whose each row is; a row of nobody known goes alone and is refused by itself.
 */
export async function lanesOf(deps: Deps, actor: Actor, rows: readonly BatchRow[]): Promise<IndexedRow[][]> {
  const [members, purchases, redemptions] = await Promise.all([
    membersNamed(deps, actor, rows),
    purchasesNamed(deps, actor, rows),
    findRedemptions(
      deps.db,
      rows.flatMap((row) => reservationOf(row) ?? []),
    ),
  ]);
  const sold = new Map<string, string>();
  const lanes = new Map<string, IndexedRow[]>();
  for (const [index, row] of rows.entries()) {
    const member = members.get(row) ?? redemptions.get(reservationOf(row) ?? "")?.memberId;
    const lane = member ?? sold.get(receiptOf(row) ?? "") ?? purchases.get(receiptOf(row) ?? "") ?? `row ${index}`;
    if ("recordPurchase" in row) sold.set(row.recordPurchase.receiptNumber, lane);
    lanes.set(lane, [...(lanes.get(lane) ?? []), { index, row }]);
  }
  return [...lanes.values()];
}

async function membersNamed(deps: Deps, actor: Actor, rows: readonly BatchRow[]): Promise<Map<BatchRow, string>> {
  const named = rows.flatMap((row) => {
    const lookup = memberOf(row, partnerOf(actor));
    return lookup ? [{ row, lookup }] : [];
  });
  const found = await resolveMembers(
    deps,
    actor,
    named.map(({ lookup }) => lookup),
  );
  return new Map(
    named.flatMap(({ row }, at) => {
      const member = found[at];
      return member && "memberId" in member && !(member instanceof Error) ? [[row, member.memberId] as const] : [];
    }),
  );
}

function memberOf(row: BatchRow, ownPartnerId: string | null): MemberLookup | null {
  const input = "recordPurchase" in row ? row.recordPurchase : "redeemPoints" in row ? row.redeemPoints : null;
  if (!input) return null;
  if ("memberId" in input.member) return input.member;
  return { ...input.member, partnerId: input.member.partnerId ?? input.partnerId ?? ownPartnerId };
}

/** Members by purchase id and by receipt number: either is how a return names its purchase. */
async function purchasesNamed({ db }: Deps, actor: Actor, rows: readonly BatchRow[]): Promise<Map<string, string>> {
  const refs = rows.flatMap((row) => ("returnPurchase" in row ? [row.returnPurchase] : []));
  if (refs.length === 0) return new Map();
  const ids = refs.flatMap(({ purchase }) => ("purchaseId" in purchase ? [purchase.purchaseId] : []));
  const receipts = refs.flatMap(({ purchase, partnerId }) => {
    if ("purchaseId" in purchase) return [];
    const soldBy = purchase.partnerId ?? partnerId ?? partnerOf(actor);
    return soldBy ? [{ receiptNumber: purchase.receiptNumber, partnerId: soldBy }] : [];
  });
  const found = await db.purchase.findMany({
    where: { OR: [{ id: { in: ids } }, ...receipts] },
    select: { id: true, receiptNumber: true, memberId: true },
  });
  return new Map(
    found.flatMap(({ id, receiptNumber, memberId }) => [
      [id, memberId],
      [receiptNumber, memberId],
    ]),
  );
}

function receiptOf(row: BatchRow): string | null {
  if (!("returnPurchase" in row)) return null;
  const { purchase } = row.returnPurchase;
  return "purchaseId" in purchase ? purchase.purchaseId : purchase.receiptNumber;
}

function reservationOf(row: BatchRow): string | null {
  if ("capturePoints" in row) return row.capturePoints.reservationId;
  return "releasePoints" in row ? row.releasePoints.reservationId : null;
}
