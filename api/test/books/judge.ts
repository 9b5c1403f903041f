import type { Single } from "#api/test/books/commands.ts";
import {
  BUDGET_POINTS,
  childOf,
  hasLapsed,
  move,
  newLot,
  type PaperBook,
  type PaperLot,
  pay,
  picked,
  repay,
  spendable,
  sum,
  terms,
} from "#api/test/books/paper.ts";
import { moveCash } from "#api/test/books/paper-cash.ts";
import {
  arrive,
  breakage,
  charge,
  drawn,
  giveBackToPack,
  holderOf,
  lapse,
  lotOf,
  makeAvailable,
  notReturnable,
  payDiscount,
  rest,
  restore,
  takeBack,
  unfund,
} from "#api/test/books/paper-moves.ts";

/** A command as it was sent: its time, and the numbers of what it makes or is about. */
export type Sent<Command = Single> = Command extends Single ? Command & { now: number; no: number } : never;
type SentOf<Kind extends Single["kind"]> = Extract<Sent, { kind: Kind }>;

/** What must come of a command, on paper: "done", or a refusal's code and an untouched book. */
export function judge(book: PaperBook, sent: Sent): { book: PaperBook; outcome: string } {
  const next = structuredClone(book);
  const outcome = (rules[sent.kind] as (book: PaperBook, sent: Sent) => string)(next, sent);
  return { book: outcome === "done" ? next : book, outcome };
}

const rules: { [Kind in Single["kind"]]: (book: PaperBook, sent: SentOf<Kind>) => string } = {
  earn(book, { member, issuer, points, pending, valid, receipt, besides, budgeted, now, no }) {
    const dates = {
      maturesAt: pending === null ? null : now + pending,
      expiresAt: valid === null ? null : now + valid,
    };
    const given = { holder: member, issuer, ...dates, purchase: receipt ? no : null };
    const parts = issuer === "E" ? drawn(book, points) : [{ pack: null, points }];
    if (!parts) return "PREPAID_POINTS_EXHAUSTED";
    if (budgeted && book.budget + points > BUDGET_POINTS) return "LIMIT_REACHED";
    if (budgeted) book.budget += points;
    const lots = parts.map(({ pack, points: original }) => {
      const price = pack === null ? undefined : book.packs[pack]?.price;
      return newLot(book, { ...given, original, ...(price ? { pack, rate: price, funded: price } : {}) });
    });
    const give = (given: PaperLot[]) => {
      if (pending === null) arrive(book, given, now);
      else for (const lot of given) lot.pending = lot.original;
    };
    give(lots);
    if (besides) give([newLot(book, { ...given, issuer: besides, original: points })]);
    return "done";
  },

  discount(book, { payer, payee, cents, no }) {
    book.discounts[no] = { payer, payee, left: payer === payee ? 0 : cents, returns: 0 };
    if (payer !== payee) payDiscount(book, { payer, payee }, cents * 10_000);
    return "done";
  },

  undiscount(book, { discount: of, cents }) {
    const discount = book.discounts[of];
    if (!discount) throw new Error(`no discount ${of}`);
    payDiscount(book, discount, -cents * 10_000);
    discount.left -= cents;
    discount.returns += 1;
    return "done";
  },

  spare(book, { points }) {
    book.budget -= points;
    return "done";
  },

  buyPack(book, { points, price }) {
    book.packs.push({ points, issued: 0, price });
    move(book, "POSITION:E", points * price);
    move(book, "PREPAID:E", -points * price);
    return "done";
  },

  credit: (book, { member, points, now }) =>
    arrive(book, [newLot(book, { holder: member, issuer: "OP", original: points })], now),

  mature(book, { member, now }) {
    for (const lot of book.lots.filter(({ holder, pending }) => holder === member && pending > 0)) {
      if (lot.blocked || lot.maturesAt === null || lot.maturesAt > now) continue;
      makeAvailable(book, lot, lot.pending, now);
      lot.pending = 0;
    }
    repay(book, member, now);
    return "done";
  },

  expire(book, { member, now }) {
    for (const lot of book.lots.filter((one) => one.holder === member && one.available > 0 && hasLapsed(one, now))) {
      breakage(book, lot, lapse(book, lot, { available: lot.available }));
    }
    return "done";
  },

  reserve(book, { member, redeemer, points, hold, now, no }) {
    const taken = picked(spendable(book, member, now), points);
    if (sum(taken) < points) return "INSUFFICIENT_POINTS";
    const slices = taken.map((one) => ({
      lot: book.lots.indexOf(one.lot),
      pinned: one.points,
      points: 0,
      restored: 0,
    }));
    for (const one of taken) {
      one.lot.available -= one.points;
      one.lot.reserved += one.points;
    }
    const made = { state: "RESERVED", captured: 0, marginFree: false } as const;
    book.burns[no] = { redeemer, reserved: points, expiresAt: now + hold, slices, ...made };
    return "done";
  },

  redeem(book, { no, ...sent }) {
    const reserved = rules.reserve(book, { ...sent, no, kind: "reserve", hold: 1 });
    return reserved === "done" ? rules.capture(book, { ...sent, no, kind: "capture", burn: no }) : reserved;
  },

  capture(book, { burn: of, points, marginFree, now }) {
    const burn = book.burns[of];
    if (!burn) return "RESERVATION_NOT_FOUND";
    if (burn.state !== "RESERVED") return "RESERVATION_NOT_OPEN";
    if (burn.expiresAt <= now) return "RESERVATION_EXPIRED";
    if (points > burn.reserved) return "EXCEEDS_RESERVATION";
    Object.assign(burn, { state: "CAPTURED", captured: points, marginFree });
    let left = points;
    for (const slice of burn.slices) {
      const lot = lotOf(book, slice.lot);
      slice.points = Math.min(left, slice.pinned);
      left -= slice.points;
      lot.reserved -= slice.pinned;
      rest(lot, slice.pinned - slice.points);
      charge(book, burn, lot, slice.points);
    }
    return "done";
  },

  release(book, { burn: of, grace, now }) {
    const burn = book.burns[of];
    if (!burn) return "RESERVATION_NOT_FOUND";
    if (burn.state !== "RESERVED") return "RESERVATION_NOT_OPEN";
    burn.state = "RELEASED";
    for (const { lot: pinnedTo, pinned } of burn.slices) {
      const lot = lotOf(book, pinnedTo);
      lot.reserved -= pinned;
      const lives = !hasLapsed(lot, now) || grace === null;
      const into = lives ? lot : childOf(book, lot, pinned, { expiresAt: now + grace });
      rest(into, pinned);
    }
    return "done";
  },

  giveBack(book, { burn: of, points, grace, now }) {
    const burn = book.burns[of];
    const refusal = notReturnable(burn, points);
    if (!burn || refusal) return refusal;
    for (const { lot, points: count } of restore(book, burn, points, { grace, now })) charge(book, burn, lot, -count);
    repay(book, holderOf(book, burn), now);
    return "done";
  },

  clawback(book, { purchase, points, of, now }) {
    const bought = book.lots.filter((one) => one.purchase === purchase && one.parent === null);
    const lots = bought.filter(({ issuer }) => of === null || issuer === of);
    let left = points;
    for (const lot of lots) {
      const claim = Math.min(left, lot.original - lot.clawedBack - lot.expired);
      if (claim <= 0) continue;
      left -= claim;
      takeBack(book, lot, claim);
    }
    const [first] = lots;
    if (first) repay(book, first.holder, now);
    return "done";
  },

  debit(book, { lot: of, points }) {
    const lot = lotOf(book, of);
    if (lot.available < points) return "INSUFFICIENT_POINTS";
    lot.available -= points;
    lot.clawedBack += points;
    unfund(book, lot, points);
    giveBackToPack(book, lot, points);
    return "done";
  },

  block(book, { lot: of }) {
    const lot = lotOf(book, of);
    if (lot.blocked) return "done";
    lot.blocked = true;
    lot.pending += lot.available;
    lot.available = 0;
    return "done";
  },

  unblock(book, { lot: of, now }) {
    const lot = lotOf(book, of);
    if (lot.blocked) {
      lot.blocked = false;
      if (lot.availableAt !== null) Object.assign(lot, { available: lot.pending, pending: 0 });
    }
    repay(book, lot.holder, now);
    return "done";
  },

  haircut(book, { lot: of, bps }) {
    const lot = lotOf(book, of);
    const cut = (points: number) => Math.floor((points * bps) / 10_000);
    const value = lapse(book, lot, { pending: cut(lot.pending), available: cut(lot.available) });
    move(book, lot.issuer === "OP" ? "OP_POINTS_COST" : `POSITION:${lot.issuer}`, -value);
    return "done";
  },

  runOff(book, { lot: of }) {
    const lot = lotOf(book, of);
    breakage(book, lot, lapse(book, lot, { pending: lot.pending, available: lot.available }));
    return "done";
  },

  cash(book, { what, partner, cents }) {
    moveCash(book, what, partner, cents * 10_000);
    return "done";
  },

  transfer(book, { member, to, points, now }) {
    const taken = picked(spendable(book, member, now), points);
    if (sum(taken) < points) return "INSUFFICIENT_POINTS";
    const holder = (member + to) % 4;
    for (const one of taken) {
      one.lot.available -= one.points;
      childOf(book, one.lot, one.points, { holder }).available = one.points;
    }
    repay(book, holder, now);
    return "done";
  },

  merge(book, { member, into, now }) {
    const holder = (member + into) % 4;
    for (const one of [...book.lots, ...book.debts]) if (one.holder === member) one.holder = holder;
    repay(book, holder, now);
    return "done";
  },

  fee(book, { partner, cents }) {
    move(book, `POSITION:${partner}`, cents * 10_000);
    move(book, "FEES", -cents * 10_000);
    return "done";
  },

  dispute(book, { burn: of, points, no }) {
    const burn = book.burns[of];
    if (!burn) return "RESERVATION_NOT_FOUND";
    const held = points * terms[burn.redeemer].redeemRate;
    book.disputes[no] = { burn: of, points, held };
    move(book, `POSITION:${burn.redeemer}`, held);
    move(book, `DISPUTE_HOLD:${no}`, -held);
    return "done";
  },

  decide(book, { dispute: of, upheld, grace, now }) {
    const dispute = book.disputes[of];
    const burn = dispute && book.burns[dispute.burn];
    if (!dispute || !burn) return "RESERVATION_NOT_FOUND";
    const refusal = notReturnable(burn, upheld);
    if (refusal) return refusal;
    const { redeemer } = burn;
    const rejected = dispute.held - upheld * terms[redeemer].redeemRate;
    for (const { lot, points } of restore(book, burn, upheld, { grace, now })) {
      pay(book, lot, -points);
      move(book, "MARGIN", points * (lot.rate - terms[redeemer].redeemRate));
    }
    move(book, `DISPUTE_HOLD:${of}`, dispute.held);
    move(book, `POSITION:${redeemer}`, -rejected);
    delete book.disputes[of];
    if (upheld > 0) repay(book, holderOf(book, burn), now);
    return "done";
  },
};
