import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { PaymentFile, PaymentInstruction, PaymentKind, PaymentState } from "#api/sql/rows.ts";
import { may } from "#api/use-cases/can.ts";
import { isOn, sideOf } from "#api/use-cases/cycles/side.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { gathered } from "#api/use-cases/partners/find-inside.ts";
import { isOwed } from "#api/use-cases/payments/owed-payment.ts";

/** Payments by id; partners have only their own. */
export async function findPayments(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, PaymentInstruction>> {
  const side = sideOf(actor, "payment:read");
  if (!side) return new Map();
  const rows = await deps.db.paymentInstruction.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.filter(({ partnerId }) => isOn(side, partnerId)).map((row) => [row.id, row]));
}

/** The payments of obligations, the first attempt first. */
export async function findPaymentsOf(
  deps: Deps,
  actor: Actor,
  obligationIds: readonly string[],
): Promise<Map<string, PaymentInstruction[]>> {
  const side = sideOf(actor, "payment:read");
  if (!side) return new Map();
  const rows = await deps.db.paymentInstruction.findMany({
    where: { obligationId: { in: [...obligationIds] } },
    orderBy: { id: "asc" },
  });
  const own = rows.filter(isOwed).filter(({ partnerId }) => isOn(side, partnerId));
  return gathered(obligationIds, own, ({ obligationId }) => obligationId);
}

export type PaymentFilter = {
  cycleId?: string | null | undefined;
  partnerId?: string | null | undefined;
  kind?: PaymentKind | null | undefined;
  states?: readonly PaymentState[] | null | undefined;
};

/** Payments, the newest first; partners have only their own. The cursor is the id. */
export async function listPayments(
  deps: Deps,
  actor: Actor,
  filter: PaymentFilter,
  { first, after }: PageArgs,
): Promise<Page<PaymentInstruction>> {
  const side = sideOf(actor, "payment:read");
  if (!side) return { rows: [], hasNextPage: false };
  const { cycleId, partnerId, kind, states } = filter;
  const rows = await deps.db.paymentInstruction.findMany({
    where: {
      AND: [
        side.partnerId === null ? {} : { partnerId: side.partnerId },
        cycleId ? { cycleId } : {},
        partnerId ? { partnerId } : {},
        kind ? { kind } : {},
        states ? { state: { in: [...states] } } : {},
        after === null ? {} : { id: { lt: after } },
      ],
    },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** How far a cycle's money has come: per direction and state, how many payments and how much. */
export type PaymentProgress = {
  cycleId: string;
  kind: PaymentKind;
  state: PaymentState;
  count: number;
  amountE6: MoneyE6;
  receivedE6: MoneyE6;
};

/** The operator's only. */
export async function readPaymentProgress(
  deps: Deps,
  actor: Actor,
  cycleIds: readonly string[],
): Promise<Map<string, PaymentProgress[]>> {
  const side = sideOf(actor, "payment:read");
  if (!side || side.partnerId !== null) return new Map();
  const groups = await deps.db.paymentInstruction.groupBy({
    by: ["cycleId", "kind", "state"],
    where: { cycleId: { in: [...cycleIds] } },
    _count: { _all: true },
    _sum: { amountE6: true, receivedE6: true },
    orderBy: [{ kind: "asc" }, { state: "asc" }],
  });
  const rows = groups.map(({ cycleId: of, kind, state, _count, _sum }) => ({
    cycleId: of ?? "",
    kind,
    state,
    count: _count._all,
    amountE6: _sum.amountE6 ?? 0n,
    receivedE6: _sum.receivedE6 ?? 0n,
  }));
  return gathered(cycleIds, rows, ({ cycleId }) => cycleId);
}

/** Files given to the bank, by id; the operator's only. */
export async function findPaymentFiles(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, PaymentFile>> {
  if (!may(actor, "bank:read")) return new Map();
  const rows = await deps.db.paymentFile.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Files given to the bank for cycles, the first first. */
export async function findPaymentFilesOf(
  deps: Deps,
  actor: Actor,
  cycleIds: readonly string[],
): Promise<Map<string, PaymentFile[]>> {
  if (!may(actor, "bank:read")) return new Map();
  const rows = await deps.db.paymentFile.findMany({
    where: { cycleId: { in: [...cycleIds] } },
    orderBy: { id: "asc" },
  });
  return gathered(cycleIds, rows, ({ cycleId }) => cycleId ?? "");
}

/** Files of what goes back to payers, the newest first; the operator's only. The cursor is the id. */
export async function listReturnFiles(
  deps: Deps,
  actor: Actor,
  { first, after }: PageArgs,
): Promise<Page<PaymentFile>> {
  if (!may(actor, "bank:read")) return { rows: [], hasNextPage: false };
  const rows = await deps.db.paymentFile.findMany({
    where: { cycleId: null, ...(after === null ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** The payments that send receipts back, by the receipt's item, the first attempt first; the operator's only. */
export async function findReturnsOf(
  deps: Deps,
  actor: Actor,
  itemIds: readonly string[],
): Promise<Map<string, PaymentInstruction[]>> {
  const side = sideOf(actor, "payment:read");
  if (!side || side.partnerId !== null) return new Map();
  const rows = await deps.db.paymentInstruction.findMany({
    where: { receiptItemId: { in: [...itemIds] } },
    orderBy: { id: "asc" },
  });
  return gathered(itemIds, rows, ({ receiptItemId }) => receiptItemId ?? "");
}
