import type { GraphTypes } from "#api/graph/builder.ts";
import { WordsInput } from "#api/graph/campaign-input.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { saidWords } from "#api/graph/offering.ts";
import { type RefusalClass, refusal } from "#api/graph/refusals.ts";
import { Reward, RewardOrder, RewardState } from "#api/graph/reward.ts";
import { placeRefusals } from "#api/graph/till-input.ts";
import { InsufficientPoints, ReservationExpired, ReservationNotOpen } from "#api/ledger/refusals.ts";
import type { RewardOrder as OrderRow, Reward as RewardRow } from "#api/sql/rows.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { MemberBlocked } from "#api/use-cases/members/refusals.ts";
import { ContractMissing, InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { InvalidPoints } from "#api/use-cases/points/refusals.ts";
import { PartnerMayNotRedeem, PartnerNotActive } from "#api/use-cases/purchases/refusals.ts";
import { createReward, editReward, restockReward, setRewardState } from "#api/use-cases/rewards/keep-reward.ts";
import { orderReward } from "#api/use-cases/rewards/order-reward.ts";
import {
  RewardNotFound,
  RewardNotOffered,
  RewardOrderNotFound,
  RewardSoldOut,
  StockTaken,
} from "#api/use-cases/rewards/refusals.ts";
import { cancelRewardOrder, handOutReward, issueRewardOrder } from "#api/use-cases/rewards/settle-order.ts";

refusal(
  RewardNotFound,
  "REWARD_NOT_FOUND",
  "No reward has this id, or none that the viewer may do that with.",
  (t) => ({
    rewardId: t.exposeID("rewardId", { description: "The id that was sent." }),
  }),
);
refusal(RewardNotOffered, "REWARD_NOT_OFFERED", "The reward is not offered at present.");
refusal(RewardSoldOut, "REWARD_SOLD_OUT", "No piece of the reward is left.");
refusal(RewardOrderNotFound, "REWARD_ORDER_NOT_FOUND", "There is no such order here.");
refusal(StockTaken, "STOCK_TAKEN", "More pieces are ordered already than there would be.", (t) => ({
  taken: t.expose("taken", { type: "Points", description: "How many are ordered." }),
}));

type InputBuilder = PothosSchemaTypes.InputFieldBuilder<GraphTypes, "InputObject">;
type OneReward = PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, { reward: RewardRow }>;
type OneOrder = PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, { order: OrderRow }>;
const rewardField = (t: OneReward) => ({ reward: t.expose("reward", { type: Reward, description: "As it is now." }) });
const orderField = (t: OneOrder) => ({ order: t.expose("order", { type: RewardOrder, description: "As it is now." }) });

const termFields = (t: InputBuilder) => ({
  name: t.field({ type: WordsInput, required: true, description: "What it is called." }),
  description: t.field({ type: WordsInput, required: true, description: "What it is." }),
  points: t.field({ type: "Points", required: true, description: "What one costs." }),
  stock: t.field({ type: "Points", description: "Pieces in all; without end when absent." }),
  collectDays: t.int({ required: true, description: "How long an order waits to be collected, 1 to 90." }),
});

type Said = typeof WordsInput.$inferInput;
type Terms = { name: Said; description: Said; stock?: bigint | null | undefined };
const termsOf = <Input extends Terms>({ name, description, stock, ...rest }: Input) => ({
  ...rest,
  name: saidWords(name),
  description: saidWords(description),
  stock: stock ?? null,
});

keyedMutation("createReward", {
  description: "Adds a reward to the catalogue of the viewer's house; nobody can order it yet.",
  input: termFields,
  refusals: [InvalidValue, InvalidPoints],
  resolve: async (input, { deps, actor }) => ({ reward: await createReward(deps, actor, termsOf(input)) }),
  success: { description: "There is a draft.", fields: rewardField },
});

mutation("editReward", {
  description: "Writes a reward anew while it is not offered.",
  input: (t) => ({ rewardId: t.id({ required: true, description: "Which." }), ...termFields(t) }),
  refusals: [RewardNotFound, InvalidValue, InvalidPoints, StockTaken, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ reward: await editReward(deps, actor, termsOf(input)) }),
  success: { description: "It says so.", fields: rewardField },
});

mutation("restockReward", {
  description: "Says how many pieces of a reward there are in all.",
  input: (t) => ({
    rewardId: t.id({ required: true, description: "Which." }),
    stock: t.field({ type: "Points", description: "Pieces in all; without end when absent." }),
  }),
  refusals: [RewardNotFound, InvalidValue, StockTaken, TransitionRefused],
  resolve: async ({ rewardId, stock }, { deps, actor }) => ({
    reward: await restockReward(deps, actor, { rewardId, stock: stock ?? null }),
  }),
  success: { description: "There are as many.", fields: rewardField },
});

mutation("setRewardState", {
  description: "Offers a reward to members, takes it off the shelf, or ends it for good.",
  input: (t) => ({
    rewardId: t.id({ required: true, description: "Which." }),
    to: t.field({ type: RewardState, required: true, description: "OFFERED, WITHDRAWN or ENDED." }),
    reason: t.string({ description: "Why; kept with the step." }),
  }),
  refusals: [RewardNotFound, InvalidValue, TransitionRefused],
  resolve: async ({ to, ...input }, { deps, actor }) => {
    if (to === "DRAFT") throw new InvalidValue("to", to, "OFFERED, WITHDRAWN or ENDED");
    return { reward: await setRewardState(deps, actor, { ...input, to }) };
  },
  success: { description: "It is so.", fields: rewardField },
});

keyedMutation("orderReward", {
  description: "A member sets points aside for a piece of a reward.",
  input: (t) => ({ rewardId: t.id({ required: true, description: "Which." }) }),
  refusals: [
    RewardNotFound,
    RewardNotOffered,
    RewardSoldOut,
    InsufficientPoints,
    MemberBlocked,
    PartnerNotActive,
    PartnerMayNotRedeem,
    ContractMissing,
  ],
  resolve: async (input, { deps, actor }) => ({ order: await orderReward(deps, actor, input) }),
  success: { description: "It is ordered; the code collects it.", fields: orderField },
});

const ofOrders: RefusalClass[] = [RewardOrderNotFound, TransitionRefused, InvalidValue, ReservationNotOpen];

mutation("issueRewardOrder", {
  description: "Says that an ordered piece lies ready at the counter.",
  input: (t) => ({ rewardOrderId: t.id({ required: true, description: "Which order." }) }),
  refusals: ofOrders,
  resolve: async (input, { deps, actor }) => ({ order: await issueRewardOrder(deps, actor, input) }),
  success: { description: "It lies ready.", fields: orderField },
});

mutation("handOutReward", {
  description: "Hands a piece out to whoever shows its code: the points are spent. A code serves once.",
  input: (t) => ({
    code: t.string({ required: true, description: "As it is shown or typed." }),
    locationId: t.id({ description: "At which outlet." }),
  }),
  refusals: [...ofOrders, ...placeRefusals, ReservationExpired, PartnerNotActive, PartnerMayNotRedeem, ContractMissing],
  resolve: async (input, { deps, actor }) => ({ order: await handOutReward(deps, actor, input) }),
  success: { description: "The member has it.", fields: orderField },
});

mutation("cancelRewardOrder", {
  description: "Gives the points of an order back to their lots, and the piece to the stock.",
  input: (t) => ({
    rewardOrderId: t.id({ required: true, description: "Which order." }),
    reason: t.string({ required: true, description: "Why; the member reads it." }),
  }),
  refusals: ofOrders,
  resolve: async (input, { deps, actor }) => ({ order: await cancelRewardOrder(deps, actor, input) }),
  success: { description: "The points are the member's again.", fields: orderField },
});
