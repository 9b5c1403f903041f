import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Count, Deed, FundedDiscount, IssueTerms, Movement } from "#api/ledger/movements.ts";
import type { Single } from "#api/test/books/commands.ts";
import type { Sent } from "#api/test/books/judge.ts";
import { lotsAsPosted } from "#api/test/books/lots.ts";
import { BUDGET_POINTS, type Issuer, type PaperBurn, STOP_POINTS, terms } from "#api/test/books/paper.ts";
import { coveredBy, within } from "#api/test/books/paper-cash.ts";
import { MEMBERS, type Play } from "#api/test/books/play.ts";

const start = Date.UTC(2026, 0, 1);
const HOUR_MS = 3_600_000;
export const instant = (hour: number) => new Date(start + hour * HOUR_MS);
const maybeInstant = (now: number, hours: number | null) => (hours === null ? null : instant(now + hours));

/** A few commands are about something that does not exist. */
const UNKNOWN = 29;

/** Gives a command its time and numbers; null when there is nothing yet that it could be about. */
export function send(it: Play, command: Single): Sent | null {
  const when = { now: it.now, no: -1 };
  const one = (ids: readonly string[], nth: number) => (nth >= UNKNOWN ? ids.length : nth % Math.max(ids.length, 1));
  switch (command.kind) {
    case "earn":
      return { ...command, ...when, no: command.receipt ? newPurchase(it, command.member) : -1 };
    case "reserve":
    case "redeem":
      return { ...command, ...when, no: newBurn(it, command.redeemer) };
    case "capture":
    case "release":
    case "giveBack":
      return { ...command, ...when, burn: one(it.burns, command.burn) };
    case "clawback":
      return { ...command, ...when, purchase: one(it.purchases, command.purchase) };
    case "discount":
      return { ...command, ...when, no: newPurchase(it, command.member) };
    case "undiscount":
      return onDiscount(it, { ...command, ...when });
    case "spare": {
      const points = Math.min(command.points, ...it.books.map(({ budget }) => budget));
      return points === 0 ? null : { ...command, ...when, points };
    }
    case "debit":
    case "block":
    case "unblock":
    case "haircut":
    case "runOff":
      return onLot(it, { ...command, ...when });
    case "cash":
      return withinCash(it, { ...command, ...when });
    case "dispute":
      return onDisputable(it, { ...command, ...when });
    case "decide":
      return onOpenDispute(it, { ...command, ...when });
    default:
      return { ...command, ...when };
  }
}

function newPurchase(it: Play, buyer: number): number {
  it.buyers.set(it.purchases.length, buyer);
  return it.purchases.push(newId("purchase")) - 1;
}

function newBurn(it: Play, redeemer: PaperBurn["redeemer"]): number {
  it.redeemers.set(it.burns.length, redeemer);
  return it.burns.push(newId("burn")) - 1;
}

function onDiscount(it: Play, sent: SentOf<"undiscount">): Sent | null {
  const open = Object.entries(it.books[0]?.discounts ?? {}).filter(([, { left }]) => left > 0);
  const [no, discount] = open[sent.discount % Math.max(open.length, 1)] ?? [];
  return discount ? { ...sent, discount: Number(no), cents: Math.min(sent.cents, discount.left) } : null;
}

/** What counts a history's budget. */
export const budgetOf = ({ owner }: Play) => `budget of ${owner}`;

type SentOf<Kind extends Single["kind"]> = Extract<Sent, { kind: Kind }>;

function onLot(it: Play, sent: SentOnLot): Sent | null {
  const count = it.books[0]?.lots.length ?? 0;
  return count === 0 ? null : { ...sent, lot: sent.lot % count };
}

type SentOnLot = SentOf<"debit" | "block" | "unblock" | "haircut" | "runOff">;

function withinCash(it: Play, sent: SentOf<"cash">): Sent | null {
  const [book] = it.books;
  const cents = book ? within(book, sent.what, sent.partner, sent.cents) : 0;
  return cents > 0 ? { ...sent, cents } : null;
}

/** Captured, paid at the redeemer's own rate, and not disputed already. */
function onDisputable(it: Play, sent: SentOf<"dispute">): Sent | null {
  const [book] = it.books;
  const disputed = new Set(Object.values(book?.disputes ?? {}).map(({ burn }) => burn));
  const burns = Object.entries(book?.burns ?? {}).filter(
    ([no, burn]) => burn.state === "CAPTURED" && !burn.marginFree && !disputed.has(Number(no)),
  );
  const [no, burn] = burns[sent.burn % Math.max(burns.length, 1)] ?? [];
  const open = burn?.slices.reduce((total, slice) => total + slice.points - slice.restored, 0) ?? 0;
  if (no === undefined || open === 0) return null;
  const points = Math.min(sent.points, open);
  return { ...sent, burn: Number(no), points, no: it.disputes.push(newId("dispute")) - 1 };
}

function onOpenDispute(it: Play, sent: SentOf<"decide">): Sent | null {
  const open = Object.entries(it.books[0]?.disputes ?? {});
  const [no, dispute] = open[sent.dispute % Math.max(open.length, 1)] ?? [];
  return dispute ? { ...sent, dispute: Number(no), upheld: Math.min(sent.upheld, dispute.points) } : null;
}

export async function deedOf(it: Play, sent: Sent): Promise<Deed> {
  const key = { owner: it.owner, key: newId("deed"), fingerprint: "first" };
  const movements = await movementsOf(it, sent);
  const deed: Deed = {
    kind: sent.kind,
    actor: systemActor,
    ...key,
    occurredAt: instant(sent.now),
    place: null,
    movements,
  };
  return { ...deed, counts: countsOf(it, sent), ...papersOf(it, sent) };
}

function countsOf(it: Play, sent: Sent): Count[] {
  const counter = budgetOf(it);
  if (sent.kind === "spare") return [{ counter, by: BigInt(-sent.points), most: null }];
  if (sent.kind !== "earn" || !sent.budgeted) return [];
  return [{ counter, by: BigInt(sent.points), most: BigInt(BUDGET_POINTS) }];
}

type Papers = Pick<Deed, "place" | "purchase" | "purchaseReturn">;

function papersOf(it: Play, sent: Sent): Partial<Papers> {
  switch (sent.kind) {
    case "earn":
      return sent.receipt
        ? receipt(it, sent, { issuer: sent.issuer, points: sent.besides ? 2 * sent.points : sent.points, fundedE6: 0n })
        : {};
    case "discount": {
      const fundedE6 = sent.payer === sent.payee ? 0n : BigInt(sent.cents) * 10_000n;
      return receipt(it, sent, { issuer: sent.payee, points: 0, fundedE6 });
    }
    case "undiscount":
      return slip(it, sent);
    default:
      return {};
  }
}

type Given = { issuer: Issuer; points: number; fundedE6: bigint };

function receipt(
  { partners, members, purchases }: Play,
  sent: SentOf<"earn" | "discount">,
  { issuer, points, fundedE6 }: Given,
): Papers {
  const paper = {
    receiptNumber: String(sent.no),
    businessDate: "2026-01-01",
    totalE6: 0n,
    paidE6: 0n,
    pointsSpent: 0n,
    fundedE6,
  };
  const who = { id: purchases[sent.no] ?? "", memberId: members[sent.member] ?? "" };
  return {
    place: { partnerId: partners[issuer], locationId: null, terminalId: null },
    purchase: { ...who, ...paper, pointsEarned: BigInt(points), lines: [], payments: [], explanation: {} },
  };
}

function slip(it: Play, { discount, cents, no }: SentOf<"undiscount">): Papers {
  const { payee = "A", returns = 0 } = it.books[0]?.discounts[discount] ?? {};
  const about = { purchaseId: it.purchases[discount] ?? "", memberId: it.members[it.buyers.get(discount) ?? 0] ?? "" };
  const nothing = { amountE6: 0n, paidE6: 0n, last: false, pointsClawed: 0n, pointsRestored: 0n, lines: [] };
  const paper = {
    id: newId("purchaseReturn"),
    seq: returns,
    receiptNumber: `${no}`,
    fundedE6: BigInt(cents) * 10_000n,
  };
  return {
    place: { partnerId: it.partners[payee], locationId: null, terminalId: null },
    purchaseReturn: { ...paper, ...about, ...nothing },
  };
}

function discountOf(it: Play, no: number, payer: "A" | "B" | "C" | "OP", cents: number): FundedDiscount {
  const { partners, members, purchases, buyers } = it;
  const parts = [{ payerId: payer === "OP" ? null : partners[payer], amountE6: BigInt(cents) * 10_000n }];
  return { purchaseId: purchases[no] ?? "", memberId: members[buyers.get(no) ?? 0] ?? "", payeeId: "", parts };
}

async function movementsOf(it: Play, sent: Sent): Promise<Movement[]> {
  const { partners } = it;
  const { now } = sent;
  const memberId = "member" in sent ? (it.members[sent.member] ?? "") : "";
  const points = "points" in sent ? BigInt(sent.points) : 0n;
  const burnId = "burn" in sent ? (it.burns[sent.burn] ?? "brn_none") : "";
  const graceExpiresAt = "grace" in sent ? maybeInstant(now, sent.grace) : null;
  const other = (member: number, by: number) => it.members[(member + by) % MEMBERS] ?? "";
  switch (sent.kind) {
    case "earn": {
      const purchaseId = it.purchases[sent.no] ?? null;
      const dates = { maturesAt: maybeInstant(now, sent.pending), expiresAt: maybeInstant(now, sent.valid) };
      const issuers = [sent.issuer, ...(sent.besides ? [sent.besides] : [])];
      return issuers.map((issuer) => ({
        kind: "earn",
        memberId,
        points,
        terms: termsOf(it, issuer),
        ...dates,
        purchaseId,
      }));
    }
    case "discount":
      return [
        {
          kind: "fundDiscount",
          ...discountOf(it, sent.no, sent.payer, sent.cents),
          payeeId: partners[sent.payee],
        },
      ];
    case "undiscount": {
      const discount = it.books[0]?.discounts[sent.discount];
      if (!discount) throw new Error(`no discount ${sent.discount}`);
      const back = discountOf(it, sent.discount, discount.payer, sent.cents);
      return [{ kind: "returnDiscount", ...back, payeeId: partners[discount.payee] }];
    }
    case "spare":
      return [];
    case "credit":
      return [{ kind: "adjustCredit", memberId, points, terms: termsOf(it, "OP"), expiresAt: null }];
    case "mature":
      return [{ kind: "mature", memberId }];
    case "expire":
      return [{ kind: "expire", memberId, operatorShareBps: sharesOf(it) }];
    case "buyPack":
      return [
        { kind: "buyPack", packId: newId("prepaidPack"), partnerId: partners.E, points, priceE6: BigInt(sent.price) },
      ];
    case "block":
    case "unblock":
      return [{ kind: sent.kind === "block" ? "blockLots" : "unblockLots", ...(await lotNamed(it, sent)) }];
    case "haircut":
      return [{ kind: "haircut", ...(await lotNamed(it, sent)), shareBps: sent.bps }];
    case "runOff":
      return [{ kind: "expire", ...(await lotNamed(it, sent)), operatorShareBps: sharesOf(it) }];
    case "cash":
      return cashOf(it, sent);
    case "reserve":
      return [reserveOf(it, sent, memberId)];
    case "redeem": {
      const burn = sent.no;
      const reserved = reserveOf(it, { ...sent, kind: "reserve", hold: 1 }, memberId);
      return [reserved, captureOf(it, { ...sent, kind: "capture", burn }, it.burns[burn] ?? "")];
    }
    case "capture":
      return [captureOf(it, sent, burnId)];
    case "release":
      return [{ kind: "release", burnId, graceExpiresAt, timedOut: false }];
    case "giveBack":
      return [{ kind: "returnRedemption", burnId, points, graceExpiresAt }];
    case "clawback": {
      const purchaseId = it.purchases[sent.purchase] ?? "pur_none";
      const buyer = it.members[it.buyers.get(sent.purchase) ?? 0] ?? "";
      const issuerId = sent.of === null ? null : partners[sent.of];
      return [{ kind: "clawback", memberId: buyer, purchaseId, points, issuerId }];
    }
    case "debit":
      return [await debitOf(it, sent)];
    case "transfer":
      return [{ kind: "transfer", fromMemberId: memberId, toMemberId: other(sent.member, sent.to), points }];
    case "merge":
      return [{ kind: "merge", fromMemberId: memberId, intoMemberId: other(sent.member, sent.into) }];
    case "fee":
      return [
        {
          kind: "fee",
          cycleId: null,
          fees: [{ partnerId: partners[sent.partner], amountE6: BigInt(sent.cents) * 10_000n }],
        },
      ];
    case "dispute":
      return [
        { kind: "holdDispute", disputeId: it.disputes[sent.no] ?? "", burnId, ...heldFor(it, sent.burn, points) },
      ];
    case "decide":
      return decisionOf(it, sent);
  }
}

const termsOf = ({ partners }: Play, issuer: Issuer): IssueTerms => ({
  issuerId: partners[issuer],
  funding: terms[issuer].model,
  issueRateE6: BigInt(terms[issuer].rate),
  fundedRateE6: BigInt(terms[issuer].funded),
  ...(issuer === "E" ? { stopPoints: BigInt(STOP_POINTS) } : {}),
});

/** The operator has 60 % of everybody's breakage. */
const sharesOf = ({ partners }: Play) => new Map(Object.values(partners).map((id) => [id, 6_000]));

async function lotNamed(it: Play, { lot }: SentOnLot): Promise<{ memberId: string; lotIds: string[] }> {
  const { id, memberId } = (await lotsAsPosted(it))[lot] ?? { id: "", memberId: "" };
  return { memberId, lotIds: [id] };
}

function cashOf(it: Play, { what, partner, cents }: SentOf<"cash">): Movement[] {
  const amountE6 = BigInt(cents) * 10_000n;
  const one = { partnerId: it.partners[partner], amountE6 };
  switch (what) {
    case "receive":
      return [{ kind: "receiptUnmatched", amountE6 }];
    case "return":
      return [{ kind: "receiptReturned", amountE6 }];
    case "lose":
      return [{ kind: "debitUnexplained", amountE6 }];
    case "explain":
      return [{ kind: "debitExplained", as: "BANK_CHARGES", amountE6 }];
    case "secure":
      return [{ kind: "collateralIn", parts: [one] }];
    case "free":
      return [{ kind: "collateralOut", parts: [one] }];
    case "fail":
      return failureOf(it, partner, one);
    case "recover": {
      const layers = [{ account: "DEFAULT_LOSS" as const, ownerId: "", amountE6 }];
      return [{ kind: "recover", partnerId: one.partnerId, uncoveredE6: 0n, layers }];
    }
  }
}

/** What a partner had paid was not its own money: it owes it again, and defaults on it. */
function failureOf(it: Play, partner: Issuer, due: { partnerId: string; amountE6: bigint }): Movement[] {
  const own = BigInt(it.books[0] ? coveredBy(it.books[0], partner, Number(due.amountE6)) : 0);
  const layers = [
    { account: "COLLATERAL" as const, ownerId: due.partnerId, amountE6: own },
    { account: "DEFAULT_LOSS" as const, ownerId: "", amountE6: due.amountE6 - own },
  ];
  return [
    { kind: "receiptUnapplied", ...due },
    { kind: "declareDefault", ...due },
    { kind: "waterfall", partnerId: due.partnerId, layers },
    { kind: "collateralDrawn", amountE6: own },
  ];
}

function reserveOf(it: Play, { redeemer, points, hold, now, no }: SentOf<"reserve">, memberId: string): Movement {
  const burn = { burnId: it.burns[no] ?? "", redeemerId: it.partners[redeemer], purchaseId: null };
  return { kind: "reserve", ...burn, memberId, points: BigInt(points), expiresAt: instant(now + hold) };
}

function captureOf(it: Play, sent: SentOf<"capture">, burnId: string): Movement {
  const redeemer = it.redeemers.get(sent.burn) ?? "A";
  const redeemRateE6 = BigInt(terms[redeemer].redeemRate);
  const onUsPolicy = sent.marginFree ? "MARGIN_FREE" : "FULL";
  return { kind: "capture", burnId, points: BigInt(sent.points), redeemRateE6, onUsPolicy };
}

async function debitOf(it: Play, sent: SentOf<"debit">): Promise<Movement> {
  const { id, memberId } = (await lotsAsPosted(it))[sent.lot] ?? { id: "", memberId: "" };
  return { kind: "adjustDebit", memberId, lotId: id, points: BigInt(sent.points) };
}

function heldFor(it: Play, burn: number, points: bigint) {
  const redeemer = it.redeemers.get(burn) ?? "A";
  return { respondentId: it.partners[redeemer], amountE6: points * BigInt(terms[redeemer].redeemRate) };
}

function decisionOf(it: Play, sent: SentOf<"decide">): Movement[] {
  const dispute = it.books[0]?.disputes[sent.dispute];
  if (!dispute) throw new Error(`no open dispute ${sent.dispute}`);
  const about = { disputeId: it.disputes[sent.dispute] ?? "", burnId: it.burns[dispute.burn] ?? "" };
  const points = BigInt(sent.upheld);
  const rejected = BigInt(dispute.points) - points;
  const graceExpiresAt = maybeInstant(sent.now, sent.grace);
  return [
    ...(points > 0n ? [{ kind: "upholdDispute" as const, ...about, points, issuerId: null, graceExpiresAt }] : []),
    ...(rejected > 0n ? [{ kind: "rejectDispute" as const, ...about, ...heldFor(it, dispute.burn, rejected) }] : []),
  ];
}

/** The dispute's own row, as the use cases keep it beside the books. */
export async function keepDispute(it: Play, sent: Sent): Promise<void> {
  const { db } = it.coalition.database;
  if (sent.kind === "decide") {
    await db.dispute.update({ where: { id: it.disputes[sent.dispute] ?? "" }, data: { state: "RESOLVED" } });
  }
  if (sent.kind !== "dispute") return;
  const { respondentId, amountE6: heldE6 } = heldFor(it, sent.burn, BigInt(sent.points));
  const who = { claimantId: it.partners.A, respondentId, openedBy: "system", openedAt: instant(sent.now) };
  const about = { burnId: it.burns[sent.burn] ?? "", points: BigInt(sent.points), reasonCode: "D21" };
  await db.dispute.create({ data: { id: it.disputes[sent.no] ?? "", ...who, ...about, heldE6, state: "OPEN" } });
}
