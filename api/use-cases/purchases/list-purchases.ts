import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { purchaseOf, type RecordedPurchase, visiblePurchases, withReturns } from "./find-purchases.ts";

type Optional<Value> = Value | null | undefined;

export type PurchaseFilter = {
  partnerId?: Optional<string>;
  memberId?: Optional<string>;
  locationId?: Optional<string>;
  receiptNumber?: Optional<string>;
  /** First instant inside. */
  from?: Optional<Date>;
  /** First instant outside. */
  until?: Optional<Date>;
};

/** Receipts the actor may see, newest first. A filter on what it may not see finds nothing. */
export async function listPurchases(
  deps: Deps,
  actor: Actor,
  filter: PurchaseFilter,
  { first, after }: PageArgs,
): Promise<Page<RecordedPurchase>> {
  can(actor, "purchase:read");
  const rows = await deps.db.purchase.findMany({
    where: { AND: [(await visiblePurchases(deps, actor)) ?? {}, asked(filter), olderThan(after)] },
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
    take: first + 1,
    include: withReturns,
  });
  return pageOf(rows.map(purchaseOf), first);
}

/** A row's sort key, as `after` takes it. */
export function purchaseCursor({ occurredAt, id }: { occurredAt: Date; id: string }): string {
  return `${occurredAt.getTime()}_${id}`;
}

function asked({ partnerId, memberId, locationId, receiptNumber, from, until }: PurchaseFilter) {
  return {
    ...(partnerId ? { partnerId } : {}),
    ...(memberId ? { memberId } : {}),
    ...(locationId ? { locationId } : {}),
    ...(receiptNumber ? { receiptNumber } : {}),
    occurredAt: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) },
  };
}

function olderThan(cursor: string | null) {
  const key = /^(\d{1,15})_(.+)$/.exec(cursor ?? "");
  if (!key) return {};
  const occurredAt = new Date(Number(key[1]));
  return { OR: [{ occurredAt: { lt: occurredAt } }, { occurredAt, id: { lt: key[2] ?? "" } }] };
}
