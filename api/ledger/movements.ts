import type { Actor } from "#api/kernel/actor.ts";
import type { Json } from "#api/kernel/json-text.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";

/** At whose place something happened. */
export type Place = { partnerId: string; locationId: string | null; terminalId: string | null };

export type Funding = "ON_BURN" | "ON_ISSUE" | "SPLIT" | "PREPAID";
export type OnUsPolicy = "FULL" | "MARGIN_FREE";

/** The issuer's side of new points: who pays for them and at what price; copied into the lot for ever. */
export type IssueTerms = {
  issuerId: string;
  funding: Funding;
  /** PREPAID: what a pack costs now; a lot drawn from a pack carries the pack's own price. */
  issueRateE6: MoneyE6;
  /** What of it is paid when the points become available (issue-terms.ts). */
  fundedRateE6: MoneyE6;
  /** PREPAID: how many points must stay unissued in the packs. */
  stopPoints?: Points;
};

/** What one partner pays or is owed in an entry that names several. */
export type PartnerAmount = { partnerId: string; amountE6: MoneyE6 };

/** `payerId`: null: the operator. */
export type FundedDiscount = {
  purchaseId: string;
  memberId: string;
  payeeId: string;
  parts: readonly { payerId: string | null; amountE6: MoneyE6 }[];
};

/**
 * What can move points or money, one kind per recipe (api/ledger/recipes). A movement says what is meant;
 * the ledger finds lots, attributes issuers and writes the lines.
 */
export type Movement =
  | {
      /** Balances brought into the hub: lots already earned elsewhere. What is in the fund for them comes as bank money. */
      kind: "open";
      lots: (IssueTerms & {
        memberId: string;
        points: Points;
        availableAt: Date;
        expiresAt: Date | null;
      })[];
    }
  | {
      kind: "earn";
      memberId: string;
      points: Points;
      terms: IssueTerms;
      /** Null: spendable at once. */
      maturesAt: Date | null;
      expiresAt: Date | null;
      purchaseId: string | null;
      /** The subscription whose plan gives them, and whose end they follow. */
      subscriptionId?: string | null;
    }
  /** Points bought by a PREPAID issuer, at a price per point; settled with the cycle. */
  | { kind: "buyPack"; packId: string; partnerId: string; points: Points; priceE6: MoneyE6 }
  /** Every pending lot of the member whose time has come at the deed's occurredAt; or exactly the named ones. */
  | { kind: "mature"; memberId: string; lotIds?: string[] }
  /** Sets points aside, FEFO, under the caller's burn id. */
  | {
      kind: "reserve";
      burnId: string;
      memberId: string;
      redeemerId: string;
      points: Points;
      expiresAt: Date;
      purchaseId: string | null;
    }
  /** Takes all or part of a reservation; the rest is released. Rates are locked here. */
  | { kind: "capture"; burnId: string; points: Points; redeemRateE6: MoneyE6; onUsPolicy: OnUsPolicy }
  /** Gives a reservation back: asked for, or because its time ran out. */
  | { kind: "release"; burnId: string; graceExpiresAt: Date | null; timedOut: boolean }
  /** Redeemed points back to the member, last slice first, into their lots (expired lots: a child lot with grace). */
  | { kind: "returnRedemption"; burnId: string; points: Points; graceExpiresAt: Date | null }
  /**
   * Earned points back from the member, from the purchase's lots, of one issuer where it is named; what is spent becomes
   * member debt.
   */
  | { kind: "clawback"; memberId: string; purchaseId: string; points: Points; issuerId?: string | null }
  /** What others pay of a receipt's discounts, to the partner that gave them. */
  | ({ kind: "fundDiscount" } & FundedDiscount)
  /** The same back, for goods that came back. */
  | ({ kind: "returnDiscount" } & FundedDiscount)
  /**
   * Every available lot of the member past its expiry at the deed's occurredAt; or exactly the named ones, pending
   * points too, before their time, when their issuer's run-off is over. Shares are the operator's, by issuer.
   */
  | { kind: "expire"; memberId: string; operatorShareBps: ReadonlyMap<string, number>; lotIds?: string[] }
  /**
   * Points of an issuer that cannot pay for them cannot be spent: they wait in the PENDING bucket, past any date, until
   * their lots are unblocked. Reserved points are let through: they were promised before.
   */
  | { kind: "blockLots"; memberId: string; lotIds: string[] }
  | { kind: "unblockLots"; memberId: string; lotIds: string[] }
  /** A share of what is left in the lots lapses, basis points, rounded down to the point. */
  | { kind: "haircut"; memberId: string; lotIds: string[]; shareBps: number }
  /** Goodwill from the operator: earn at once, paid for by OP_POINTS_COST. */
  | { kind: "adjustCredit"; memberId: string; points: Points; terms: IssueTerms; expiresAt: Date | null }
  | { kind: "adjustDebit"; memberId: string; lotId: string; points: Points }
  /** The first to expire of all that is there; or out of exactly the named lots. */
  | { kind: "transfer"; fromMemberId: string; toMemberId: string; points: Points; lotIds?: string[] }
  | { kind: "merge"; fromMemberId: string; intoMemberId: string }
  /** `cycleId`: the cycle being closed, whose fees are known only when it has ended; null: the open one. */
  | { kind: "fee"; fees: PartnerAmount[]; cycleId: string | null }
  /** Tax on top of sections of the closing cycle; positive: the partner owes it. */
  | { kind: "tax"; cycleId: string; taxes: PartnerAmount[] }
  /** A correction two people agreed on while the cycle was in review; the other side is the operator's account. */
  | { kind: "correct"; cycleId: string; against: "MARGIN" | "FEES" | "TAX"; corrections: PartnerAmount[] }
  /** Positions become dues; amounts are whole minor units, positive: the partner owes. Posts into the closing cycle. */
  | { kind: "net"; cycleId: string; nets: PartnerAmount[] }
  /** The exact mirror of the cycle's NET entry, so that a corrected cycle can be netted again. */
  | { kind: "unnet"; cycleId: string; nets: PartnerAmount[] }
  | { kind: "payIn"; partnerId: string; amountE6: MoneyE6; partial: boolean }
  | { kind: "receiptUnmatched"; amountE6: MoneyE6 }
  | { kind: "receiptApplied"; partnerId: string; amountE6: MoneyE6 }
  /** The match was wrong: the money waits for its owner again, the partner owes again. */
  | { kind: "receiptUnapplied"; partnerId: string; amountE6: MoneyE6 }
  | { kind: "receiptReturned"; amountE6: MoneyE6 }
  /** The bank took money that nothing explains yet: the books follow the bank at once, and ask afterwards. */
  | { kind: "debitUnexplained"; amountE6: MoneyE6 }
  /** What it was: a charge, a pay-out, a receipt that went back. */
  | { kind: "debitExplained"; as: "BANK_CHARGES" | "IN_TRANSIT" | "UNAPPLIED"; amountE6: MoneyE6 }
  /** A difference under the tolerance that two people give up. Positive: the operator loses it. */
  | { kind: "writeOff"; of: "DUE" | "UNAPPLIED" | "UNEXPLAINED"; partnerId: string; amountE6: MoneyE6 }
  | { kind: "payOutSent"; partnerId: string; amountE6: MoneyE6 }
  | { kind: "payOutBooked"; amountE6: MoneyE6 }
  | { kind: "payOutReturned"; partnerId: string; amountE6: MoneyE6 }
  /** The bank refused to carry it out: it is due again. */
  | { kind: "payOutRejected"; partnerId: string; amountE6: MoneyE6 }
  | { kind: "bankCharge"; amountE6: MoneyE6 }
  | { kind: "collateralIn"; parts: PartnerAmount[] }
  | { kind: "lossPoolIn"; parts: PartnerAmount[] }
  /** What was put up goes back to the partners it belongs to. */
  | { kind: "collateralOut"; parts: PartnerAmount[] }
  | { kind: "lossPoolOut"; parts: PartnerAmount[] }
  | { kind: "declareDefault"; partnerId: string; amountE6: MoneyE6 }
  /** `layers` in the order they are used; together they cover the amount. */
  | { kind: "waterfall"; partnerId: string; layers: WaterfallLayer[] }
  /** Cash for the used collateral and loss pool moves to the settlement account. */
  | { kind: "collateralDrawn"; amountE6: MoneyE6 }
  /**
   * A defaulter's late money, out of the receipts without an owner: first to what no layer has covered, then back to
   * the layers that did, in the order given.
   */
  | { kind: "recover"; partnerId: string; uncoveredE6: MoneyE6; layers: WaterfallLayer[] }
  /** Cash for recovered collateral and loss pool goes back to the segregated account. */
  | { kind: "collateralRefilled"; amountE6: MoneyE6 }
  | { kind: "holdDispute"; disputeId: string; burnId: string; respondentId: string; amountE6: MoneyE6 }
  /** A redeemer's claim for money is upheld: it is paid out of the hold, points stay as they are. */
  | { kind: "payClaim"; disputeId: string; burnId: string; claimantId: string; amountE6: MoneyE6 }
  /** Points back to the member's lots, the issuer's charge undone, paid out of the hold. */
  | {
      kind: "upholdDispute";
      disputeId: string;
      burnId: string;
      points: Points;
      /** Only slices of this issuer's points; all slices when the claim is about the whole redemption. */
      issuerId: string | null;
      graceExpiresAt: Date | null;
    }
  | { kind: "rejectDispute"; disputeId: string; burnId: string; respondentId: string; amountE6: MoneyE6 };

export type MovementKind = Movement["kind"];
export type MovementOf<K extends MovementKind> = Extract<Movement, { kind: K }>;

export type WaterfallLayer = {
  account: "COLLATERAL" | "LOSS_POOL" | "DEFAULT_LOSS";
  /** Empty for the operator's own loss. */
  ownerId: string;
  amountE6: MoneyE6;
};

/** A receipt to be stored with the entries it causes. */
export type NewPurchase = {
  id: string;
  memberId: string;
  receiptNumber: string;
  /** YYYY-MM-DD */
  businessDate: string;
  totalE6: MoneyE6;
  paidE6: MoneyE6;
  pointsEarned: Points;
  pointsSpent: Points;
  /** Of its discounts, what others than the partner pay; nothing when absent. */
  fundedE6?: MoneyE6;
  lines: Json;
  payments: Json;
  explanation: Json;
  /** What it caused, whole numbers of any size in it; nothing when absent. */
  granted?: unknown;
};

/** A return to be stored with the entries it causes. `seq`: how many returns of the purchase the caller has seen. */
export type NewPurchaseReturn = {
  id: string;
  purchaseId: string;
  memberId: string;
  seq: number;
  receiptNumber: string;
  amountE6: MoneyE6;
  /** What of it had been paid in money. */
  paidE6: MoneyE6;
  /** Nothing of the purchase is left after it. */
  last: boolean;
  pointsClawed: Points;
  pointsRestored: Points;
  /** Of what others paid for its discounts, what they get back; nothing when absent. */
  fundedE6?: MoneyE6;
  lines: Json;
};

/**
 * What a deed takes of something limited, or gives back (below zero), in whatever the counter counts: points, millionths,
 * times. Taking must not leave the counter above `most`; null: counted only.
 */
export type Count = { counter: string; by: bigint; most: bigint | null };

/**
 * One request's whole effect: all of it is posted, or none. `owner` and `key` make it once for ever;
 * `fingerprint` (kernel/fingerprint.ts) of the caller's input tells a retry from a reuse.
 */
export type Deed = {
  /** The use case's name. */
  kind: string;
  actor: Actor;
  owner: string;
  key: string;
  fingerprint: string;
  businessKey?: string | null;
  /** When it happened, by the till's word. */
  occurredAt: Date;
  place: Place | null;
  reason?: string | null;
  movements: Movement[];
  counts?: readonly Count[];
  purchase?: NewPurchase;
  purchaseReturn?: NewPurchaseReturn;
};

/** A wallet right after a deed: entries keep it, so an old answer can be given again. */
export type BalanceAfter = { memberId: string; available: Points; pending: Points };

/** What a deed did to wallets and redemptions. */
export type Effects = {
  burnIds: string[];
  /** Whose points the deed was about. */
  memberId: string | null;
  balances: BalanceAfter[];
};

/** What a deed did. A replay answers with the first deed's id; what that did is read then (read/redemptions.ts). */
export type Posted =
  | { deedId: string; replayed: false; postedAt: Date; effects: Effects }
  | { deedId: string; replayed: true };

/** The one door. Throws the refusals of `refusals.ts`; after any other error the key tells the outcome. */
export type Ledger = {
  post(deed: Deed): Promise<Posted>;
  /** The first effect of a key, before anything is decided: null when the key is new; refuses a reused key. */
  findDeed(owner: string, key: string, fingerprint: string): Promise<Posted | null>;
  /** Waits until nothing is in flight; afterwards post refuses. */
  close(): Promise<void>;
};
