import type { Explanation } from "#api/engine/explanation.ts";
import type { PaymentPart } from "#api/engine/purchase.ts";
import type { ReturnedLine, SoldLine } from "#api/engine/return.ts";
import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { everyIdOf } from "#api/use-cases/members/one-person.ts";
import { type Granted, grantedOf } from "./granted.ts";
import { explanationOf, paymentsOf, returnedLinesOf, soldLinesOf } from "./stored.ts";

/** A receipt as it was recorded, and what has come back of it since. */
export type RecordedPurchase = {
  id: string;
  deedId: string;
  partnerId: string;
  locationId: string | null;
  terminalId: string | null;
  memberId: string;
  receiptNumber: string;
  /** YYYY-MM-DD */
  businessDate: string;
  occurredAt: Date;
  recordedAt: Date;
  totalE6: MoneyE6;
  paidE6: MoneyE6;
  pointsEarned: Points;
  pointsSpent: Points;
  lines: SoldLine[];
  payments: PaymentPart[];
  /** Of its discounts, what others than the partner pay. */
  fundedE6: MoneyE6;
  explanation: Explanation;
  granted: Granted;
  /** In the order they were recorded. */
  returns: RecordedReturn[];
};

export type RecordedReturn = {
  id: string;
  deedId: string;
  purchaseId: string;
  seq: number;
  partnerId: string;
  terminalId: string | null;
  receiptNumber: string;
  occurredAt: Date;
  amountE6: MoneyE6;
  /** What of it had been paid in money. */
  paidE6: MoneyE6;
  /** Of what others paid for its discounts, what they get back. */
  fundedE6: MoneyE6;
  pointsClawed: Points;
  pointsRestored: Points;
  lines: ReturnedLine[];
};

/** Purchases by id, as far as the actor may see them: a partner its own, a member their own, the operator all. */
export async function findPurchases(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, RecordedPurchase>> {
  const visible = await visiblePurchases(deps, actor);
  if (!visible) return new Map();
  const rows = await deps.db.purchase.findMany({ where: { id: { in: [...ids] }, ...visible }, include: withReturns });
  return new Map(rows.map((row) => [row.id, purchaseOf(row)]));
}

/** Returns by id, where they came back or where the goods were bought. */
export async function findReturns(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, RecordedReturn>> {
  const visible = await visiblePurchases(deps, actor);
  if (!visible) return new Map();
  const own = partnerOf(actor);
  const where = own ? { OR: [{ partnerId: own }, { purchase: visible }] } : { purchase: visible };
  const rows = await deps.db.purchaseReturn.findMany({ where: { id: { in: [...ids] }, ...where } });
  return new Map(rows.map((row) => [row.id, returnOf(row)]));
}

type OfDeed = Omit<Row, "businessDate" | "returns"> & { businessDate: string; isReturned: boolean };

/** Purchases by the deeds that recorded them, for deeds: no viewer is asked. Most were recorded just now: nothing is back. */
export async function purchasesOfDeeds(
  { db }: Deps,
  deedIds: readonly string[],
): Promise<Map<string, RecordedPurchase>> {
  const rows = await db.$queryRaw<OfDeed[]>`
    /* purchases_of_deeds */
    SELECT p.id, p.deed_id AS "deedId", p.partner_id AS "partnerId", p.location_id AS "locationId",
      p.terminal_id AS "terminalId", p.member_id AS "memberId", p.receipt_number AS "receiptNumber",
      p.business_date::text AS "businessDate", p.occurred_at AS "occurredAt", p.recorded_at AS "recordedAt",
      p.total_e6 AS "totalE6", p.paid_e6 AS "paidE6", p.points_earned AS "pointsEarned", p.points_spent AS "pointsSpent",
      p.funded_e6 AS "fundedE6", p.lines, p.payments, p.explanation, p.granted,
      EXISTS (SELECT FROM purchase_return r WHERE r.purchase_id = p.id) AS "isReturned"
    FROM purchase p WHERE p.deed_id = ANY (${[...deedIds]}::text[])`;
  const returned = rows.filter(({ isReturned }) => isReturned).map(({ id }) => id);
  const orderBy = { seq: "asc" } as const;
  const returns =
    returned.length > 0 ? await db.purchaseReturn.findMany({ where: { purchaseId: { in: returned } }, orderBy }) : [];
  const byPurchase = Map.groupBy(returns, ({ purchaseId }) => purchaseId);
  const recorded = rows.map(({ isReturned: _isReturned, businessDate, ...row }) =>
    purchaseOf({ ...row, businessDate: new Date(businessDate), returns: byPurchase.get(row.id) ?? [] }),
  );
  return new Map(recorded.map((purchase) => [purchase.deedId, purchase]));
}

/** The part of all purchases an actor may see, as a filter; null when it may see none. */
export async function visiblePurchases(deps: Deps, actor: Actor): Promise<Visible | null> {
  if (!may(actor, "purchase:read")) return null;
  const partnerId = partnerOf(actor);
  if (partnerId) return { partnerId };
  return actor.kind === "member" ? { memberId: { in: await everyIdOf(deps.db, actor.memberId) } } : {};
}

type Visible = { partnerId?: string; memberId?: { in: string[] } };

export const withReturns = { returns: { orderBy: { seq: "asc" } } } as const;

type Row = Omit<RecordedPurchase, "businessDate" | "lines" | "payments" | "explanation" | "granted" | "returns"> & {
  businessDate: Date;
  lines: unknown;
  payments: unknown;
  explanation: unknown;
  granted: unknown;
  returns: ReturnRow[];
};
type ReturnRow = Omit<RecordedReturn, "lines"> & { lines: unknown };

export function purchaseOf(row: Row): RecordedPurchase {
  return {
    ...row,
    businessDate: row.businessDate.toISOString().slice(0, 10),
    lines: soldLinesOf(row.lines),
    payments: paymentsOf(row.payments),
    explanation: explanationOf(row.explanation),
    granted: grantedOf(row.granted),
    returns: row.returns.map(returnOf),
  };
}

export function returnOf(row: ReturnRow): RecordedReturn {
  return { ...row, lines: returnedLinesOf(row.lines) };
}
