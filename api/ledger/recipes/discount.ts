import { type Line, money } from "#api/ledger/lines.ts";
import type { FundedDiscount } from "#api/ledger/movements.ts";
import { enter, type Planning } from "#api/ledger/planning.ts";

/** Dr the POSITION of whoever pays, or the operator's cost / Cr the POSITION of the partner that gave the discount. */
export function fundDiscount(planning: Planning, discount: FundedDiscount): void {
  const { memberId, purchaseId } = discount;
  const lines = paid(discount, 1n, { charge: "DISCOUNT_CHARGE", credit: "DISCOUNT_CREDIT" });
  enter(planning, "DISCOUNT", lines, { memberId, purchaseId });
}

/** The mirror of it, at the amounts that were paid. */
export function returnDiscount(planning: Planning, discount: FundedDiscount): void {
  const { memberId, purchaseId } = discount;
  const lines = paid(discount, -1n, { charge: "RETURN_DISCOUNT_CHARGE", credit: "RETURN_DISCOUNT_CREDIT" });
  const originCycleId = planning.book.purchaseCycles.get(purchaseId) ?? null;
  enter(planning, "DISCOUNT_RETURN", lines, { memberId, purchaseId, originCycleId });
}

type Sections =
  | { charge: "DISCOUNT_CHARGE"; credit: "DISCOUNT_CREDIT" }
  | { charge: "RETURN_DISCOUNT_CHARGE"; credit: "RETURN_DISCOUNT_CREDIT" };

/** Whoever pays itself moves nothing. */
function paid({ payeeId, parts }: FundedDiscount, direction: 1n | -1n, { charge, credit }: Sections): Line[] {
  const others = parts.filter(({ payerId }) => payerId !== payeeId);
  const total = others.reduce((sum, { amountE6 }) => sum + amountE6, 0n);
  const charges = others.flatMap(({ payerId, amountE6 }) =>
    payerId === null
      ? money("OP_DISCOUNT_COST", "", direction * amountE6)
      : money("POSITION", payerId, direction * amountE6, charge),
  );
  return [...charges, ...money("POSITION", payeeId, -direction * total, credit)];
}
