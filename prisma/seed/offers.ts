import { systemActor } from "#api/kernel/actor.ts";
import { generateCoupons } from "#api/use-cases/coupons/ask-for-codes.ts";
import { draftCouponPool } from "#api/use-cases/coupons/author-pool.ts";
import { giveCoupon } from "#api/use-cases/coupons/give-coupon.ts";
import { makeCoupons } from "#api/use-cases/coupons/make-coupons.ts";
import { transferCoupon } from "#api/use-cases/coupons/transfer-coupon.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { draftGift, draftStampCard } from "#api/use-cases/gifts/author.ts";
import { draftOffer } from "#api/use-cases/offers/author-offer.ts";
import { makeOffers } from "#api/use-cases/offers/make-offers.ts";
import { publishOffering } from "#api/use-cases/offers/offerings.ts";
import { activateOffer, seeOffers } from "#api/use-cases/offers/take-offer.ts";
import type { LineInput } from "#api/use-cases/purchases/receipt.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { basketOf } from "./baskets.ts";
import { type Definition, runs, staffOn } from "./campaigns.ts";
import type { Scene } from "./scenes.ts";
import { DAY_MS, memberOn, partnerOn, type Stage } from "./stage.ts";
import { named } from "./told.ts";

const at = (stage: Stage, days: number) => new Date(stage.clock.now().getTime() + days * DAY_MS);

/** Stamps, coupons, a gift and offers of the last weeks: what the grocer and the coalition put there, and what Ana has of it. */
export const offers: readonly Scene[] = [
  { daysAgo: 19, tell: laySixthCoffee },
  { daysAgo: 18, tell: layCoupons },
  { daysAgo: 16, tell: (stage) => drinks(stage, 1) },
  { daysAgo: 11, tell: (stage) => drinks(stage, 2) },
  { daysAgo: 9, tell: layPromoCode },
  { daysAgo: 9, tell: passCoupon },
  { daysAgo: 8, tell: showCoupon },
  { daysAgo: 7, tell: showPromoCode },
  { daysAgo: 4, tell: layOffers },
  { daysAgo: 1, tell: ({ deps }) => followReceipts(deps, systemActor) },
];

const cup: LineInput = { sku: "CUP", name: "Coffee to go", category: "coffee to go", amountE6: 4_500_000n };
const isCup = 'line.category == "coffee to go"';
const cups = 'receipt.lines.filter(l, l.category == "coffee to go").map(l, l.pieces).sum()';

const sixthCoffee = (stage: Stage): Definition => ({
  name: named("Every sixth coffee free", "Каждый шестой кофе бесплатно", "Кожная шостая кава бясплатна"),
  startsAt: at(stage, 0).toISOString(),
  rules: [
    {
      label: named("The cheapest cup of the sixth", "Самая дешёвая чашка из шести", "Самы танны кубак з шасці"),
      conditions: [
        {
          label: named("Coffee to go is on the receipt", "В чеке есть кофе с собой", "У чэку ёсць кава з сабой"),
          expression: 'receipt.lines.exists(l, l.category == "coffee to go")',
        },
      ],
      effects: [
        {
          kind: "cheapest",
          where: isCup,
          count: `(stamps("coffee") + ${cups}) / 6`,
          take: { by: "PERCENT", bps: 10_000 },
        },
      ],
    },
    {
      label: named("A stamp for each cup", "Отметка за каждую чашку", "Адзнака за кожны кубак"),
      effects: [
        { kind: "stamp", card: "coffee", size: 6, on: "LINES", where: isCup, give: { by: "FIXED", number: "1" } },
      ],
    },
  ],
  limits: [{ unit: "MONEY", most: "2000", scope: "CAMPAIGN", period: "EVER" }],
});

async function laySixthCoffee(stage: Stage): Promise<void> {
  const { deps } = stage;
  const manager = staffOn(stage, "grocer.manager@demo.zgoda");
  const card = await draftStampCard(deps, manager, {
    code: "coffee",
    name: named("Coffee card", "Кофейная карта", "Кававая картка"),
    terms: named(
      "Every sixth coffee to go is free, the cheapest on the receipt.",
      "Каждый шестой кофе с собой бесплатно, самый дешёвый в чеке.",
      "Кожная шостая кава з сабой бясплатна, самая танная ў чэку.",
    ),
    symbol: "COFFEE",
    size: 6,
    idempotencyKey: stage.key("card"),
  });
  const gift = await draftGift(deps, manager, {
    code: "harvest-basket",
    name: named("Harvest basket", "Корзина урожая", "Кошык ураджаю"),
    terms: named(
      "For a receipt over 300.00, while there are some left.",
      "За чек больше 300,00, пока есть в наличии.",
      "За чэк больш за 300,00, пакуль ёсць у наяўнасці.",
    ),
    symbol: "BASKET",
    stock: 40n,
    idempotencyKey: stage.key("gift"),
  });
  for (const { id } of [card, gift]) await publishOffering(deps, manager, { offeringId: id });
  await runs(stage, "KALASOK", sixthCoffee, "The coffee corner is new");
  await runs(stage, "KALASOK", harvest, "Forty baskets are packed");
}

const harvest = (stage: Stage): Definition => ({
  name: named("Harvest basket", "Корзина урожая", "Кошык ураджаю"),
  startsAt: at(stage, 0).toISOString(),
  rules: [
    {
      label: named("A basket for a large receipt", "Корзина за большой чек", "Кошык за вялікі чэк"),
      conditions: [
        {
          label: named("The receipt is over 300.00", "Чек больше 300,00", "Чэк больш за 300,00"),
          expression: "receipt.total > 300.00",
        },
      ],
      effects: [{ kind: "gift", gift: "harvest-basket", worth: "12.00" }],
    },
  ],
  limits: [{ unit: "MONEY", most: "480", scope: "CAMPAIGN", period: "EVER" }],
});

/** 4 of 6 in two visits. */
async function drinks(stage: Stage, nth: number): Promise<void> {
  await buys(stage, { member: "Ana Kavaliova", receiptNumber: `CUPS-${nth}`, lines: [cup, { ...cup, seq: 2 }] });
}

type Buying = { member: string; receiptNumber: string; lines: readonly LineInput[]; coupons?: readonly string[] };

async function buys(stage: Stage, { member, receiptNumber, lines, coupons = [] }: Buying): Promise<void> {
  const [till] = partnerOn(stage, "KALASOK").tills;
  await recordPurchase(stage.deps, till.actor, {
    member: { kind: "CARD", value: memberOn(stage, member).card },
    ...basketOf(lines),
    coupons,
    receiptNumber,
    idempotencyKey: stage.key("purchase"),
  });
}

const couponPoints = (stage: Stage): Definition => ({
  name: named("Autumn coupon", "Осенний купон", "Асенні купон"),
  startsAt: at(stage, 0).toISOString(),
  rules: [withCoupon("autumn", "200")],
  limits: [{ unit: "POINTS", most: "40000", scope: "CAMPAIGN", period: "EVER" }],
});

const withCoupon = (pool: string, number: string): Definition["rules"][number] => ({
  label: named("Points for the coupon", "Баллы за купон", "Балы за купон"),
  coupon: pool,
  conditions: [
    {
      label: named("The receipt is 15.00 or more", "Чек от 15,00", "Чэк ад 15,00"),
      expression: "receipt.total >= 15.00",
    },
  ],
  effects: [{ kind: "points", give: { by: "FIXED", number } }],
});

/** A pool with codes; two of them are Ana's, one is Maryna's. */
async function layCoupons(stage: Stage): Promise<void> {
  const { deps } = stage;
  const manager = staffOn(stage, "grocer.manager@demo.zgoda");
  const pool = await draftCouponPool(deps, manager, {
    code: "autumn",
    name: named("200 points with a coupon", "200 баллов по купону", "200 балаў па купоне"),
    terms: named("On a receipt of 15.00 or more.", "При чеке от 15,00.", "Пры чэку ад 15,00."),
    symbol: "PERCENT",
    validFrom: stage.clock.now(),
    validUntil: at(stage, 60),
    transferable: true,
    idempotencyKey: stage.key("pool"),
  });
  await publishOffering(deps, manager, { offeringId: pool.id });
  await runs(stage, "KALASOK", couponPoints, "Printed on the autumn leaflet");
  const asked = { couponPoolId: pool.id, count: 120, idempotencyKey: stage.key("codes") };
  const { id: couponRunId } = await generateCoupons(deps, manager, asked);
  await makeCoupons(deps, { couponRunId });
  const member = { memberId: memberOn(stage, "Ana Kavaliova").id };
  for (const nth of [1, 2]) {
    const given = { couponPoolId: pool.id, member, idempotencyKey: stage.key("coupon") };
    stage.remembered.set(`coupon ${nth}`, (await giveCoupon(deps, manager, given)).code ?? "");
  }
  const toMaryna = { couponPoolId: pool.id, member: { memberId: memberOn(stage, "Maryna Dudko").id } };
  const hers = await giveCoupon(deps, manager, { ...toMaryna, idempotencyKey: stage.key("coupon") });
  stage.remembered.set("coupon of Maryna", hers.id);
}

/** Maryna is away: her coupon is Ana's now. */
async function passCoupon(stage: Stage): Promise<void> {
  const couponId = stage.remembered.get("coupon of Maryna") ?? "";
  const to = { kind: "CARD" as const, value: memberOn(stage, "Ana Kavaliova").card };
  const { actor } = memberOn(stage, "Maryna Dudko");
  await transferCoupon(stage.deps, actor, { couponId, to, idempotencyKey: stage.key("transfer") });
}

async function showCoupon(stage: Stage): Promise<void> {
  const code = stage.remembered.get("coupon 1") ?? "";
  const beans: LineInput = { sku: "BEANS-1", name: "Coffee beans, 1 kg", category: "coffee", amountE6: 32_900_000n };
  await buys(stage, { member: "Ana Kavaliova", receiptNumber: "COUPON-1", lines: [beans], coupons: [code] });
}

const hello = (stage: Stage): Definition => ({
  name: named("Hello, autumn", "Здравствуй, осень", "Вітай, восень"),
  startsAt: at(stage, 0).toISOString(),
  rules: [withCoupon("hello", "100")],
  funding: [{ funder: "OPERATOR", bps: 10_000 }],
  limits: [{ unit: "POINTS", most: "10000", scope: "CAMPAIGN", period: "EVER" }],
});

/** The coalition's own: one word for everybody, a hundred times in all, once each. */
async function layPromoCode(stage: Stage): Promise<void> {
  const { clerk } = stage.office;
  const pool = await draftCouponPool(stage.deps, clerk, {
    code: "hello",
    name: named("100 points: VOSIEN", "100 баллов: VOSIEN", "100 балаў: VOSIEN"),
    terms: named(
      "Once for each member, on a receipt of 15.00 or more, at any partner.",
      "Один раз для каждого, при чеке от 15,00, у любого партнёра.",
      "Адзін раз для кожнага, пры чэку ад 15,00, у любога партнёра.",
    ),
    symbol: "STAR",
    validFrom: stage.clock.now(),
    promoCode: "VOSIEN",
    usesMax: 100n,
    usesPerMember: 1n,
    idempotencyKey: stage.key("pool"),
  });
  await publishOffering(stage.deps, clerk, { offeringId: pool.id });
  await runs(stage, "OPERATOR", hello, "For the radio");
}

async function showPromoCode(stage: Stage): Promise<void> {
  const tea: LineInput = { sku: "TEA", name: "Lime tea", category: "groceries", amountE6: 18_000_000n };
  for (const [nth, member] of ["Bohdan Harbar", "Maryna Dudko"].entries()) {
    await buys(stage, { member, receiptNumber: `PROMO-${nth}`, lines: [tea], coupons: ["VOSIEN"] });
  }
}

const bakery = (stage: Stage): Definition => ({
  name: named("Triple points on bread", "Тройные баллы за хлеб", "Патройныя балы за хлеб"),
  startsAt: at(stage, 0).toISOString(),
  rules: [
    {
      label: named("Three times on bread", "Втрое за хлеб", "Утрая за хлеб"),
      conditions: [
        {
          label: named("Activated the offer", "Предложение включено", "Прапанова ўключана"),
          expression: '"bread" in member.offers',
        },
      ],
      effects: [{ kind: "multiply", times: "3", where: 'line.category == "bakery"' }],
    },
  ],
  limits: [{ unit: "POINTS", most: "5000", scope: "CAMPAIGN", period: "EVER" }],
});

/** Ana has one to activate; the others have looked at theirs, and some activated it. */
async function layOffers(stage: Stage): Promise<void> {
  const { deps } = stage;
  const manager = staffOn(stage, "grocer.manager@demo.zgoda");
  const versionId = await runs(stage, "KALASOK", bakery, "Ovens are new in Uruccha");
  const { campaignId } = await deps.db.campaignVersion.findUniqueOrThrow({ where: { id: versionId } });
  const invited = ["Ana Kavaliova", "Bohdan Harbar", "Maryna Dudko", "Volha Sidarovich"].map((name) =>
    memberOn(stage, name),
  );
  const offer = await draftOffer(deps, manager, {
    code: "bread",
    name: named("Fresh from the oven", "Прямо из печи", "Проста з печы"),
    terms: named(
      "Three times the points on bread and cakes for two weeks.",
      "Втрое больше баллов за хлеб и выпечку две недели.",
      "Утрая больш балаў за хлеб і выпечку два тыдні.",
    ),
    symbol: "BREAD",
    category: "groceries",
    campaignId,
    audience: "MEMBERS",
    members: await knownToGrocer(stage, invited),
    controlBps: 0,
    lastsDays: 14,
    validFrom: stage.clock.now(),
    validUntil: at(stage, 30),
    idempotencyKey: stage.key("offer"),
  });
  await publishOffering(deps, manager, { offeringId: offer.id });
  await makeOffers(deps, { offerId: offer.id });
  for (const { id: memberId, actor } of invited.slice(1)) {
    const own = await deps.db.personalOffer.findFirst({ where: { offerId: offer.id, memberId } });
    if (!own) continue;
    await seeOffers(deps, actor, { personalOfferIds: [own.id] });
    if (memberId === invited[1]?.id) await activateOffer(deps, actor, { personalOfferId: own.id });
  }
}

/** A partner offers to those it has served. */
async function knownToGrocer(stage: Stage, members: readonly { id: string }[]): Promise<string[]> {
  const partnerId = partnerOn(stage, "KALASOK").id;
  const ids = members.map(({ id }) => id);
  const served = await stage.deps.db.purchase.findMany({
    where: { partnerId, memberId: { in: ids } },
    distinct: ["memberId"],
    select: { memberId: true },
  });
  return served.map(({ memberId }) => memberId);
}
