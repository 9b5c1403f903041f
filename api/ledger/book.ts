import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Line } from "#api/ledger/lines.ts";
import type { Funding, OnUsPolicy } from "#api/ledger/movements.ts";

export type WalletState = { memberId: string; version: bigint; pending: Points; available: Points; debt: Points };

export type LotState = {
  id: string;
  memberId: string;
  issuerId: string;
  original: Points;
  pending: Points;
  available: Points;
  reserved: Points;
  expired: Points;
  clawedBack: Points;
  issueRateE6: MoneyE6;
  fundedRateE6: MoneyE6;
  funding: Funding;
  packId: string | null;
  earnedAt: Date;
  maturesAt: Date | null;
  availableAt: Date | null;
  expiresAt: Date | null;
  parentLotId: string | null;
  rootLotId: string;
  purchaseId: string | null;
  blockedAt: Date | null;
  /** The subscription whose plan gave the points. */
  subscriptionId: string | null;
  /** The cycle in which it was earned, of purchases' lots; null: not told, or in this very deed. */
  originCycleId?: string | null;
};

export type SliceState = {
  seq: number;
  lotId: string;
  issuerId: string;
  funding: Funding;
  issueRateE6: MoneyE6;
  fundedRateE6: MoneyE6;
  pinned: Points;
  points: Points;
  restored: Points;
};

export type BurnState = {
  id: string;
  memberId: string;
  redeemerId: string;
  locationId: string | null;
  terminalId: string | null;
  purchaseId: string | null;
  state: "RESERVED" | "CAPTURED" | "RELEASED";
  reserved: Points;
  captured: Points;
  redeemRateE6: MoneyE6 | null;
  onUsPolicy: OnUsPolicy;
  reservedAt: Date;
  expiresAt: Date;
  capturedAt: Date | null;
  cycleId: string | null;
  slices: SliceState[];
};

export type DebtState = {
  id: string;
  memberId: string;
  creditorId: string;
  lotId: string;
  rateE6: MoneyE6;
  points: Points;
  recovered: Points;
  entryId: string;
};

export type PackState = {
  id: string;
  partnerId: string;
  seq: bigint;
  points: Points;
  issued: Points;
  priceE6: MoneyE6;
};

/**
 * What a batch of deeds needs to know, as it stood when it was read, moved along by each deed planned on it.
 * Nothing here decides alone: the wallets' versions are checked when the batch is written.
 */
export class Book {
  readonly operatorId: string;
  readonly wallets = new Map<string, WalletState>();
  readonly lots = new Map<string, LotState>();
  readonly burns = new Map<string, BurnState>();
  readonly debts = new Map<string, DebtState>();
  readonly packs = new Map<string, PackState>();
  /** The cycle in which a purchase gave what a return takes back. */
  readonly purchaseCycles = new Map<string, string>();
  private undo: (() => void)[] = [];

  constructor(operatorId: string) {
    this.operatorId = operatorId;
  }

  wallet(memberId: string): WalletState {
    const wallet = this.wallets.get(memberId);
    if (!wallet) throw new Error(`no wallet was read for ${memberId}`);
    return wallet;
  }

  lot(id: string): LotState {
    const lot = this.lots.get(id);
    if (!lot) throw new Error(`no lot was read for ${id}`);
    return lot;
  }

  pack(id: string): PackState {
    const pack = this.packs.get(id);
    if (!pack) throw new Error(`no pack was read for ${id}`);
    return pack;
  }

  /** A PREPAID issuer's packs that have points left, oldest first. */
  openPacksOf(partnerId: string): PackState[] {
    return [...this.packs.values()]
      .filter((pack) => pack.partnerId === partnerId && pack.issued < pack.points)
      .sort((a, b) => Number(a.seq - b.seq));
  }

  lotsOf(memberId: string): LotState[] {
    return [...this.lots.values()].filter((lot) => lot.memberId === memberId);
  }

  /** Earliest debt first. */
  openDebtsOf(memberId: string): DebtState[] {
    return [...this.debts.values()]
      .filter((debt) => debt.memberId === memberId && debt.recovered < debt.points)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  add<Kind extends "lots" | "burns" | "debts">(kind: Kind, state: { id: string }): void {
    const shelf = this[kind] as Map<string, { id: string }>;
    shelf.set(state.id, state);
    this.undo.push(() => shelf.delete(state.id));
  }

  /** Changes fields of one state, so that a refusal later in the same deed can take it back. */
  change<State extends object>(state: State, fields: Partial<State>): void {
    const before = { ...state };
    this.undo.push(() => Object.assign(state, before));
    Object.assign(state, fields);
  }

  /** Moves lots and wallets as the lines say: credit fills a member's bucket, debit empties it. */
  apply(lines: readonly Line[]): void {
    for (const { account, ownerId, amount, lotId } of lines) {
      if (lotId === null) continue;
      if (account === "DEBT") {
        const wallet = this.wallet(ownerId);
        this.change(wallet, { debt: wallet.debt + amount });
        continue;
      }
      const lot = this.lot(lotId);
      if (account === "PENDING") {
        this.change(lot, { pending: lot.pending - amount });
        const wallet = this.wallet(ownerId);
        this.change(wallet, { pending: wallet.pending - amount });
      }
      if (account === "RESERVED") this.change(lot, { reserved: lot.reserved - amount });
      if (account === "EXPIRED") this.change(lot, { expired: lot.expired - amount });
      if (account === "CLAWBACK") this.change(lot, { clawedBack: lot.clawedBack - amount });
      if (account === "AVAIL") {
        this.change(lot, { available: lot.available - amount });
        const wallet = this.wallet(ownerId);
        this.change(wallet, { available: wallet.available - amount });
      }
    }
  }

  /** Runs one deed's planning; a refusal leaves the book as it was. */
  attempt<Result>(plan: () => Result): Result {
    this.undo = [];
    try {
      return plan();
    } catch (refusal) {
      for (const step of this.undo.reverse()) step();
      throw refusal;
    }
  }
}
