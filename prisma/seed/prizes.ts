import { createActivityKind } from "#api/use-cases/activities/kinds.ts";
import { recordActivity } from "#api/use-cases/activities/record-activity.ts";
import { buy } from "./acts.ts";
import { runs, staffOn } from "./campaigns.ts";
import { challenge, invite, neighbourhood, regular } from "./prize-challenges.ts";
import { closeHarvest, openHarvest, openWinter, publishHarvest, writeSpring } from "./prize-draws.ts";
import { collectBeans, fillCatalogue, orderTheMug } from "./prize-shelf.ts";
import type { Scene } from "./scenes.ts";
import { memberOn, partnerOn, type Stage } from "./stage.ts";
import { inDays, named } from "./told.ts";

/** Draws, the catalogue, challenges and an activity of the last weeks, and what Ana has of each. */
export const prizes: readonly Scene[] = [
  { daysAgo: 38, tell: openHarvest },
  { daysAgo: 35, tell: fillCatalogue },
  { daysAgo: 34, tell: (stage) => challenge(stage, regular(stage)) },
  { daysAgo: 22, tell: closeHarvest },
  { daysAgo: 21, tell: publishHarvest },
  { daysAgo: 19, tell: openWinter },
  { daysAgo: 17, tell: invite },
  { daysAgo: 14, tell: payThroughTheBank },
  { daysAgo: 12, tell: collectBeans },
  { daysAgo: 3, tell: (stage) => challenge(stage, neighbourhood(stage)) },
  { daysAgo: 2, tell: twoOfThree },
  { daysAgo: 2, tell: askForReviews },
  { daysAgo: 2, tell: writeSpring },
  { daysAgo: 1, tell: orderTheMug },
];

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
        startsAt: inDays(stage, 0),
        endsAt: inDays(stage, 60),
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

/** A kind of the grocer's own; no campaign is about it yet. */
async function askForReviews(stage: Stage): Promise<void> {
  const { deps } = stage;
  const manager = staffOn(stage, "grocer.manager@demo.zgoda");
  const name = named("A review of a product", "Отзыв о товаре", "Водгук пра тавар");
  await createActivityKind(deps, manager, { code: "review", name, idempotencyKey: stage.key("activity-kind") });
}
