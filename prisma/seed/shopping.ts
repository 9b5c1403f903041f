import { luhnDigit } from "#api/kernel/luhn.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import { enrolMember } from "#api/use-cases/members/enrol-member.ts";
import type { PurchaseAnswer } from "#api/use-cases/purchases/answer.ts";
import { quotePurchase } from "#api/use-cases/purchases/quote-purchase.ts";
import { type RecordPurchase, recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import type { Basket, Shop } from "./baskets.ts";
import { codeOf } from "./community.ts";
import type { DemoMember } from "./members.ts";
import { HOUR_MS, partnerOn, type Stage, type StageMember, type Till } from "./stage.ts";

/** Who goes where today, decided before anything is posted: chance must not depend on which answer comes first. */
export type Errand = {
  member: StageMember;
  partner: string;
  till: Till;
  basket: Basket;
  occurredAt: Date;
  receiptNumber: string;
  /** Wants to pay a part with points. */
  spends: boolean;
};

export async function enrol(stage: Stage, demo: DemoMember, day: number): Promise<void> {
  const { deps, members, key } = stage;
  const [till] = partnerOn(stage, demo.partner).tills;
  const number = members.length + 1;
  const digits = `9977${String(number * 7_919).padStart(11, "0")}`;
  const card = digits + luhnDigit(digits);
  const phone = `+37529${String(5_000_000 + number * 1_117)}`;
  const { id } = await enrolMember(deps, till.actor, {
    name: demo.name,
    language: demo.language,
    birthDate: birthDateOf(number),
    identifiers: [{ kind: "PHONE", value: phone }],
    cardNumber: card,
    referralCode: demo.broughtBy ? await codeOf(stage, demo.broughtBy) : null,
    idempotencyKey: key("enrol"),
  });
  members.push({ ...demo, id, card, joinedOn: day, actor: { kind: "member", id, memberId: id } });
}

/** Spread over the year, so that somebody's birthday is always near. */
const birthDateOf = (number: number) =>
  new Date(Date.UTC(1958 + (number % 44), (number * 5) % 12, 1 + ((number * 11) % 28)));

/** The errands of a day, at any of the hours before the tills' receipts come in. */
export function planErrands(stage: Stage, shop: Shop, day: number, counter: Counter): Errand[] {
  const { chance, members } = stage;
  const closingAt = stage.clock.now().getTime();
  return members.flatMap((member) =>
    Object.entries(member.habits).flatMap(([partner, perWeek]) => {
      if (day < member.joinedOn || !chance.happens(perWeek / 7)) return [];
      const till = chance.oneOf(partnerOn(stage, partner).tills);
      const basket = shop(partner, chance);
      const occurredAt = new Date(closingAt - chance.between(1, OPEN_MS / 1_000) * 1_000);
      return [
        {
          member,
          partner,
          till,
          basket,
          occurredAt,
          receiptNumber: counter(till),
          spends: chance.happens(member.spends),
        },
      ];
    }),
  );
}

/** The next receipt number of a till. */
export type Counter = (till: Till) => string;

/** For so long shops are open before that. */
const OPEN_MS = 12 * HOUR_MS;

/** Fewer points than this are not worth asking for. */
const POINTS_WORTH_ASKING = 100n;
/** People keep some for later. */
const POINTS_AT_ONCE_MAX = 1_500n;

/** Null: partner, member or card may not trade just now, so it is a purchase the hub never hears of. */
export async function shopOnce(stage: Stage, errand: Errand): Promise<PurchaseAnswer | null> {
  const input: RecordPurchase = {
    member: { kind: "CARD", value: errand.member.card },
    ...errand.basket,
    occurredAt: errand.occurredAt,
    receiptNumber: errand.receiptNumber,
    idempotencyKey: stage.key("purchase"),
  };
  try {
    const redeem = errand.spends ? await pointsToSpend(stage, errand, input) : null;
    return await recordPurchase(stage.deps, errand.till.actor, redeem ? { ...input, redeem } : input);
  } catch (refusal) {
    if (refusal instanceof Refusal && shutDoors.has(refusal.code)) return null;
    throw refusal;
  }
}

const shutDoors = new Set(["PARTNER_MAY_NOT_ISSUE", "PARTNER_NOT_ACTIVE", "MEMBER_BLOCKED", "CARD_BLOCKED"]);

async function pointsToSpend({ deps }: Stage, { till }: Errand, input: RecordPurchase) {
  const { redeemable, available } = await quotePurchase(deps, till.actor, input);
  const wanted = [redeemable.points, available / 3n, POINTS_AT_ONCE_MAX].reduce((least, one) =>
    one < least ? one : least,
  );
  const points = (wanted / POINTS_WORTH_ASKING) * POINTS_WORTH_ASKING;
  return points > 0n ? { points } : null;
}

/** Goods brought back some days later to where they were bought. */
export type GoingBack = { day: number; errand: Errand; lines: "ALL" | "FIRST" };

export function planReturn({ chance }: Stage, errand: Errand, day: number): GoingBack | null {
  if (!returnable.has(errand.partner) || !chance.happens(0.035)) return null;
  // Most come back within two weeks; some after their cycle was closed and paid.
  const later = chance.happens(0.2) ? chance.between(32, 60) : chance.between(1, 14);
  return { day: day + later, errand, lines: chance.happens(0.5) ? "ALL" : "FIRST" };
}

const returnable = new Set(["KALASOK", "SKARB", "LIPA"]);

export async function bringBack(stage: Stage, { errand, lines }: GoingBack): Promise<void> {
  const { receiptNumber, till, basket } = errand;
  const [first] = basket.lines;
  const part = lines === "FIRST" && first ? { lines: [{ seq: 1, quantityMilli: first.quantityMilli ?? 1_000n }] } : {};
  await returnPurchase(stage.deps, till.actor, {
    purchase: { receiptNumber },
    receiptNumber: `R-${receiptNumber}`,
    ...part,
    idempotencyKey: stage.key("return"),
  });
}

/** A till's own receipt numbers: its code in front, so that they never repeat within a partner. */
export function receiptCounter(): Counter {
  const counts = new Map<string, number>();
  return ({ terminalId }) => {
    const next = (counts.get(terminalId) ?? 0) + 1;
    counts.set(terminalId, next);
    const order = [...counts.keys()].indexOf(terminalId) + 1;
    return `${String(order).padStart(2, "0")}-${String(next).padStart(6, "0")}`;
  };
}
