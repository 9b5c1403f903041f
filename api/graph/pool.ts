import { builder, type GraphTypes } from "#api/graph/builder.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member } from "#api/graph/member.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { WalletAfter } from "#api/graph/redemption.ts";
import { refusal } from "#api/graph/refusals.ts";
import { memberField, memberLookup, memberRefusals } from "#api/graph/till-input.ts";
import { InsufficientPoints } from "#api/ledger/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { MemberNotActive, MemberNotFound } from "#api/use-cases/members/refusals.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { InvalidPoints } from "#api/use-cases/points/refusals.ts";
import { answerPoolInvitation } from "#api/use-cases/pools/answer-invitation.ts";
import {
  findPools,
  findPoolsOf,
  type PlaceView,
  type PoolView,
  readPoolShare,
} from "#api/use-cases/pools/find-pools.ts";
import { inviteToHousehold } from "#api/use-cases/pools/invite-to-household.ts";
import { leavePool } from "#api/use-cases/pools/leave-pool.ts";
import { type PoolAnswer, putIntoPool, takeFromPool } from "#api/use-cases/pools/move-pool-points.ts";
import { openHousehold } from "#api/use-cases/pools/open-household.ts";
import {
  AlreadyInHousehold,
  PoolFull,
  PoolNotEmpty,
  PoolNotFound,
  PoolShareReached,
} from "#api/use-cases/pools/refusals.ts";
import { SpendLocked } from "#api/use-cases/spending/refusals.ts";

const pools = byId(findPools);
const poolsOf = byId(findPoolsOf);

const PoolRole = builder.enumType("PoolRole", {
  description: "What somebody may do in a household beside spending.",
  values: {
    OWNER: { description: "Asks others in." },
    MEMBER: { description: "Nothing beside that." },
  } as const,
});

const PoolPlaceState = builder.enumType("PoolPlaceState", {
  description: "How far somebody is in.",
  values: {
    INVITED: { description: "Asked, and has not answered." },
    JOINED: { description: "In it." },
    DECLINED: { description: "Said no." },
    LEFT: { description: "Was in it once." },
  } as const,
});

const PoolPlace = builder.objectRef<PlaceView>("PoolPlace").implement({
  description: "Somebody's place in a pool.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque, permanent." }),
    name: t.exposeString("name", {
      nullable: true,
      description: "Of those who are in it. Null of whoever was only asked, and of those who gave none.",
    }),
    isViewer: t.exposeBoolean("isViewer", { description: "Is it the viewer's own place?" }),
    role: t.expose("role", { type: PoolRole, description: "What they may do." }),
    state: t.expose("state", { type: PoolPlaceState, description: "How far they are in." }),
    monthMost: t.expose("monthMost", {
      type: "Points",
      nullable: true,
      description: "The most they take out in a month. Null: as many as there are.",
    }),
  }),
});

export const Pool = builder.objectRef<PoolView>("Pool");
builder.node(Pool, {
  description: "Several members with one balance.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => pools.findMany(context, ids),
  fields: (t) => ({
    name: t.exposeString("name", { description: "As its members call it." }),
    points: t.expose("points", { type: "Points", description: "What is in it." }),
    places: t.expose("people", {
      type: [PoolPlace],
      description: "Everybody in it and asked in, oldest first; bounded by the size of a household.",
    }),
    shareLeft: t.field({
      type: "Points",
      nullable: true,
      description: "What the viewer may still take out this month. Null: no bound, or no place in it.",
      resolve: ({ id }, _args, { deps, actor }) => readPoolShare(deps, actor, id),
    }),
    openedAt: t.expose("openedAt", { type: "DateTime", description: "Since when there is one." }),
  }),
});

builder.objectField(Member, "pools", (t) =>
  t.field({
    type: [Pool],
    nullable: true,
    description: "Those they are in or asked into, newest first; bounded by one household. Null for everybody else.",
    resolve: ({ id }, _args, context) => poolsOf.find(context, id),
  }),
);

refusal(PoolNotFound, "POOL_NOT_FOUND", "No pool has this id, or the viewer has no such place in it.", (t) => ({
  poolId: t.exposeID("poolId", { description: "The id that was sent." }),
}));
refusal(AlreadyInHousehold, "ALREADY_IN_HOUSEHOLD", "Nobody lives in two households.", (t) => ({
  poolId: t.exposeID("poolId", { description: "The one they are in." }),
}));
refusal(PoolFull, "POOL_FULL", "As many people are in it, or asked in, as may be.", (t) => ({
  most: t.exposeInt("most", { description: "How many that is." }),
}));
refusal(PoolNotEmpty, "POOL_NOT_EMPTY", "The last one takes the points out first.", (t) => ({
  points: t.expose("points", { type: "Points", description: "How many are left." }),
}));

type PoolFields = PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, { poolId: string }>;

const poolNow = (t: PoolFields) => ({
  pool: t.field({
    type: Pool,
    nullable: true,
    description: "As it is now. Null once the viewer has no place in it.",
    resolve: ({ poolId }, _args, context) => pools.find(context, poolId),
  }),
});

keyedMutation("openHousehold", {
  description: "A household with a pool, and the viewing member as its owner.",
  input: (t) => ({ name: t.string({ required: true, description: "As its members call it." }) }),
  refusals: [InvalidValue, MemberNotFound, MemberNotActive, AlreadyInHousehold],
  resolve: async (input, { deps, actor }) => ({ poolId: (await openHousehold(deps, actor, input)).id }),
  success: { description: "There is a household.", fields: poolNow },
});

mutation("inviteToHousehold", {
  description: "The owner asks somebody into the household; they answer themselves.",
  input: (t) => ({
    poolId: t.id({ required: true, description: "Which." }),
    member: memberField(t),
    monthMost: t.field({ type: "Points", description: "The most they take out in a month; no bound when absent." }),
  }),
  refusals: [...memberRefusals, InvalidValue, PoolNotFound, PoolFull],
  resolve: ({ member, ...input }, { deps, actor }) =>
    inviteToHousehold(deps, actor, { ...input, member: memberLookup(member) }),
  success: { description: "They are asked.", fields: poolNow },
});

const PoolInvitationAnswer = builder.enumType("PoolInvitationAnswer", {
  description: "The answer of whoever was asked in.",
  values: { ACCEPT: { description: "Yes." }, DECLINE: { description: "No." } } as const,
});

mutation("answerPoolInvitation", {
  description: "The asked member's yes or no.",
  input: (t) => ({
    poolId: t.id({ required: true, description: "Into which." }),
    answer: t.field({ type: PoolInvitationAnswer, required: true, description: "Yes or no." }),
  }),
  refusals: [PoolNotFound, AlreadyInHousehold, MemberNotFound, MemberNotActive, TransitionRefused],
  resolve: (input, { deps, actor }) => answerPoolInvitation(deps, actor, input),
  success: { description: "It is answered.", fields: poolNow },
});

mutation("leavePool", {
  description: "The viewing member goes. What they put in stays, and whoever goes last takes the points out first.",
  input: (t) => ({ poolId: t.id({ required: true, description: "Which." }) }),
  refusals: [PoolNotFound, PoolNotEmpty, TransitionRefused],
  resolve: (input, { deps, actor }) => leavePool(deps, actor, input),
  success: { description: "They are out of it.", fields: poolNow },
});

const moved = (t: PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, PoolAnswer>) => ({
  ...poolNow(t as unknown as PoolFields),
  wallet: t.expose("balance", { type: WalletAfter, description: "What the points came from, right after it." }),
  replayed: t.exposeBoolean("replayed", {
    description: "Was it done before, under the same key? Then this is the first answer again.",
  }),
});

keyedMutation("putIntoPool", {
  description: "Points of the viewing member into a pool; issuer, price and expiry stay.",
  input: (t) => ({
    poolId: t.id({ required: true, description: "Into which." }),
    points: t.field({ type: "Points", required: true, description: "How many." }),
  }),
  refusals: [PoolNotFound, InvalidPoints, InsufficientPoints, SpendLocked],
  resolve: (input, { deps, actor }) => putIntoPool(deps, actor, input),
  success: { description: "They are in the pool.", fields: moved },
});

keyedMutation("takeFromPool", {
  description: "Points of a household's pool to the viewing member, within their share of the month.",
  input: (t) => ({
    poolId: t.id({ required: true, description: "Out of which." }),
    points: t.field({ type: "Points", required: true, description: "How many." }),
  }),
  refusals: [PoolNotFound, InvalidPoints, InsufficientPoints, PoolShareReached],
  resolve: (input, { deps, actor }) => takeFromPool(deps, actor, input),
  success: { description: "They are the member's.", fields: moved },
});
