import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { createActivityKind } from "#api/use-cases/activities/kinds.ts";
import { recordActivity } from "#api/use-cases/activities/record-activity.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { draftChallenge } from "#api/use-cases/challenges/author-challenge.ts";
import { submitChallenge } from "#api/use-cases/challenges/review-challenge.ts";
import { advanceDraws } from "#api/use-cases/draws/advance-draws.ts";
import { draftDraw } from "#api/use-cases/draws/draft-draw.ts";
import { enterDraw } from "#api/use-cases/draws/enter-draw.ts";
import { submitDraw } from "#api/use-cases/draws/review-draw.ts";
import { askToDraw, openDraw, publishDraw } from "#api/use-cases/draws/run-draw.ts";
import { createReward, type RewardTerms, setRewardState } from "#api/use-cases/rewards/keep-reward.ts";
import { orderReward } from "#api/use-cases/rewards/order-reward.ts";
import { handOutReward, issueRewardOrder } from "#api/use-cases/rewards/settle-order.ts";
import { buy } from "./acts.ts";
import { type Definition, runs, staffOn } from "./campaigns.ts";
import type { Scene } from "./scenes.ts";
import { DAY_MS, HOUR_MS, memberOn, partnerOn, type Stage } from "./stage.ts";

const named = (en: string, ru: string, be: string) => ({ en, ru, be });
const at = (stage: Stage, days: number) => new Date(stage.clock.now().getTime() + days * DAY_MS).toISOString();

/** Draws, the catalogue, challenges and an activity of the last weeks, and what Ana has of each. */
export const prizes: readonly Scene[] = [
  { daysAgo: 38, tell: openHarvest },
  { daysAgo: 35, tell: fillCatalogue },
  { daysAgo: 34, tell: (stage) => challenge(stage, regular(stage)) },
  { daysAgo: 22, tell: closeHarvest },
  { daysAgo: 21, tell: publishHarvest },
  { daysAgo: 19, tell: openWinter },
  { daysAgo: 14, tell: payThroughTheBank },
  { daysAgo: 12, tell: collectBeans },
  { daysAgo: 3, tell: (stage) => challenge(stage, neighbourhood(stage)) },
  { daysAgo: 2, tell: twoOfThree },
  { daysAgo: 1, tell: orderTheMug },
];

const rules = named(
  "A ticket for every full 20.00 of a receipt while the draw is open. Goods that come back take their tickets back.",
  "Билет за каждые полные 20,00 чека, пока розыгрыш открыт. Возврат товара забирает и его билеты.",
  "Білет за кожныя поўныя 20,00 чэка, пакуль розыгрыш адкрыты. Вяртанне тавару забірае і яго білеты.",
);

const harvest = {
  code: "harvest",
  name: named("Harvest draw", "Розыгрыш урожая", "Розыгрыш ураджаю"),
  registrationNumber: "DEMO-2041",
  prizes: [
    { name: named("A bicycle", "Велосипед", "Ровар"), quantity: 1, worth: "950" },
    { name: named("A basket of groceries", "Корзина продуктов", "Кошык прадуктаў"), quantity: 3, worth: "80" },
  ],
};

const winter = {
  code: "winter",
  name: named("Winter draw", "Зимний розыгрыш", "Зімовы розыгрыш"),
  registrationNumber: "DEMO-2057",
  prizes: [
    { name: named("A week in the mountains", "Неделя в горах", "Тыдзень у гарах"), quantity: 1, worth: "2400" },
    { name: named("A sledge", "Санки", "Санкі"), quantity: 5, worth: "60" },
    { name: named("Tea for a month", "Чай на месяц", "Гарбата на месяц"), quantity: 10, worth: "25" },
  ],
  ticketPrice: "40",
  ticketsPerMember: "200",
};

/** Tickets of a draw for what is bought anywhere; it costs nobody anything. */
const ticketsFor = (draw: string, days: number) =>
  function tickets(stage: Stage): Definition {
    const name = draw === "harvest" ? harvest.name : winter.name;
    return {
      name,
      startsAt: at(stage, 0),
      endsAt: at(stage, days),
      funding: [{ funder: "OPERATOR", bps: 10_000 }],
      rules: [
        {
          label: named("A ticket per 20.00", "Билет за 20,00", "Білет за 20,00"),
          effects: [{ kind: "ticket", draw, give: { by: "PER_AMOUNT", number: "1", per: "20" } }],
        },
      ],
    };
  };

async function open(stage: Stage, terms: object, days: number): Promise<string> {
  const { deps, office } = stage;
  const organiser = { name: "Zgoda Operator", address: "1 Station Square, Minsk" };
  const definition = { ...terms, rules, organiser, closesAt: at(stage, days) };
  const { id, code } = await draftDraw(deps, office.clerk, { definition, idempotencyKey: stage.key("draw") });
  await submitDraw(deps, office.clerk, { drawId: id, note: "The rules are as the authority registered them" });
  await agree(stage, id);
  await openDraw(deps, office.clerk, { drawId: id });
  stage.remembered.set(`draw ${code}`, id);
  return id;
}

async function agree({ deps, office }: Stage, subjectId: string): Promise<void> {
  const asked = await deps.db.approval.findFirstOrThrow({ where: { subjectId, state: "WAITING" } });
  const note = "Looked through";
  await decideApproval(deps, office.finance, { approvalId: asked.id, decision: "APPROVE", note });
}

async function openHarvest(stage: Stage): Promise<void> {
  await open(stage, harvest, 15);
  await runs(stage, "OPERATOR", ticketsFor("harvest", 15), "Tickets of the harvest draw");
}

async function openWinter(stage: Stage): Promise<void> {
  await open(stage, winter, 33);
  await runs(stage, "OPERATOR", ticketsFor("winter", 33), "Tickets of the winter draw");
}

async function closeHarvest({ deps, clock }: Stage): Promise<void> {
  await advanceDraws(deps, systemActor);
  clock.set(new Date(clock.now().getTime() + HOUR_MS));
  await advanceDraws(deps, systemActor);
}

async function publishHarvest(stage: Stage): Promise<void> {
  const { deps, office } = stage;
  const drawId = stage.remembered.get("draw harvest") ?? "";
  await askToDraw(deps, office.clerk, { drawId, note: "The list is fixed and looked through" });
  await agree(stage, drawId);
  await publishDraw(deps, office.clerk, { drawId });
}

type Shelf = { house: "KALASOK" | "SHLIAKH" | "OPERATOR" } & RewardTerms;

const shelf: readonly Shelf[] = [
  {
    house: "KALASOK",
    name: named("Coffee beans, 250 g", "Кофе в зёрнах, 250 г", "Кава ў зярнятах, 250 г"),
    description: named(
      "Roasted in Minsk this week.",
      "Обжарен в Минске на этой неделе.",
      "Абсмажана ў Мінску на гэтым тыдні.",
    ),
    points: 250n,
    stock: 40n,
    collectDays: 14,
  },
  {
    house: "KALASOK",
    name: named("A blue mug", "Синяя кружка", "Сіні кубак"),
    description: named("Half a litre, made to last.", "Пол-литра, на долгие годы.", "Паўлітра, на доўгія гады."),
    points: 300n,
    stock: 25n,
    collectDays: 14,
  },
  {
    house: "SHLIAKH",
    name: named("A car wash", "Мойка автомобиля", "Мыйка аўтамабіля"),
    description: named(
      "At any station, in any weather.",
      "На любой станции, в любую погоду.",
      "На любой станцыі, у любое надвор’е.",
    ),
    points: 600n,
    stock: null,
    collectDays: 30,
  },
  {
    house: "OPERATOR",
    name: named("Two cinema tickets", "Два билета в кино", "Два білеты ў кіно"),
    description: named("For any evening of the month.", "На любой вечер месяца.", "На любы вечар месяца."),
    points: 1_500n,
    stock: 10n,
    collectDays: 21,
  },
  {
    house: "OPERATOR",
    name: named("A family photograph", "Семейная фотография", "Сямейны фотаздымак"),
    description: named("An hour with a photographer.", "Час с фотографом.", "Гадзіна з фатографам."),
    points: 12_000n,
    stock: 3n,
    collectDays: 60,
  },
];

function keeperOf(stage: Stage, house: Shelf["house"]): Actor {
  if (house === "OPERATOR") return stage.office.clerk;
  return staffOn(stage, house === "KALASOK" ? "grocer.manager@demo.zgoda" : "fuel.owner@demo.zgoda");
}

async function fillCatalogue(stage: Stage): Promise<void> {
  const { deps } = stage;
  for (const { house, ...terms } of shelf) {
    const keeper = keeperOf(stage, house);
    const { id } = await createReward(deps, keeper, { ...terms, idempotencyKey: stage.key("reward") });
    await setRewardState(deps, keeper, { rewardId: id, to: "OFFERED" });
    stage.remembered.set(`reward ${terms.name.en}`, id);
  }
}

const order = (stage: Stage, name: string) =>
  orderReward(stage.deps, memberOn(stage, "Ana Kavaliova").actor, {
    rewardId: stage.remembered.get(`reward ${name}`) ?? "",
    idempotencyKey: stage.key("reward-order"),
  });

async function collectBeans(stage: Stage): Promise<void> {
  const { code } = await order(stage, "Coffee beans, 250 g");
  await handOutReward(stage.deps, partnerOn(stage, "KALASOK").tills[0].actor, { code });
}

/** It lies ready at the counter when the visitor comes; and a few more tickets are Ana's. */
async function orderTheMug(stage: Stage): Promise<void> {
  const { id } = await order(stage, "A blue mug");
  await issueRewardOrder(stage.deps, staffOn(stage, "grocer.manager@demo.zgoda"), { rewardOrderId: id });
  const drawId = stage.remembered.get("draw winter") ?? "";
  const entry = { drawId, tickets: 5, idempotencyKey: stage.key("draw-entry") };
  await enterDraw(stage.deps, memberOn(stage, "Ana Kavaliova").actor, entry);
}

const regular = (stage: Stage) => ({
  name: named("A regular", "Завсегдатай", "Заўсёднік"),
  description: named(
    "A receipt in each of three weeks in a row.",
    "Чек в каждую из трёх недель подряд.",
    "Чэк у кожны з трох тыдняў запар.",
  ),
  goal: { kind: "WEEKS", most: "3" },
  period: "EVER",
  startsAt: at(stage, 0),
  reward: { points: "0", badge: { name: named("Three weeks", "Три недели", "Тры тыдні"), icon: "FLAME" } },
  awardsMost: "200",
});

const neighbourhood = (stage: Stage) => ({
  name: named("Around the neighbourhood", "Вокруг дома", "Вакол дома"),
  description: named(
    "Shop at the grocer’s, at a filling station and at the pharmacy.",
    "Купите в магазине, на заправке и в аптеке.",
    "Купіце ў краме, на запраўцы і ў аптэцы.",
  ),
  goal: { kind: "PARTNERS", most: "3" },
  partnerIds: ["KALASOK", "SHLIAKH", "LIPA"].map((code) => partnerOn(stage, code).id),
  period: "EVER",
  startsAt: at(stage, 0),
  endsAt: at(stage, 31),
  reward: {
    points: "400",
    badge: { name: named("Explorer", "Исследователь", "Даследчык"), icon: "COMPASS" },
    tickets: { draw: "winter", count: "2" },
  },
  awardsMost: "500",
});

async function challenge(stage: Stage, definition: object): Promise<void> {
  const { deps, office } = stage;
  const drafted = await draftChallenge(deps, office.clerk, { definition, idempotencyKey: stage.key("challenge") });
  await submitChallenge(deps, office.clerk, { challengeId: drafted.id, note: "Brings members to more partners" });
  await agree(stage, drafted.id);
}

async function twoOfThree(stage: Stage): Promise<void> {
  const ana = memberOn(stage, "Ana Kavaliova");
  const line = (name: string, amountE6: bigint) => [{ sku: name.toUpperCase(), name, category: "everyday", amountE6 }];
  await buy(stage, ana, "KALASOK", "A-MILK", line("Milk and bread", 21_000_000n));
  await buy(stage, ana, "SHLIAKH", "A-FUEL", line("Petrol", 44_000_000n));
}

/** A payment through the bank is no purchase: the bank records it, and a campaign of its own rewards it. */
async function payThroughTheBank(stage: Stage): Promise<void> {
  const { deps, office } = stage;
  const name = named("Payment through the bank", "Платёж через банк", "Плацёж праз банк");
  const { id: bankId, tills } = partnerOn(stage, "SVITANAK");
  const kind = { code: "bank_payment", name, partnerId: bankId, idempotencyKey: stage.key("activity-kind") };
  await createActivityKind(deps, office.clerk, kind);
  await runs(
    stage,
    "OPERATOR",
    function bankPayments() {
      return {
        name,
        occasion: "ACTIVITY",
        startsAt: at(stage, 0),
        endsAt: at(stage, 60),
        funding: [{ funder: "OPERATOR", bps: 10_000 }],
        rules: [
          {
            label: named("25 points for 50.00", "25 баллов за 50,00", "25 балаў за 50,00"),
            conditions: [
              {
                label: named("A payment of 50.00 or more", "Платёж от 50,00", "Плацёж ад 50,00"),
                expression: 'activity.kind == "bank_payment" && activity.amount >= 50',
              },
            ],
            effects: [{ kind: "points", give: { by: "FIXED", number: "25" } }],
          },
        ],
        limits: [
          { unit: "TIMES", most: "4", scope: "MEMBER", period: "MONTH" },
          { unit: "POINTS", most: "50000", scope: "CAMPAIGN", period: "EVER" },
        ],
      };
    },
    "Payments bring members to the bank",
  );
  const [till] = tills;
  await recordActivity(deps, till.actor, {
    member: { kind: "CARD", value: memberOn(stage, "Ana Kavaliova").card },
    kind: "bank_payment",
    amountE6: 50_000_000n,
    reference: "PAY-7001",
    idempotencyKey: stage.key("activity"),
  });
}
