import { expect, test } from "vitest";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { world } from "#api/test/world.ts";
import { createActivityKind, renameActivityKind, retireActivityKind } from "#api/use-cases/activities/kinds.ts";
import { recordActivity } from "#api/use-cases/activities/record-activity.ts";
import { recordByHub } from "#api/use-cases/activities/record-by-hub.ts";
import { reverseActivity } from "#api/use-cases/activities/reverse-activity.ts";
import { draftChallenge, editChallengeDraft } from "#api/use-cases/challenges/author-challenge.ts";
import { endChallenges } from "#api/use-cases/challenges/end-challenges.ts";
import { listChallenges } from "#api/use-cases/challenges/find-challenges.ts";
import { setChallengeState, submitChallenge } from "#api/use-cases/challenges/review-challenge.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { advanceOrders } from "#api/use-cases/rewards/advance-orders.ts";
import { createReward, editReward, restockReward, setRewardState } from "#api/use-cases/rewards/keep-reward.ts";
import { orderReward } from "#api/use-cases/rewards/order-reward.ts";
import { cancelRewardOrder, handOutReward, issueRewardOrder } from "#api/use-cases/rewards/settle-order.ts";
import { advanceDraws } from "./advance-draws.ts";
import { cancelDraw, draftDraw, editDrawDraft } from "./draft-draw.ts";
import { enterDraw } from "./enter-draw.ts";
import { submitDraw, withdrawDraw } from "./review-draw.ts";
import { askToDraw, excludeFromDraw, openDraw, publishDraw } from "./run-draw.ts";

const auditor: Actor = { kind: "operator", id: newId("user"), roles: ["AUDITOR"] };
const clerk: Actor = { kind: "operator", id: newId("user"), roles: ["CLERK"] };
const cashier: Actor = { kind: "partnerStaff", id: newId("user"), partnerId: newId("partner"), roles: ["CASHIER"] };
const analyst: Actor = { ...cashier, roles: ["ANALYST"] };
const member: Actor = { kind: "member", id: newId("user"), memberId: newId("member") };
const idempotencyKey = "nobody-may-do-this";
const definition = {};
const reason = "Just so";
const name = { en: "Pen" };
const terms = { name, description: name, points: 1n, stock: 1n, collectDays: 1 };

/** What each deed asks for is looked at before anything else: the things it names need not exist. */
const deeds: [string, Actor, (deps: Deps, actor: Actor) => Promise<unknown>][] = [
  ["draftDraw", auditor, (deps, actor) => draftDraw(deps, actor, { definition, idempotencyKey })],
  ["editDrawDraft", auditor, (deps, actor) => editDrawDraft(deps, actor, { drawId: "drw_1", definition })],
  ["cancelDraw", auditor, (deps, actor) => cancelDraw(deps, actor, { drawId: "drw_1", reason })],
  ["submitDraw", auditor, (deps, actor) => submitDraw(deps, actor, { drawId: "drw_1", note: reason })],
  ["withdrawDraw", auditor, (deps, actor) => withdrawDraw(deps, actor, { drawId: "drw_1", reason })],
  ["openDraw", auditor, (deps, actor) => openDraw(deps, actor, { drawId: "drw_1" })],
  [
    "excludeFromDraw",
    auditor,
    (deps, actor) => excludeFromDraw(deps, actor, { drawId: "drw_1", member: { memberId: "m" }, reason }),
  ],
  ["drawWinners", auditor, (deps, actor) => askToDraw(deps, actor, { drawId: "drw_1", note: reason })],
  ["publishDraw", auditor, (deps, actor) => publishDraw(deps, actor, { drawId: "drw_1" })],
  ["enterDraw", clerk, (deps, actor) => enterDraw(deps, actor, { drawId: "drw_1", tickets: 1, idempotencyKey })],
  ["advanceDraws", clerk, advanceDraws],
  ["createReward", cashier, (deps, actor) => createReward(deps, actor, { ...terms, idempotencyKey })],
  ["editReward", cashier, (deps, actor) => editReward(deps, actor, { ...terms, rewardId: "rwd_1" })],
  ["restockReward", cashier, (deps, actor) => restockReward(deps, actor, { rewardId: "rwd_1", stock: 1n })],
  ["setRewardState", cashier, (deps, actor) => setRewardState(deps, actor, { rewardId: "rwd_1", to: "OFFERED" })],
  ["orderReward", clerk, (deps, actor) => orderReward(deps, actor, { rewardId: "rwd_1", idempotencyKey })],
  ["issueRewardOrder", member, (deps, actor) => issueRewardOrder(deps, actor, { rewardOrderId: "rwo_1" })],
  ["handOutReward", member, (deps, actor) => handOutReward(deps, actor, { code: "ABCD2345" })],
  ["cancelRewardOrder", auditor, (deps, actor) => cancelRewardOrder(deps, actor, { rewardOrderId: "rwo_1", reason })],
  ["advanceOrders", clerk, advanceOrders],
  ["draftChallenge", analyst, (deps, actor) => draftChallenge(deps, actor, { definition, idempotencyKey })],
  ["editChallengeDraft", analyst, (deps, actor) => editChallengeDraft(deps, actor, { challengeId: "c", definition })],
  ["submitChallenge", analyst, (deps, actor) => submitChallenge(deps, actor, { challengeId: "c", note: reason })],
  ["withdraw", analyst, (deps, actor) => setChallengeState(deps, actor, { challengeId: "c", to: "DRAFT", reason })],
  ["pause", analyst, (deps, actor) => setChallengeState(deps, actor, { challengeId: "c", to: "PAUSED", reason })],
  ["endChallenges", clerk, endChallenges],
  ["listChallenges", cashier, (deps, actor) => listChallenges(deps, actor, { first: 1, after: null })],
  [
    "createActivityKind",
    auditor,
    (deps, actor) => createActivityKind(deps, actor, { code: "pen", name, idempotencyKey }),
  ],
  ["renameActivityKind", cashier, (deps, actor) => renameActivityKind(deps, actor, { code: "pen", name })],
  ["retireActivityKind", cashier, (deps, actor) => retireActivityKind(deps, actor, { code: "pen" })],
  [
    "recordActivity",
    cashier,
    (deps, actor) =>
      recordActivity(deps, actor, { member: { memberId: "m" }, kind: "pen", reference: "1", idempotencyKey }),
  ],
  ["reverseActivity", cashier, (deps, actor) => reverseActivity(deps, actor, { activityId: "act_1", reason })],
  ["recordByHub", clerk, recordByHub],
];

test("whoever may not do a deed of draws, rewards, challenges and activities learns nothing else", async () => {
  const { deps } = await world();
  for (const [deed, actor, run] of deeds) {
    await expect(run(deps, actor), deed).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});
