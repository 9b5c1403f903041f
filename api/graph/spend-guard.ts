import { Approval } from "#api/graph/approval.ts";
import { builder, type GraphTypes } from "#api/graph/builder.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { refusal } from "#api/graph/refusals.ts";
import type { SpendPolicy as PolicyRow, SpendRequest as RequestRow } from "#api/sql/rows.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { MemberNotActive, MemberNotFound } from "#api/use-cases/members/refusals.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { proposeSpendPolicy, readSpendPolicy } from "#api/use-cases/spending/policy.ts";
import { findGuards, type GuardView } from "#api/use-cases/spending/read-guard.ts";
import { SpendRequestNotFound } from "#api/use-cases/spending/refusals.ts";
import { answerSpendRequest, findOpenRequests, findRequest } from "#api/use-cases/spending/requests.ts";
import { lockSpending, setSpendGuard } from "#api/use-cases/spending/set-guard.ts";
import { type SpendCode as CodeRow, showSpendCode } from "#api/use-cases/spending/show-code.ts";

const guards = byId(findGuards);
const openRequests = byId(findOpenRequests);

const SpendGuard = builder.objectRef<GuardView>("SpendGuard").implement({
  description: "How a member guards their points.",
  fields: (t) => ({
    locked: t.exposeBoolean("locked", { description: "Is nothing spent at all? Earning goes on." }),
    allowedPartners: t.field({
      type: [Partner],
      description: "Where points may be spent; empty: anywhere. Bounded by what a member names.",
      resolve: async ({ allowedPartnerIds }, _args, context) =>
        (await Promise.all(allowedPartnerIds.map((id) => partners.find(context, id)))).filter((one) => one !== null),
    }),
    dayMost: t.expose("dayMost", {
      type: "Points",
      nullable: true,
      description: "The most spent in a day. Null: no bound.",
    }),
    confirmAbove: t.expose("confirmAbove", {
      type: "Points",
      nullable: true,
      description: "More at once are confirmed first. Null: none because of their number.",
    }),
    confirmNewPlaces: t.exposeBoolean("confirmNewPlaces", {
      description: "Is the first time at a partner confirmed?",
    }),
    needsCode: t.exposeBoolean("needsCode", { description: "Does spending need the rotating code of the card?" }),
  }),
});

builder.objectField(Member, "spendGuard", (t) =>
  t.field({
    type: SpendGuard,
    nullable: true,
    description: "How they guard their points. Null for partners.",
    resolve: ({ id }, _args, context) => guards.find(context, id),
  }),
);

const SpendCause = builder.enumType("SpendCause", {
  description: "Why a member is asked before points are spent.",
  values: {
    MANY_POINTS: { description: "There are many at once." },
    NEW_PLACE: { description: "They have never bought there." },
  } as const,
});

const SpendRequestState = builder.enumType("SpendRequestState", {
  description: "What became of the question.",
  values: {
    WAITING: { description: "Nobody has answered." },
    APPROVED: { description: "The member said yes." },
    REFUSED: { description: "The member said no, or wrong codes were said." },
    LAPSED: { description: "The answer came too late." },
  } as const,
});

export const SpendRequest = builder.objectRef<RequestRow>("SpendRequest").implement({
  description: "A till asks a member whether points may be spent.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque, permanent." }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Where. Null when the viewer may not see it any more.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    points: t.expose("points", { type: "Points", description: "How many." }),
    cause: t.expose("cause", { type: SpendCause, description: "Why the member is asked." }),
    state: t.expose("state", { type: SpendRequestState, description: "What became of it." }),
    code: t.exposeString("code", { description: "Said at the till, it is a yes." }),
    requestedAt: t.expose("requestedAt", { type: "DateTime", description: "When it was asked." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", description: "Until when it can be answered." }),
  }),
});

builder.objectField(Member, "spendRequests", (t) =>
  t.field({
    type: [SpendRequest],
    nullable: true,
    description: "What tills ask them right now, oldest first; each lives a minute. Null for everybody else.",
    resolve: ({ id }, _args, context) => openRequests.find(context, id),
  }),
);

builder.queryField("spendRequest", (t) =>
  t.field({
    type: SpendRequest,
    nullable: true,
    description: "One question of a till, also when it is over. Null when it is not the viewer's.",
    args: { id: t.arg.id({ required: true, description: "As the till's refusal named it." }) },
    resolve: (_root, { id }, { deps, actor }) => findRequest(deps, actor, id),
  }),
);

const SpendCode = builder.objectRef<CodeRow>("SpendCode").implement({
  description: "What a till reads to let points be spent; it lives half a minute.",
  fields: (t) => ({
    payload: t.exposeString("payload", { description: "The card's number and the code, as tills send it." }),
    code: t.exposeString("code", { description: "Eight digits, for tills that cannot read pictures." }),
    until: t.expose("until", { type: "DateTime", description: "When the next one comes." }),
  }),
});

builder.queryField("spendCode", (t) =>
  t.field({
    type: SpendCode,
    nullable: true,
    description: "The viewing member's rotating code. Null while points are locked, or without a working card.",
    resolve: (_root, _args, { deps, actor }) => showSpendCode(deps, actor),
  }),
);

const SpendPolicy = builder.objectRef<PolicyRow>("SpendPolicy").implement({
  description: "The least guard for everybody's points.",
  fields: (t) => ({
    version: t.exposeInt("version", { description: "Counts the policies there were." }),
    needsCode: t.exposeBoolean("needsCode", { description: "Does spending need the rotating code of the card?" }),
    confirmAbove: t.expose("confirmAbove", {
      type: "Points",
      nullable: true,
      description: "More points at once are confirmed by the member. Null: none because of their number.",
    }),
    confirmNewPlaces: t.exposeBoolean("confirmNewPlaces", {
      description: "Is the first time at a partner confirmed by the member?",
    }),
    giftDayMost: t.expose("giftDayMost", {
      type: "Points",
      nullable: true,
      description: "The most points that a member gives away in a day. Null: no bound.",
    }),
    validFrom: t.expose("validFrom", { type: "DateTime", description: "Since when." }),
  }),
});

builder.queryField("spendPolicy", (t) =>
  t.field({
    type: SpendPolicy,
    nullable: true,
    description: "The policy in force. Null: there is none.",
    resolve: (_root, _args, { deps, actor }) => readSpendPolicy(deps, actor),
  }),
);

refusal(SpendRequestNotFound, "SPEND_REQUEST_NOT_FOUND", "No till asks this, or not this member.", (t) => ({
  spendRequestId: t.exposeID("spendRequestId", { description: "The id that was sent." }),
}));

const guarded = {
  description: "It counts from the next request of any till.",
  fields: (t: PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, { memberId: string }>) => ({
    member: t.field({
      type: Member,
      description: "Whose points.",
      resolve: ({ memberId }, _args, context) => members.load(context, memberId),
    }),
  }),
};

mutation("setSpendGuard", {
  description: "How the viewing member guards their points. What is absent stays; an explicit null takes a bound away.",
  input: (t) => ({
    locked: t.boolean({ description: "Nothing is spent, earning goes on." }),
    allowedPartnerIds: t.idList({ description: "Only at these; an empty list: anywhere." }),
    dayMost: t.field({ type: "Points", description: "The most spent in a day." }),
    confirmAbove: t.field({ type: "Points", description: "More at once are confirmed first." }),
    confirmNewPlaces: t.boolean({ description: "The first time at a partner is confirmed." }),
    needsCode: t.boolean({ description: "Spending needs the rotating code." }),
  }),
  refusals: [MemberNotFound, MemberNotActive, InvalidValue, PartnerNotFound],
  resolve: (input, { deps, actor }) => setSpendGuard(deps, actor, input),
  success: guarded,
});

mutation("lockSpending", {
  description: "The operator's support locks a member's points, on a call; only the member unlocks them.",
  input: (t) => ({
    memberId: t.id({ required: true, description: "Whose." }),
    reason: t.string({ required: true, description: "Why; kept in the audit log." }),
  }),
  refusals: [MemberNotFound, MemberNotActive, InvalidValue],
  resolve: (input, { deps, actor }) => lockSpending(deps, actor, input),
  success: guarded,
});

const SpendAnswer = builder.enumType("SpendAnswer", {
  description: "The member's answer to a till.",
  values: {
    APPROVE: { description: "Yes, spend them." },
    REFUSE: { description: "No; it is not me, or I have thought better of it." },
  } as const,
});

mutation("answerSpendRequest", {
  description: "The member's yes or no to a till. After its time it is too late for either.",
  input: (t) => ({
    spendRequestId: t.id({ required: true, description: "What was asked." }),
    answer: t.field({ type: SpendAnswer, required: true, description: "Yes or no." }),
  }),
  refusals: [SpendRequestNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ spendRequest: await answerSpendRequest(deps, actor, input) }),
  success: {
    description: "It is answered, or was too late.",
    fields: (t) => ({
      spendRequest: t.expose("spendRequest", { type: SpendRequest, description: "As it is now." }),
    }),
  },
});

keyedMutation("proposeSpendPolicy", {
  description: "Asks finance for another policy; in force from its yes on.",
  input: (t) => ({
    needsCode: t.boolean({ required: true, description: "Spending needs the rotating code." }),
    confirmAbove: t.field({ type: "Points", description: "More at once are confirmed; none when absent." }),
    confirmNewPlaces: t.boolean({ required: true, description: "The first time at a partner is confirmed." }),
    giftDayMost: t.field({ type: "Points", description: "The most given away in a day; no bound when absent." }),
    reason: t.string({ required: true, description: "Why; kept with the policy." }),
  }),
  refusals: [InvalidValue],
  resolve: async ({ confirmAbove = null, giftDayMost = null, ...input }, { deps, actor }) => ({
    approval: await proposeSpendPolicy(deps, actor, { ...input, confirmAbove, giftDayMost }),
  }),
  success: {
    description: "It waits for finance.",
    fields: (t) => ({ approval: t.expose("approval", { type: Approval, description: "What finance has to decide." }) }),
  },
});
