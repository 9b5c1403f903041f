/**
 * The book as one would keep it on paper: small, slow and written apart from the ledger's recipes, so that the two can
 * be held against each other. Time is in hours, points and millionths are plain numbers, lots are numbered as they
 * come. Partner A and B pay when their points are spent, C when they become available, and so does the operator; D pays
 * 40 % of the price then, and E, of which each history has its own, buys its points in packs.
 */
export type Issuer = "A" | "B" | "C" | "D" | "E" | "OP";

/** `funded`: what of the rate is paid when points become available. */
export const terms = {
  A: { model: "ON_BURN", rate: 10_000, funded: 0, redeemRate: 8_500 },
  B: { model: "ON_BURN", rate: 10_500, funded: 0, redeemRate: 8_500 },
  C: { model: "ON_ISSUE", rate: 10_003, funded: 10_003, redeemRate: 9_000 },
  D: { model: "SPLIT", rate: 10_007, funded: 4_002, redeemRate: 0 },
  E: { model: "PREPAID", rate: 0, funded: 0, redeemRate: 0 },
  OP: { model: "ON_ISSUE", rate: 10_000, funded: 10_000, redeemRate: 0 },
} as const;

/** How many points the budget of a history is for. */
export const BUDGET_POINTS = 500;

/** How many points E keeps in its packs. */
export const STOP_POINTS = 10;

export type PaperLot = {
  holder: number;
  issuer: Issuer;
  rate: number;
  funded: number;
  /** Which of E's packs it came from. */
  pack: number | null;
  blocked: boolean;
  original: number;
  pending: number;
  available: number;
  reserved: number;
  expired: number;
  clawedBack: number;
  maturesAt: number | null;
  availableAt: number | null;
  expiresAt: number | null;
  parent: number | null;
  purchase: number | null;
};

export type PaperSlice = { lot: number; pinned: number; points: number; restored: number };

export type PaperBurn = {
  redeemer: "A" | "B" | "C";
  state: "RESERVED" | "CAPTURED" | "RELEASED";
  reserved: number;
  captured: number;
  expiresAt: number;
  marginFree: boolean;
  slices: PaperSlice[];
};

export type PaperPack = { points: number; issued: number; price: number };

export type PaperDebt = { holder: number; lot: number; points: number; recovered: number };

/** What is left of what somebody paid for a discount, and how often some of it came back. */
export type PaperDiscount = { payer: "A" | "B" | "C" | "OP"; payee: "A" | "B" | "C"; left: number; returns: number };

export type PaperBook = {
  lots: PaperLot[];
  burns: Record<number, PaperBurn>;
  debts: PaperDebt[];
  packs: PaperPack[];
  /** Open disputes: what is held for them. */
  disputes: Record<number, { burn: number; points: number; held: number }>;
  /** By purchase. */
  discounts: Record<number, PaperDiscount>;
  /** Points taken from the budget. */
  budget: number;
  /** Money by account and owner, debit positive. */
  money: Record<string, number>;
};

export const emptyPaper = (): PaperBook => ({
  lots: [],
  burns: {},
  debts: [],
  packs: [],
  disputes: {},
  discounts: {},
  budget: 0,
  money: {},
});

export function move(book: PaperBook, account: string, amount: number): void {
  book.money[account] = (book.money[account] ?? 0) + amount;
  if (book.money[account] === 0) delete book.money[account];
}

/** Points of a lot are paid for: its fund what was paid in, the issuer the rest. Below zero: they get it back. */
export function pay(book: PaperBook, { issuer, rate, funded }: PaperLot, points: number): void {
  move(book, `FUND:${issuer}`, points * funded);
  move(book, `POSITION:${issuer}`, points * (rate - funded));
}

/** Where the money of a fund comes from: the operator for its own points, E's packs, or the issuer. */
export const funderOf = ({ issuer, pack }: PaperLot) =>
  issuer === "OP" ? "OP_POINTS_COST" : `${pack === null ? "POSITION" : "PREPAID"}:${issuer}`;

export function newLot(
  book: PaperBook,
  given: Pick<PaperLot, "holder" | "issuer" | "original"> & Partial<PaperLot>,
): PaperLot {
  const empty = { pending: 0, available: 0, reserved: 0, expired: 0, clawedBack: 0 };
  const plain = { maturesAt: null, availableAt: null, expiresAt: null, parent: null, purchase: null };
  const { rate, funded } = terms[given.issuer];
  const price = { rate, funded, pack: null, blocked: false };
  const lot = { ...plain, ...price, ...given, ...empty };
  book.lots.push(lot);
  return lot;
}

/** What leaves a lot for another keeps its issuer; holder and dates may differ. */
export function childOf(book: PaperBook, lot: PaperLot, original: number, differs: Partial<PaperLot>): PaperLot {
  return newLot(book, { ...lot, original, parent: book.lots.indexOf(lot), purchase: null, ...differs });
}

const last = (at: number | null) => at ?? Number.POSITIVE_INFINITY;

export const hasLapsed = (lot: PaperLot, now: number) => last(lot.expiresAt) <= now;

/** Spendable lots of a member: first to expire, then first available, then first made. */
export function spendable(book: PaperBook, holder: number, now: number): PaperLot[] {
  return book.lots
    .filter((lot) => lot.holder === holder && lot.available > 0 && !hasLapsed(lot, now))
    .sort((a, b) => compare(last(a.expiresAt), last(b.expiresAt)) || compare(last(a.availableAt), last(b.availableAt)));
}

const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

/** Up to `wanted` points, lot by lot. */
export function picked(lots: PaperLot[], wanted: number): { lot: PaperLot; points: number }[] {
  let left = wanted;
  return lots.flatMap((lot) => {
    const points = Math.min(left, lot.available);
    left -= points;
    return points > 0 ? [{ lot, points }] : [];
  });
}

export const sum = (parts: { points: number }[]) => parts.reduce((total, { points }) => total + points, 0);

/** Spendable points go to what the member owes, oldest debt first. */
export function repay(book: PaperBook, holder: number, now: number): void {
  for (const debt of book.debts.filter((one) => one.holder === holder && one.recovered < one.points)) {
    const creditor = book.lots[debt.lot];
    if (!creditor) throw new Error(`no lot ${debt.lot}`);
    for (const { lot, points } of picked(spendable(book, holder, now), debt.points - debt.recovered)) {
      lot.available -= points;
      debt.recovered += points;
      pay(book, lot, points);
      move(book, creditor.issuer === "OP" ? "OP_POINTS_COST" : `POSITION:${creditor.issuer}`, -points * creditor.rate);
      move(book, "MARGIN", points * (creditor.rate - lot.rate));
    }
  }
}

export const paidFor = (burn: PaperBurn, lot: PaperLot) =>
  burn.marginFree && lot.issuer === burn.redeemer ? lot.rate : terms[burn.redeemer].redeemRate;

/** The same book always in the same words. */
export function written(book: PaperBook): string {
  return JSON.stringify(book, (_, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
