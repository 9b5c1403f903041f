import type { Single } from "#api/test/books/commands.ts";
import {
  childOf,
  hasLapsed,
  move,
  newLot,
  type PaperBook,
  payerOf,
  picked,
  rateOf,
  repay,
  spendable,
  sum,
  terms,
} from "#api/test/books/paper.ts";
import {
  arrive,
  charge,
  holderOf,
  lotOf,
  makeAvailable,
  notReturnable,
  restore,
  takeBack,
  unbill,
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
  earn(book, { member, issuer, points, pending, valid, receipt, now, no }) {
    const dates = {
      maturesAt: pending === null ? null : now + pending,
      expiresAt: valid === null ? null : now + valid,
    };
    const lot = newLot(book, { holder: member, issuer, original: points, ...dates, purchase: receipt ? no : null });
    if (pending === null) return arrive(book, lot, now);
    lot.pending = points;
    return "done";
  },

  credit: (book, { member, points, now }) =>
    arrive(book, newLot(book, { holder: member, issuer: "OP", original: points }), now),

  mature(book, { member, now }) {
    for (const lot of book.lots.filter(({ holder, pending }) => holder === member && pending > 0)) {
      if (lot.maturesAt === null || lot.maturesAt > now) continue;
      makeAvailable(book, lot, lot.pending, now);
      lot.pending = 0;
    }
    repay(book, member, now);
    return "done";
  },

  expire(book, { member, now }) {
    for (const lot of book.lots.filter((one) => one.holder === member && one.available > 0 && hasLapsed(one, now))) {
      const value = lot.available * rateOf(lot);
      const operators = lot.issuer === "OP" ? value : Math.floor((value * 6_000) / 10_000);
      if (terms[lot.issuer].funded) {
        move(book, `FUND:${lot.issuer}`, value);
        move(book, "BREAKAGE", -operators);
        move(book, `POSITION:${lot.issuer}`, operators - value);
      }
      lot.expired += lot.available;
      lot.available = 0;
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
      lot.available += slice.pinned - slice.points;
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
      into.available += pinned;
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

  clawback(book, { purchase, points, now }) {
    const lot = book.lots.find((one) => one.purchase === purchase && one.parent === null);
    if (!lot) return "done";
    const claim = Math.min(points, lot.original - lot.clawedBack - lot.expired);
    if (claim > 0) takeBack(book, lot, claim);
    repay(book, lot.holder, now);
    return "done";
  },

  debit(book, { lot: of, points }) {
    const lot = lotOf(book, of);
    if (lot.available < points) return "INSUFFICIENT_POINTS";
    lot.available -= points;
    lot.clawedBack += points;
    unbill(book, lot, points);
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
      move(book, payerOf(lot), -points * rateOf(lot));
      move(book, "MARGIN", points * (rateOf(lot) - terms[redeemer].redeemRate));
    }
    move(book, `DISPUTE_HOLD:${of}`, dispute.held);
    move(book, `POSITION:${redeemer}`, -rejected);
    delete book.disputes[of];
    if (upheld > 0) repay(book, holderOf(book, burn), now);
    return "done";
  },
};
