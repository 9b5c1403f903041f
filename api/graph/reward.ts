import type { Words } from "#api/engine/campaign.ts";
import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { CampaignWords, described } from "#api/graph/words.ts";
import type { RewardOrder as OrderRow, Reward as RewardRow } from "#api/sql/rows.ts";
import {
  findOrderByCode,
  findRewardOrders,
  findRewards,
  findStockLeft,
  listRewardOrders,
  listRewards,
} from "#api/use-cases/rewards/find-rewards.ts";
import { rewardOrderStates, rewardStates } from "#api/use-cases/rewards/states.ts";

const rewards = byId(findRewards);
const rewardOrders = byId(findRewardOrders);
const stockLeft = byId(findStockLeft);

export const RewardState = builder.enumType("RewardState", {
  description: "Whether a reward is offered.",
  values: described(rewardStates),
});

export const RewardOrderState = builder.enumType("RewardOrderState", {
  description: "How far an order has come.",
  values: described(rewardOrderStates),
});

export const Reward = builder.objectRef<RewardRow>("Reward");
builder.node(Reward, {
  description: "Something that members order for points and collect at a partner's counter.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => rewards.findMany(context, ids),
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Who hands it out and is paid for it. Null when the viewer may not see the partner.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    state: t.expose("state", { type: RewardState, description: "Whether it is offered." }),
    name: t.field({ type: CampaignWords, description: "What it is called.", resolve: ({ name }) => name as Words }),
    description: t.field({
      type: CampaignWords,
      description: "What it is.",
      resolve: ({ description }) => description as Words,
    }),
    points: t.expose("points", { type: "Points", description: "What one costs." }),
    stock: t.expose("stock", { type: "Points", nullable: true, description: "Pieces in all. Null: without end." }),
    stockLeft: t.field({
      type: "Points",
      nullable: true,
      description: "Pieces nobody has ordered. Null: without end.",
      resolve: ({ id }, _args, context) => stockLeft.find(context, id),
    }),
    collectDays: t.exposeInt("collectDays", { description: "How long an order waits to be collected." }),
  }),
});

export const RewardOrder = builder.objectRef<OrderRow>("RewardOrder");
builder.node(RewardOrder, {
  description: "A member's order of one piece of a reward.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => rewardOrders.findMany(context, ids),
  fields: (t) => ({
    reward: t.field({
      type: Reward,
      nullable: true,
      description: "What was ordered. Null when the viewer may not see it.",
      resolve: ({ rewardId }, _args, context) => rewards.find(context, rewardId),
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Who ordered it. Null when the viewer may not see the member.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    state: t.expose("state", { type: RewardOrderState, description: "How far it has come." }),
    points: t.expose("points", { type: "Points", description: "What it costs." }),
    code: t.string({
      nullable: true,
      description: "What the member shows at the counter. Null for everybody else: who hands out reads it there.",
      resolve: ({ code }, _args, { actor }) => (actor.kind === "member" ? code : null),
    }),
    orderedAt: t.expose("orderedAt", { type: "DateTime", description: "When." }),
    lapsesAt: t.field({
      resolve: ({ collectBy }) => collectBy,
      type: "DateTime",
      description: "First instant at which it is cancelled by itself.",
    }),
    issuedAt: t.expose("issuedAt", { type: "DateTime", nullable: true, description: "When it lay ready." }),
    collectedAt: t.expose("collectedAt", { type: "DateTime", nullable: true, description: "When it was handed out." }),
    cancelledAt: t.expose("cancelledAt", {
      type: "DateTime",
      nullable: true,
      description: "When the points came back.",
    }),
  }),
});

const rewardPages = connectionOf("Reward", Reward, ({ id }) => id);
const orderPages = connectionOf("RewardOrder", RewardOrder, ({ id }) => id);

builder.queryField("rewards", (t) =>
  t.field(
    rewardPages({
      description: "The catalogue, newest first: a house sees all of its own, everybody what was offered.",
      args: {
        states: t.arg({ type: [RewardState], description: "Only in these states." }),
        own: t.arg.boolean({ description: "Only the viewer's house's." }),
      },
      resolve: (_root, page, filter, { deps, actor }) => listRewards(deps, actor, { ...page, ...filter }),
    }),
  ),
);

builder.queryField("rewardOrders", (t) =>
  t.field(
    orderPages({
      description: "Orders, newest first: a member's own, those at a partner's counters, all for the operator.",
      args: {
        states: t.arg({ type: [RewardOrderState], description: "Only in these states." }),
        rewardId: t.arg.id({ description: "Only of this reward." }),
      },
      resolve: (_root, page, filter, { deps, actor }) => listRewardOrders(deps, actor, { ...page, ...filter }),
    }),
  ),
);

builder.queryField("rewardOrderByCode", (t) =>
  t.field({
    type: RewardOrder,
    nullable: true,
    description: "The order whose code somebody shows at the viewer's counter. Null: there is none here.",
    args: { code: t.arg.string({ required: true, description: "As it is shown or typed." }) },
    resolve: (_root, { code }, { deps, actor }) => findOrderByCode(deps, actor, code),
  }),
);
