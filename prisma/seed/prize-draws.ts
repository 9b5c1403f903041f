import { systemActor } from "#api/kernel/actor.ts";
import { advanceDraws } from "#api/use-cases/draws/advance-draws.ts";
import { draftDraw } from "#api/use-cases/draws/draft-draw.ts";
import { submitDraw } from "#api/use-cases/draws/review-draw.ts";
import { askToDraw, openDraw, publishDraw } from "#api/use-cases/draws/run-draw.ts";
import { type Definition, runs } from "./campaigns.ts";
import { HOUR_MS, type Stage } from "./stage.ts";
import { agree, inDays, named } from "./told.ts";

const rules = named(
  "A ticket for every full 20.00 of a receipt while the draw is open. Goods that come back take their tickets back.",
  "Билет за каждые полные 20,00 чека, пока розыгрыш открыт. Возврат товара забирает и его билеты.",
  "Білет за кожныя поўныя 20,00 чэка, пакуль розыгрыш адкрыты. Вяртанне тавару забірае і яго білеты.",
);

const organiser = { name: "Zgoda Operator", address: "1 Station Square, Minsk" };

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
      startsAt: inDays(stage, 0),
      endsAt: inDays(stage, days),
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
  const definition = { ...terms, rules, organiser, closesAt: inDays(stage, days) };
  const { id, code } = await draftDraw(deps, office.clerk, { definition, idempotencyKey: stage.key("draw") });
  await submitDraw(deps, office.clerk, { drawId: id, note: "The rules are as the authority registered them" });
  await agree(stage, id);
  await openDraw(deps, office.clerk, { drawId: id });
  stage.remembered.set(`draw ${code}`, id);
  return id;
}

export async function openHarvest(stage: Stage): Promise<void> {
  await open(stage, harvest, 15);
  await runs(stage, "OPERATOR", ticketsFor("harvest", 15), "Tickets of the harvest draw");
}

export async function openWinter(stage: Stage): Promise<void> {
  await open(stage, winter, 33);
  await runs(stage, "OPERATOR", ticketsFor("winter", 33), "Tickets of the winter draw");
}

export async function closeHarvest({ deps, clock }: Stage): Promise<void> {
  await advanceDraws(deps, systemActor);
  clock.set(new Date(clock.now().getTime() + HOUR_MS));
  await advanceDraws(deps, systemActor);
}

export async function publishHarvest(stage: Stage): Promise<void> {
  const { deps, office } = stage;
  const drawId = stage.remembered.get("draw harvest") ?? "";
  await askToDraw(deps, office.clerk, { drawId, note: "The list is fixed and looked through" });
  await agree(stage, drawId);
  await publishDraw(deps, office.clerk, { drawId });
}

const spring = {
  code: "spring",
  name: named("Spring draw", "Весенний розыгрыш", "Вясновы розыгрыш"),
  registrationNumber: "DEMO-2060",
  prizes: [
    { name: named("A garden table", "Садовый стол", "Садовы стол"), quantity: 1, worth: "320" },
    { name: named("Seeds for a balcony", "Семена для балкона", "Насенне для балкона"), quantity: 40, worth: "8" },
  ],
  publicSource: named(
    "The state lottery’s first number on the Saturday after closing",
    "Первое число государственной лотереи в субботу после закрытия",
    "Першы лік дзяржаўнай латарэі ў суботу пасля закрыцця",
  ),
};

/** It is still being written when the visitor comes. */
export async function writeSpring(stage: Stage): Promise<void> {
  const definition = { ...spring, rules, organiser, closesAt: inDays(stage, 150) };
  await draftDraw(stage.deps, stage.office.clerk, { definition, idempotencyKey: stage.key("draw") });
}
