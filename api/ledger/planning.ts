import { newId } from "#api/kernel/ids.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Book, BurnState, DebtState, LotState } from "#api/ledger/book.ts";
import { balanced, type Line } from "#api/ledger/lines.ts";
import type { Deed, Effects } from "#api/ledger/movements.ts";

/** One entry as planned; its cycle is known only when it is written. */
export type EntryDraft = {
  id: string;
  event: string;
  lines: Line[];
  memberId: string | null;
  burnId: string | null;
  purchaseId: string | null;
  disputeId: string | null;
  /** The cycle of what this entry undoes; null: the cycle it is posted in. */
  originCycleId: string | null;
  /** Set only by netting, which posts into the cycle being closed. */
  cycleId: string | null;
};

export type EntryRefs = Partial<Omit<EntryDraft, "id" | "event" | "lines">>;

export type Merge = { fromMemberId: string; intoMemberId: string };

export type NewPack = {
  id: string;
  partnerId: string;
  points: Points;
  priceE6: MoneyE6;
  boughtAt: Date;
  entryId: string;
};

/** Points taken from a pack, or given back to it (below zero). */
export type Draw = { packId: string; partnerId: string; points: Points; stopPoints: Points | null };

/** Everything one deed will write. */
export type Plan = {
  entries: EntryDraft[];
  newLots: LotState[];
  burns: Set<BurnState>;
  debts: Set<DebtState>;
  merges: Merge[];
  /** Lots blocked, or let go (null). */
  blocks: { lotId: string; blockedAt: Date | null }[];
  packs: NewPack[];
  draws: Draw[];
};

/** A plan that no recipe adds to any more. */
export type FinishedPlan = Plan & { effects: Effects };

/** What a recipe works with: the book as it stands, the deed it serves, and the plan it adds to. */
export type Planning = { book: Book; deed: Deed; plan: Plan };

export const emptyPlan = (): Plan => ({
  entries: [],
  newLots: [],
  burns: new Set(),
  debts: new Set(),
  merges: [],
  blocks: [],
  packs: [],
  draws: [],
});

/** Adds a balanced entry and moves the book along. No lines, no entry. */
export function enter({ book, plan }: Planning, event: string, lines: Line[], refs: EntryRefs = {}): string {
  const id = newId("entry");
  if (lines.length === 0) return id;
  plan.entries.push({
    memberId: null,
    burnId: null,
    purchaseId: null,
    disputeId: null,
    originCycleId: null,
    cycleId: null,
    ...refs,
    id,
    event,
    lines: balanced(lines),
  });
  book.apply(lines);
  return id;
}

/** Puts a new lot with empty buckets on the book; the entry's lines fill it. */
export function addLot(
  { book, plan }: Planning,
  lot: Omit<LotState, "id" | EmptyBucket | "rootLotId"> & { rootLotId?: string },
): LotState {
  const id = newId("lot");
  const state: LotState = {
    pending: 0n,
    available: 0n,
    reserved: 0n,
    expired: 0n,
    clawedBack: 0n,
    ...lot,
    id,
    rootLotId: lot.rootLotId ?? id,
  };
  book.add("lots", state);
  plan.newLots.push(state);
  return state;
}

type EmptyBucket = "pending" | "available" | "reserved" | "expired" | "clawedBack";

/** Points that leave a lot for another place keep issuer, price, pack and origin; expiry and owner may differ. */
export function addChildLot(
  planning: Planning,
  parent: LotState,
  points: bigint,
  differs: Partial<LotState>,
): LotState {
  const { id: _id, pending: _p, available: _a, reserved: _r, expired: _e, clawedBack: _c, ...kept } = parent;
  return addLot(planning, { ...kept, purchaseId: null, ...differs, original: points, parentLotId: parent.id });
}
