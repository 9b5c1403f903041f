import type { z } from "zod";
import type { campaignDefinition } from "#api/engine/campaign.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { advanceCampaigns } from "#api/use-cases/campaigns/advance-campaigns.ts";
import { draftCampaign } from "#api/use-cases/campaigns/draft-campaign.ts";
import { joinCampaign } from "#api/use-cases/campaigns/join-campaign.ts";
import { endCampaign, pauseCampaign } from "#api/use-cases/campaigns/run-campaign.ts";
import { runSimulation } from "#api/use-cases/campaigns/run-simulation.ts";
import { simulateCampaign } from "#api/use-cases/campaigns/simulate-campaign.ts";
import { submitCampaign } from "#api/use-cases/campaigns/submit-campaign.ts";
import { fillTemplate } from "#api/use-cases/campaigns/templates/fill-template.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { basketOf } from "./baskets.ts";
import { demoPeople } from "./people.ts";
import type { Scene } from "./scenes.ts";
import { DAY_MS, HOUR_MS, memberOn, partnerOn, type Stage } from "./stage.ts";
import { named } from "./told.ts";

export type Definition = z.input<typeof campaignDefinition>;

/** Campaigns in every state there is, all of the last weeks: drafted, tried and agreed on by the demo's own people. */
export const campaigns: readonly Scene[] = [
  { daysAgo: 44, tell: (stage) => runs(stage, "KALASOK", canvasBag, "Does a bag bring people back?") },
  { daysAgo: 40, tell: (stage) => runs(stage, "KALASOK", groceries, "Before the autumn prices") },
  { daysAgo: 26, tell: endGroceries },
  { daysAgo: 24, tell: (stage) => runs(stage, "KALASOK", bigBaskets, "Larger baskets at the end of the month") },
  { daysAgo: 20, tell: weekends },
  { daysAgo: 15, tell: (stage) => runs(stage, "KALASOK", coffee, "Mornings are quiet") },
  { daysAgo: 13, tell: (stage) => coffeeMorning(stage, 1) },
  { daysAgo: 12, tell: pauseThreshold },
  { daysAgo: 6, tell: (stage) => coffeeMorning(stage, 2) },
  { daysAgo: 5, tell: (stage) => coffeeMorning(stage, 3) },
  { daysAgo: 3, tell: waiting },
  { daysAgo: 1, tell: tryOut },
];

/** Somebody of a partner who can sign in. */
export function staffOn(stage: Stage, email: string): Actor {
  const person = demoPeople.find((one) => one.email === email);
  const id = stage.people.get(email);
  if (person?.of !== "partner" || !id) throw new Error(`Nobody of a partner signs in as ${email}.`);
  const roles = person.roles.map((role) => role.replace("PARTNER_", "")) as (Actor & { kind: "partnerStaff" })["roles"];
  return { kind: "partnerStaff", id, partnerId: partnerOn(stage, person.partner).id, roles };
}

/** Who writes campaigns of a house, and who agrees to them. */
function housePeople(stage: Stage, house: "KALASOK" | "OPERATOR"): { author: Actor; reviewer: Actor } {
  if (house === "OPERATOR") return { author: stage.office.clerk, reviewer: stage.office.admin };
  return { author: staffOn(stage, "grocer.manager@demo.zgoda"), reviewer: staffOn(stage, "grocer.owner@demo.zgoda") };
}

const from = (stage: Stage, days: number) => new Date(stage.clock.now().getTime() + days * DAY_MS).toISOString();

async function drafted(stage: Stage, house: "KALASOK" | "OPERATOR", definition: Definition) {
  const { author } = housePeople(stage, house);
  return draftCampaign(stage.deps, author, { definition, idempotencyKey: stage.key("campaign") });
}

/** Drafted, agreed on by everybody who has a say, and begun. Answers the version's id. */
export async function runs(
  stage: Stage,
  house: "KALASOK" | "OPERATOR",
  write: (stage: Stage) => Definition,
  note: string,
): Promise<string> {
  const { deps } = stage;
  const { author, reviewer } = housePeople(stage, house);
  const { id } = await drafted(stage, house, write(stage));
  await submitCampaign(deps, author, { campaignVersionId: id, note });
  const asked = await deps.db.approval.findMany({ where: { action: "reviewCampaign", subjectId: id } });
  for (const { id: approvalId, partnerId } of asked) {
    const decides = partnerId === null ? stage.office.admin : reviewer;
    await decideApproval(deps, decides, { approvalId, decision: "APPROVE", note: "Good numbers" });
  }
  await advanceCampaigns(deps, systemActor);
  stage.remembered.set(`campaign ${write.name}`, id);
  return id;
}

const coffee = (stage: Stage): Definition => ({
  name: named("Coffee mornings", "Кофейное утро", "Кававая раніца"),
  startsAt: from(stage, 0),
  rules: fillTemplate("MULTIPLY_POINTS", {
    times: "2",
    category: "coffee",
    weekdays: "1,2,3,4,5",
    fromTime: "06:00",
    untilTime: "11:00",
  }).rules,
  limits: [
    { unit: "POINTS", most: "20000", scope: "CAMPAIGN", period: "EVER" },
    { unit: "POINTS", most: "100", scope: "MEMBER", period: "DAY", over: "REST" },
  ],
});

/** Its budget is nearly used up when the visitor comes. */
const bigBaskets = (stage: Stage): Definition => ({
  name: named("Full basket", "Полная корзина", "Поўны кошык"),
  startsAt: from(stage, 0),
  endsAt: from(stage, 45),
  rules: fillTemplate("FIXED_POINTS", { number: "20", minTotal: "10" }).rules,
  limits: [{ unit: "POINTS", most: "1400", scope: "CAMPAIGN", period: "EVER" }],
});

const groceries = (stage: Stage): Definition => ({
  name: named("Five per cent back", "Пять процентов баллами", "Пяць працэнтаў баламі"),
  startsAt: from(stage, 0),
  rules: fillTemplate("PERCENT_BACK", { percent: "5", category: "groceries", minTotal: "40" }).rules,
  limits: [{ unit: "POINTS", most: "50000", scope: "CAMPAIGN", period: "EVER" }],
});

const weekend = (stage: Stage): Definition => ({
  name: named("Coalition weekends", "Выходные коалиции", "Выхадныя кааліцыі"),
  startsAt: from(stage, 0),
  rules: fillTemplate("MULTIPLY_POINTS", { times: "2", weekdays: "6,7" }).rules,
  funding: [
    { funder: "ISSUER", bps: 5_000 },
    { funder: "OPERATOR", bps: 5_000 },
  ],
  limits: [{ unit: "POINTS", most: "30000", scope: "CAMPAIGN", period: "EVER" }],
});

const threshold = (stage: Stage): Definition => ({
  name: named("Ten per cent after 300.00", "Десять процентов после 300,00", "Дзесяць працэнтаў пасля 300,00"),
  startsAt: from(stage, 0),
  rules: fillTemplate("PERCENT_OFF_AFTER_SPEND", { percent: "10", amount: "300", days: "7" }).rules,
  limits: [{ unit: "MONEY", most: "500", scope: "CAMPAIGN", period: "EVER" }],
});

/** With a control group. It moves no points, so the story adds up to the same whoever is drawn into which group. */
const canvasBag = (stage: Stage): Definition => ({
  name: named("A canvas bag", "Холщовая сумка", "Палатняная сумка"),
  startsAt: from(stage, 0),
  rules: fillTemplate("THRESHOLD_GIFT", { gift: "canvas-bag", minTotal: "5" }).rules,
  controlBps: 5_000,
});

async function endGroceries(stage: Stage): Promise<void> {
  const id = stage.remembered.get("campaign groceries") ?? "";
  const { author } = housePeople(stage, "KALASOK");
  await endCampaign(stage.deps, author, { campaignVersionId: id, reason: "Prices are stable again" });
}

/** The coalition's own: at the tills of the partners that joined it, which pay half. */
async function weekends(stage: Stage): Promise<void> {
  const id = await runs(stage, "OPERATOR", weekend, "Everybody shops on Saturdays");
  for (const code of ["KALASOK", "SHLIAKH", "BUSEL"]) {
    await joinCampaign(stage.deps, partnerOn(stage, code).owner, { campaignVersionId: id });
  }
}

async function pauseThreshold(stage: Stage): Promise<void> {
  const id = await runs(stage, "KALASOK", threshold, "For those who buy everything here");
  const reason = "The tills do not take it off yet";
  await pauseCampaign(stage.deps, partnerOn(stage, "KALASOK").owner, { campaignVersionId: id, reason });
}

/** Ana's coffee: on a weekday morning it gives twice; told in the afternoon, as tills do that were offline. */
async function coffeeMorning(stage: Stage, nth: number): Promise<void> {
  const [till] = partnerOn(stage, "KALASOK").tills;
  const beans = { sku: "BEANS-1", name: "Coffee beans, 1 kg", category: "coffee", amountE6: 32_900_000n };
  const bread = { sku: "BREAD", name: "Rye bread", category: "bakery", amountE6: 2_450_000n };
  await recordPurchase(stage.deps, till.actor, {
    member: { kind: "CARD", value: memberOn(stage, "Ana Kavaliova").card },
    ...basketOf([beans, bread]),
    receiptNumber: `COFFEE-${nth}`,
    occurredAt: new Date(stage.clock.now().getTime() - 6.4 * HOUR_MS),
    idempotencyKey: stage.key("purchase"),
  });
}

/** One that waits for the owner's yes and for the operator's, who pays a share; and one that is still being written. */
async function waiting(stage: Stage): Promise<void> {
  const { author } = housePeople(stage, "KALASOK");
  const { id } = await drafted(stage, "KALASOK", {
    name: named("Good to see you again", "Рады видеть вас снова", "Рады бачыць вас зноў"),
    startsAt: from(stage, 10),
    rules: fillTemplate("WIN_BACK", { number: "80", days: "10" }).rules,
    funding: [
      { funder: "ISSUER", bps: 7_000 },
      { funder: "OPERATOR", bps: 3_000 },
    ],
    limits: [
      { unit: "POINTS", most: "8000", scope: "CAMPAIGN", period: "EVER" },
      { unit: "TIMES", most: "1", scope: "MEMBER", period: "MONTH" },
    ],
  });
  stage.remembered.set("campaign again", id);
  await submitCampaign(stage.deps, author, { campaignVersionId: id, note: "Some have not come for a while" });
  const silver = await drafted(stage, "KALASOK", {
    name: { en: "Double points on coffee for Silver", ru: "Двойные баллы за кофе для Silver" },
    startsAt: from(stage, 14),
    rules: fillTemplate("MULTIPLY_POINTS", {
      times: "2",
      category: "coffee",
      tier: "SILVER",
      weekdays: "1,2,3,4,5",
      fromTime: "06:00",
      untilTime: "11:00",
    }).rules,
  });
  stage.remembered.set("campaign silver", silver.id);
}

/** The last weeks' receipts, tried with what runs and with what waits. */
async function tryOut(stage: Stage): Promise<void> {
  const { author } = housePeople(stage, "KALASOK");
  for (const name of ["bigBaskets", "again"]) {
    const campaignVersionId = stage.remembered.get(`campaign ${name}`) ?? "";
    const asked = { campaignVersionId, days: 14, idempotencyKey: stage.key("simulation") };
    const { id } = await simulateCampaign(stage.deps, author, asked);
    await runSimulation(stage.deps, { campaignSimulationId: id });
  }
  const weekendId = stage.remembered.get("campaign weekend") ?? "";
  const asked = { campaignVersionId: weekendId, days: 14, idempotencyKey: stage.key("simulation") };
  const { id } = await simulateCampaign(stage.deps, stage.office.clerk, asked);
  await runSimulation(stage.deps, { campaignSimulationId: id });
}
