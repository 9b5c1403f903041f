import { builder, type GraphTypes } from "#api/graph/builder.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { Pool, PoolLeaving, pools } from "#api/graph/pool.ts";
import { WalletAfter } from "#api/graph/redemption.ts";
import { refusal } from "#api/graph/refusals.ts";
import { memberField, memberLookup, memberRefusals } from "#api/graph/till-input.ts";
import { InsufficientPoints } from "#api/ledger/refusals.ts";
import { ClubNotFound } from "#api/use-cases/clubs/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { MemberNotActive, MemberNotFound } from "#api/use-cases/members/refusals.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { InvalidPoints } from "#api/use-cases/points/refusals.ts";
import { answerPoolInvitation } from "#api/use-cases/pools/answer-invitation.ts";
import { inviteToHousehold } from "#api/use-cases/pools/invite-to-household.ts";
import { leavePool } from "#api/use-cases/pools/leave-pool.ts";
import { type PoolAnswer, putIntoPool, takeFromPool } from "#api/use-cases/pools/move-pool-points.ts";
import { openClubPool } from "#api/use-cases/pools/open-club-pool.ts";
import { openHousehold } from "#api/use-cases/pools/open-household.ts";
import {
  AlreadyInHousehold,
  ClubHasPool,
  PoolFull,
  PoolNotEmpty,
  PoolNotFound,
  PoolShareReached,
} from "#api/use-cases/pools/refusals.ts";
import { setPoolShare } from "#api/use-cases/pools/set-share.ts";
import { SpendLimitReached, SpendLocked } from "#api/use-cases/spending/refusals.ts";

refusal(PoolNotFound, "POOL_NOT_FOUND", "No pool has this id, or the viewer has no such place in it.", (t) => ({
  poolId: t.exposeID("poolId", { description: "The id that was sent." }),
}));
refusal(AlreadyInHousehold, "ALREADY_IN_HOUSEHOLD", "Nobody lives in two households.", (t) => ({
  poolId: t.exposeID("poolId", { description: "The one they are in." }),
}));
refusal(PoolFull, "POOL_FULL", "As many people are in it, or asked in, as may be.", (t) => ({
  most: t.exposeInt("most", { description: "How many that is." }),
}));
refusal(ClubHasPool, "CLUB_HAS_POOL", "A club has one pool.", (t) => ({
  poolId: t.exposeID("poolId", { description: "The one it has." }),
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

keyedMutation("openClubPool", {
  description: "A pool for a club of the viewer's house: its members fill it, and take out what their share allows.",
  input: (t) => ({
    clubId: t.id({ required: true, description: "Whose." }),
    monthMost: t.field({
      type: "Points",
      description: "The most points a month of whoever is given no share of their own; none: no bound; 0: nothing.",
    }),
    onLeaving: t.field({
      type: PoolLeaving,
      required: true,
      description: "What happens to what leavers put in; for good.",
    }),
  }),
  refusals: [InvalidValue, ClubNotFound, ClubHasPool, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ poolId: (await openClubPool(deps, actor, input)).id }),
  success: { description: "There is a pool, with a place for everybody in the club.", fields: poolNow },
});

mutation("setPoolShare", {
  description:
    "How many points a month somebody may take out of a pool: a household's owner says it, or whoever runs the club.",
  input: (t) => ({
    poolId: t.id({ required: true, description: "Out of which." }),
    poolPlaceId: t.id({ description: "Whose; absent: of everybody in a club who has no share of their own." }),
    monthMost: t.field({ type: "Points", description: "The most; 0: nothing; absent: no bound of their own." }),
  }),
  refusals: [InvalidValue, PoolNotFound],
  resolve: async (input, { deps, actor }) => ({ poolId: (await setPoolShare(deps, actor, input)).id }),
  success: { description: "It counts from now on.", fields: poolNow },
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
  description:
    "The viewing member leaves a household. What they put in stays, and whoever goes last takes the points out first.",
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
  description:
    "Points of the viewing member into a pool; issuer, price and expiry stay. Into a club's they count as a gift.",
  input: (t) => ({
    poolId: t.id({ required: true, description: "Into which." }),
    points: t.field({ type: "Points", required: true, description: "How many." }),
  }),
  refusals: [PoolNotFound, InvalidPoints, InsufficientPoints, SpendLocked, SpendLimitReached],
  resolve: (input, { deps, actor }) => putIntoPool(deps, actor, input),
  success: { description: "They are in the pool.", fields: moved },
});

keyedMutation("takeFromPool", {
  description: "Points of a pool to the viewing member, within their share of the month.",
  input: (t) => ({
    poolId: t.id({ required: true, description: "Out of which." }),
    points: t.field({ type: "Points", required: true, description: "How many." }),
  }),
  refusals: [PoolNotFound, InvalidPoints, InsufficientPoints, PoolShareReached],
  resolve: (input, { deps, actor }) => takeFromPool(deps, actor, input),
  success: { description: "They are the member's.", fields: moved },
});
