import type { Actor } from "#api/kernel/actor.ts";
import { enterDraw } from "#api/use-cases/draws/enter-draw.ts";
import { createReward, type RewardTerms, setRewardState } from "#api/use-cases/rewards/keep-reward.ts";
import { orderReward } from "#api/use-cases/rewards/order-reward.ts";
import { handOutReward, issueRewardOrder } from "#api/use-cases/rewards/settle-order.ts";
import { staffOn } from "./campaigns.ts";
import { memberOn, partnerOn, type Stage } from "./stage.ts";
import { named } from "./told.ts";

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

export async function fillCatalogue(stage: Stage): Promise<void> {
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

export async function collectBeans(stage: Stage): Promise<void> {
  const { code } = await order(stage, "Coffee beans, 250 g");
  await handOutReward(stage.deps, partnerOn(stage, "KALASOK").tills[0].actor, { code });
}

/** It lies ready at the counter when the visitor comes; and a few more tickets are Ana's. */
export async function orderTheMug(stage: Stage): Promise<void> {
  const { id } = await order(stage, "A blue mug");
  await issueRewardOrder(stage.deps, staffOn(stage, "grocer.manager@demo.zgoda"), { rewardOrderId: id });
  const drawId = stage.remembered.get("draw winter") ?? "";
  const entry = { drawId, tickets: 5, idempotencyKey: stage.key("draw-entry") };
  await enterDraw(stage.deps, memberOn(stage, "Ana Kavaliova").actor, entry);
}
