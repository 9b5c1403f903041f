import { systemActor } from "#api/kernel/actor.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { createClub } from "#api/use-cases/clubs/create-club.ts";
import { joinClub } from "#api/use-cases/clubs/join-club.ts";
import { bookPlace } from "#api/use-cases/member-events/book-place.ts";
import { createMemberEvent, openMemberEvent } from "#api/use-cases/member-events/create-event.ts";
import { proposePlan } from "#api/use-cases/plans/propose-plan.ts";
import { recordPlanPayment } from "#api/use-cases/plans/record-plan-payment.ts";
import { subscribe } from "#api/use-cases/plans/subscribe.ts";
import { putIntoPool } from "#api/use-cases/pools/move-pool-points.ts";
import { openClubPool } from "#api/use-cases/pools/open-club-pool.ts";
import { proposeTierLadder } from "#api/use-cases/tiers/propose-ladder.ts";
import { reviewTiers } from "#api/use-cases/tiers/review-tiers.ts";
import { type Definition, runs, staffOn } from "./campaigns.ts";
import type { Scene } from "./scenes.ts";
import { DAY_MS, HOUR_MS, memberOn, partnerOn, type Stage } from "./stage.ts";
import { named } from "./told.ts";

const at = (stage: Stage, days: number) => new Date(stage.clock.now().getTime() + days * DAY_MS);

/** Tiers with Ana on Silver, a club of Bohdan's and one whose pool she fills, a plan that Maryna pays, and an event with one place left. */
export const privileges: readonly Scene[] = [
  { daysAgo: 26, tell: layTiers },
  { daysAgo: 20, tell: foundClub },
  { daysAgo: 18, tell: offerPlan },
  { daysAgo: 12, tell: fillClubPool },
  { daysAgo: 6, tell: inviteToTasting },
];

async function agree({ deps, office }: Stage, approvalId: string, note: string): Promise<void> {
  await decideApproval(deps, office.finance, { approvalId, decision: "APPROVE", note });
}

async function layTiers(stage: Stage): Promise<void> {
  const { deps, office } = stage;
  const definition = {
    counts: ["POINTS", "TIER_POINTS"],
    period: "ROLLING_YEAR",
    protectionMonths: 1,
    downgrade: "ONE_STEP",
    tiers: [
      { code: "bronze", name: named("Bronze", "Бронза", "Бронза"), from: "0", benefits: [] },
      {
        code: "silver",
        name: named("Silver", "Серебро", "Срэбра"),
        from: "10000",
        benefits: [
          {
            code: "tastings",
            name: named("Tastings and first looks", "Дегустации и закрытые показы", "Дэгустацыі і закрытыя паказы"),
          },
          {
            code: "own-line",
            name: named(
              "A line of your own on the hotline",
              "Своя очередь на горячей линии",
              "Свая чарга на гарачай лініі",
            ),
          },
        ],
      },
      {
        code: "gold",
        name: named("Gold", "Золото", "Золата"),
        from: "40000",
        benefits: [
          {
            code: "host",
            name: named(
              "A host who calls you back",
              "Личный помощник, который перезвонит",
              "Асабісты памочнік, які ператэлефануе",
            ),
          },
          {
            code: "gift-wrap",
            name: named("Gift wrapping everywhere", "Подарочная упаковка везде", "Падарункавая ўпакоўка паўсюль"),
          },
        ],
      },
    ],
  };
  const asked = { definition, reason: "Loyal members should see that we notice", idempotencyKey: stage.key("tiers") };
  const { id } = await proposeTierLadder(deps, office.clerk, asked);
  await agree(stage, id, "Three steps are enough to begin with");
  await reviewTiers(deps, systemActor);
}

const beans = (stage: Stage): Definition => ({
  name: named("Beans for roasters", "Зёрна для обжарщиков", "Зярняты для абсмажвальнікаў"),
  startsAt: at(stage, 0).toISOString(),
  audience: { club: "roasters" },
  rules: [
    {
      label: named("Three times the points on coffee", "Втрое больше баллов за кофе", "Утрая больш балаў за каву"),
      effects: [{ kind: "multiply", times: "3", where: 'line.category == "coffee"' }],
    },
  ],
  limits: [{ unit: "POINTS", most: "10000", scope: "CAMPAIGN", period: "EVER" }],
});

async function foundClub(stage: Stage): Promise<void> {
  const { deps } = stage;
  await createClub(deps, staffOn(stage, "grocer.manager@demo.zgoda"), {
    code: "roasters",
    name: named("The roasters", "Обжарщики", "Абсмажвальнікі"),
    about: named("For those who grind their own", "Для тех, кто мелет сам", "Для тых, хто меле сам"),
    entry: "CODE",
    entryCode: "KAVA-2026",
    idempotencyKey: stage.key("club"),
  });
  await runs(stage, "KALASOK", beans, "The club wants something of its own");
  await joinClub(deps, memberOn(stage, "Bohdan Harbar").actor, { entryCode: "kava-2026" });
}

/** Neighbours put points together for an oven; whoever leaves has back what is left of theirs. */
async function fillClubPool(stage: Stage): Promise<void> {
  const { deps, key } = stage;
  const manager = staffOn(stage, "grocer.manager@demo.zgoda");
  const entryCode = "HLIB-2026";
  const { id: clubId } = await createClub(deps, manager, {
    code: "oven",
    name: named("The village oven", "Деревенская печь", "Вясковая печ"),
    about: named(
      "Bread for the whole street, and an oven to bake it in",
      "Хлеб на всю улицу и печь, чтобы его печь",
      "Хлеб на ўсю вуліцу і печ, каб яго пячы",
    ),
    entry: "CODE",
    entryCode,
    idempotencyKey: key("club"),
  });
  const rule = { monthMost: 100n, onLeaving: "RETURNS" as const };
  const { id: poolId } = await openClubPool(deps, manager, { clubId, ...rule, idempotencyKey: key("club-pool") });
  for (const [name, points] of [
    ["Ana Kavaliova", 250n],
    ["Bohdan Harbar", 120n],
  ] as const) {
    const { actor } = memberOn(stage, name);
    await joinClub(deps, actor, { entryCode });
    await putIntoPool(deps, actor, { poolId, points, idempotencyKey: key("pool") });
  }
}

const everywhere = (stage: Stage): Definition => ({
  name: named("Plus: double points", "Плюс: двойные баллы", "Плюс: падвойныя балы"),
  startsAt: at(stage, 0).toISOString(),
  audience: { plan: "plus" },
  funding: [{ funder: "OPERATOR", bps: 10_000 }],
  rules: [
    {
      label: named(
        "Twice the points at every partner",
        "Вдвое больше баллов у всех партнёров",
        "Удвая больш балаў ва ўсіх партнёраў",
      ),
      effects: [{ kind: "multiply", times: "2" }],
    },
  ],
  limits: [{ unit: "POINTS", most: "200000", scope: "CAMPAIGN", period: "EVER" }],
});

const delivery = (stage: Stage): Definition => ({
  name: named("Plus: free delivery", "Плюс: бесплатная доставка", "Плюс: бясплатная дастаўка"),
  startsAt: at(stage, 0).toISOString(),
  audience: { plan: "plus" },
  rules: [
    {
      label: named("What delivery costs", "Стоимость доставки", "Кошт дастаўкі"),
      effects: [
        { kind: "discount", on: "LINES", where: 'line.category == "delivery"', take: { by: "PERCENT", bps: 10_000 } },
      ],
    },
  ],
  limits: [{ unit: "MONEY", most: "3000", scope: "CAMPAIGN", period: "EVER" }],
});

async function offerPlan(stage: Stage): Promise<void> {
  const { deps, office, key } = stage;
  const { id: approvalId } = await proposePlan(deps, office.clerk, {
    code: "plus",
    name: named("Zgoda Plus", "Згода Плюс", "Згода Плюс"),
    about: named(
      "More of everything at every partner",
      "Больше пользы у каждого партнёра",
      "Больш карысці ў кожнага партнёра",
    ),
    benefits: [
      named("Double points at every partner", "Двойные баллы у всех партнёров", "Падвойныя балы ва ўсіх партнёраў"),
      named("Free delivery from Kalasok", "Бесплатная доставка из «Каласка»", "Бясплатная дастаўка з «Каласка»"),
    ],
    priceE6: 9_900_000n,
    frozenDays: 30,
    afterwards: "EXPIRE",
    reason: "A steady income for what members ask for most",
    idempotencyKey: key("plan"),
  });
  await agree(stage, approvalId, "The price covers the points of two families out of three");
  await runs(stage, "OPERATOR", everywhere, "What the plan promises");
  await runs(stage, "KALASOK", delivery, "Our part of the plan");
  const maryna = memberOn(stage, "Maryna Dudko");
  const plan = await deps.db.plan.findUniqueOrThrow({ where: { approvalId } });
  await subscribe(deps, maryna.actor, { planId: plan.id, idempotencyKey: key("subscription") });
  const [till] = partnerOn(stage, "KALASOK").tills;
  await recordPlanPayment(deps, till.actor, {
    member: { kind: "CARD", value: maryna.card },
    amountE6: 9_900_000n,
    months: 1,
    reference: "KALASOK-MSK-1-000417",
    idempotencyKey: key("payment"),
  });
}

async function inviteToTasting(stage: Stage): Promise<void> {
  const { deps, key } = stage;
  const manager = staffOn(stage, "grocer.manager@demo.zgoda");
  const startsAt = new Date(at(stage, 15).getTime() + 3 * HOUR_MS);
  const { id: memberEventId } = await createMemberEvent(deps, manager, {
    name: named("Cheeses of the Nioman valley", "Сыры долины Нёмана", "Сыры даліны Нёмана"),
    about: named(
      "Twelve cheeses, four makers, and bread from our own oven.",
      "Двенадцать сыров, четыре сыродела и хлеб из нашей печи.",
      "Дванаццаць сыроў, чатыры сыраробы і хлеб з нашай печы.",
    ),
    venue: "Kalasok on Nezalezhnasts, 58 Nezalezhnasts Avenue",
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3 * HOUR_MS),
    places: 3,
    invites: { tiers: [], clubs: ["roasters"], plans: ["plus"], segments: [], benefits: ["tastings"] },
    idempotencyKey: key("event"),
  });
  await openMemberEvent(deps, manager, { memberEventId });
  for (const name of ["Bohdan Harbar", "Maryna Dudko"]) {
    await bookPlace(deps, memberOn(stage, name).actor, { memberEventId, idempotencyKey: key("booking") });
  }
}
