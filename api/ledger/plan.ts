import type { Book } from "#api/ledger/book.ts";
import type { Deed, Effects, Movement, MovementKind, MovementOf } from "#api/ledger/movements.ts";
import { emptyPlan, type FinishedPlan, type Plan, type Planning } from "#api/ledger/planning.ts";
import * as discount from "#api/ledger/recipes/discount.ts";
import * as dispute from "#api/ledger/recipes/dispute.ts";
import * as issue from "#api/ledger/recipes/issue.ts";
import * as move from "#api/ledger/recipes/move.ts";
import * as prepaid from "#api/ledger/recipes/prepaid.ts";
import * as redeem from "#api/ledger/recipes/redeem.ts";
import * as back from "#api/ledger/recipes/return.ts";
import * as settle from "#api/ledger/recipes/settle.ts";
import * as weak from "#api/ledger/recipes/weak-issuer.ts";

type Recipes = { [Kind in MovementKind]: (planning: Planning, movement: MovementOf<Kind>) => void };

/** One recipe per movement: nothing else in the code builds entries. */
const recipes: Recipes = {
  open: issue.open,
  earn: issue.earn,
  buyPack: prepaid.buyPack,
  mature: issue.mature,
  expire: issue.expire,
  blockLots: weak.blockLots,
  unblockLots: weak.unblockLots,
  haircut: weak.haircut,
  adjustCredit: issue.adjustCredit,
  reserve: redeem.reserve,
  capture: redeem.capture,
  release: redeem.release,
  returnRedemption: back.returnRedemption,
  clawback: back.clawback,
  adjustDebit: back.adjustDebit,
  fundDiscount: discount.fundDiscount,
  returnDiscount: discount.returnDiscount,
  transfer: move.transfer,
  merge: move.merge,
  fee: settle.fee,
  tax: settle.tax,
  correct: settle.correct,
  net: settle.net,
  unnet: settle.unnet,
  payIn: settle.payIn,
  receiptUnmatched: settle.transferred("RECEIPT_UNMATCHED", "BANK_SETTLEMENT", "UNAPPLIED"),
  receiptApplied: settle.transferred("RECEIPT_APPLIED", "UNAPPLIED", "DUE"),
  receiptUnapplied: settle.transferred("RECEIPT_UNAPPLIED", "DUE", "UNAPPLIED"),
  receiptReturned: settle.transferred("RECEIPT_RETURNED", "UNAPPLIED", "BANK_SETTLEMENT"),
  debitUnexplained: settle.transferred("DEBIT_UNEXPLAINED", "UNEXPLAINED", "BANK_SETTLEMENT"),
  debitExplained: settle.debitExplained,
  writeOff: settle.writeOff,
  payOutSent: settle.transferred("PAY_OUT_SENT", "DUE", "IN_TRANSIT"),
  payOutRejected: settle.transferred("PAY_OUT_REJECTED", "IN_TRANSIT", "DUE"),
  payOutBooked: settle.transferred("PAY_OUT_BOOKED", "IN_TRANSIT", "BANK_SETTLEMENT"),
  payOutReturned: settle.transferred("PAY_OUT_RETURNED", "BANK_SETTLEMENT", "DUE"),
  bankCharge: settle.transferred("BANK_CHARGE", "BANK_CHARGES", "BANK_SETTLEMENT"),
  collateralIn: settle.secured("COLLATERAL_IN", "COLLATERAL", 1n),
  lossPoolIn: settle.secured("LOSS_POOL_IN", "LOSS_POOL", 1n),
  collateralOut: settle.secured("COLLATERAL_OUT", "COLLATERAL", -1n),
  lossPoolOut: settle.secured("LOSS_POOL_OUT", "LOSS_POOL", -1n),
  declareDefault: settle.transferred("DEFAULT", "DEFAULTED", "DUE"),
  waterfall: settle.waterfall,
  collateralDrawn: settle.transferred("COLLATERAL_DRAWN", "BANK_SETTLEMENT", "BANK_COLLATERAL"),
  collateralRefilled: settle.transferred("COLLATERAL_REFILLED", "BANK_COLLATERAL", "BANK_SETTLEMENT"),
  recover: settle.recover,
  holdDispute: dispute.holdDispute,
  payClaim: dispute.payClaim,
  upholdDispute: back.upholdDispute,
  rejectDispute: dispute.rejectDispute,
};

/** What a deed will write, on the book as it stands. A refusal leaves the book untouched. */
export function planDeed(book: Book, deed: Deed): FinishedPlan {
  return book.attempt(() => {
    const planning: Planning = { book, deed, plan: emptyPlan() };
    for (const movement of deed.movements) follow(planning, movement);
    return { ...asItStands(planning.plan), effects: effectsOf(book, planning.plan) };
  });
}

/** Later deeds of the batch move the same lots and burns on; if one of them is not posted, this one must not show it. */
function asItStands(plan: Plan): Plan {
  const copies = <State extends object>(states: Iterable<State>) => [...states].map((state) => ({ ...state }));
  const { newLots, burns, debts } = plan;
  return { ...plan, newLots: copies(newLots), burns: new Set(copies(burns)), debts: new Set(copies(debts)) };
}

/** As its entries will tell (read/redemptions.ts). */
function effectsOf(book: Book, { entries }: Plan): Effects {
  const touched = entries.flatMap(({ lines }) =>
    unique(lines.flatMap(({ account, ownerId }) => (IN_WALLETS.has(account) ? ownerId : []))).sort(),
  );
  return {
    burnIds: unique(entries.flatMap(({ burnId }) => burnId ?? [])),
    memberId: entries[0]?.memberId ?? null,
    balances: unique(touched).map((id) => {
      const { memberId, available, pending } = book.wallet(id);
      return { memberId, available, pending };
    }),
  };
}

const IN_WALLETS: ReadonlySet<string> = new Set(["PENDING", "AVAIL", "RESERVED", "DEBT"]);
const unique = (ids: string[]) => [...new Set(ids)];

function follow<Kind extends MovementKind>(planning: Planning, movement: Movement & { kind: Kind }): void {
  const recipe = recipes[movement.kind] as (planning: Planning, movement: Movement) => void;
  recipe(planning, movement);
}
