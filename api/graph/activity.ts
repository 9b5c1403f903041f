import type { Words } from "#api/engine/campaign.ts";
import { builder, type GraphTypes } from "#api/graph/builder.ts";
import { CampaignVersion } from "#api/graph/campaign.ts";
import { WordsInput } from "#api/graph/campaign-input.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { MemberEntry } from "#api/graph/history.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { Money, optionalMoneyE6 } from "#api/graph/money.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { saidWords } from "#api/graph/offering.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { refusal } from "#api/graph/refusals.ts";
import { memberField, memberLookup, occurredAtField, placeFields, tillRefusals } from "#api/graph/till-input.ts";
import { CampaignWords, usually } from "#api/graph/words.ts";
import { kindOfId } from "#api/kernel/ids.ts";
import { ExposureLimitExceeded, LimitReached, PrepaidPointsExhausted } from "#api/ledger/refusals.ts";
import type { ActivityKind as KindRow } from "#api/sql/rows.ts";
import {
  findActivities,
  findTallies,
  listActivities,
  listActivityKinds,
  type ActivityTally as TallyRow,
} from "#api/use-cases/activities/find-activities.ts";
import { findRewarding } from "#api/use-cases/activities/find-rewarding.ts";
import { createActivityKind, renameActivityKind, retireActivityKind } from "#api/use-cases/activities/kinds.ts";
import { recordActivity } from "#api/use-cases/activities/record-activity.ts";
import {
  ActivityKindNotFound,
  ActivityKindTaken,
  ActivityNotFound,
  ActivityRecordedAlready,
  TooManyActivityKinds,
} from "#api/use-cases/activities/refusals.ts";
import { reverseActivity } from "#api/use-cases/activities/reverse-activity.ts";
import type { KnownActivity } from "#api/use-cases/activities/reward-activity.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { FutureDated, PartnerMayNotIssue } from "#api/use-cases/purchases/refusals.ts";

const activities = byId(findActivities);
const tallyOf = byId(findTallies);
const rewardingOf = byId(findRewarding);

const ActivityTally = builder.objectRef<TallyRow>("ActivityTally").implement({
  description: "How much was recorded of a kind of activity, and what it gave.",
  fields: (t) => ({
    count: t.exposeInt("count", { description: "How often." }),
    points: t.expose("points", { type: "Points", description: "What it gave, without what was taken back." }),
  }),
});

const ActivityKind = builder.objectRef<KindRow>("ActivityKind").implement({
  description: "A kind of activity that campaigns may reward.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its own id." }),
    code: t.exposeString("code", { description: "What rules compare `activity.kind` with." }),
    name: t.field({ type: CampaignWords, description: "What members read.", resolve: ({ name }) => name as Words }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Who records it. Null: every partner, or the hub.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    byHub: t.exposeBoolean("byHub", { description: "The hub records it by itself; nobody else does." }),
    lately: t.field({
      type: ActivityTally,
      description: "What was recorded of it in the last 30 days, as far as the viewer may see.",
      resolve: async ({ id }, _args, context) => (await tallyOf.find(context, id)) ?? { count: 0, points: 0n },
    }),
    campaigns: t.field({
      ...usually(3),
      type: [CampaignVersion],
      description:
        "Campaigns about it that are agreed on and not over, as far as the viewer may see them; bounded by what is run.",
      resolve: async ({ id }, _args, context) => (await rewardingOf.find(context, id)) ?? [],
    }),
    retiredAt: t.expose("retiredAt", { type: "DateTime", nullable: true, description: "Since when none is recorded." }),
  }),
});

const Activity = builder.objectRef<KnownActivity>("Activity");
builder.node(Activity, {
  description: "Something a member did that was no purchase.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => activities.findMany(context, ids),
  fields: (t) => ({
    kind: t.expose("kind", { type: ActivityKind, description: "What it was." }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Where. Null when the viewer may not see the partner.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Who. Null when the viewer may not see the member.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    amount: t.field({ type: Money, description: "The money in it.", resolve: ({ amountE6 }) => amountE6 }),
    reference: t.exposeString("reference", { description: "The partner's own number of it." }),
    occurredAt: t.expose("occurredAt", { type: "DateTime", description: "When." }),
    points: t.expose("points", { type: "Points", nullable: true, description: "What it gave. Null: not decided yet." }),
    reversedAt: t.expose("reversedAt", { type: "DateTime", nullable: true, description: "When it was taken back." }),
  }),
});

const activityPages = connectionOf("Activity", Activity, ({ id }) => id);

builder.queryField("activities", (t) =>
  t.field(
    activityPages({
      description: "Activities, newest first: a member's own, a partner's own, all for the operator.",
      resolve: (_root, page, _args, { deps, actor }) => listActivities(deps, actor, page),
    }),
  ),
);

builder.queryField("activityKinds", (t) =>
  t.field({
    type: [ActivityKind],
    description:
      "The kinds that are recorded at the viewer's house, by code: at most 50 of the coalition and 50 of each house.",
    resolve: (_root, _args, { deps, actor }) => listActivityKinds(deps, actor),
  }),
);

builder.objectField(MemberEntry, "activity", (t) =>
  t.field({
    type: Activity,
    nullable: true,
    description: "The activity that gave these points. Null: none did.",
    resolve: ({ purchaseId }, _args, context) =>
      purchaseId && kindOfId(purchaseId) === "activity" ? activities.find(context, purchaseId) : null,
  }),
);

refusal(ActivityKindNotFound, "ACTIVITY_KIND_NOT_FOUND", "No such kind of activity is recorded here.", (t) => ({
  kind: t.exposeString("kind", { description: "The code that was sent." }),
}));
refusal(ActivityKindTaken, "ACTIVITY_KIND_TAKEN", "There is such a kind already.", (t) => ({
  kind: t.exposeString("kind", { description: "Its code." }),
}));
refusal(TooManyActivityKinds, "TOO_MANY_ACTIVITY_KINDS", "The house has as many kinds as anybody reads.", (t) => ({
  most: t.exposeInt("most", { description: "So many, retired ones counted." }),
}));
refusal(ActivityRecordedAlready, "ACTIVITY_RECORDED_ALREADY", "It was recorded before, under another key.", (t) => ({
  activityId: t.exposeID("activityId", { description: "The activity that took the reference." }),
}));
refusal(ActivityNotFound, "ACTIVITY_NOT_FOUND", "No activity has this id, or none of the viewer's.", (t) => ({
  activityId: t.exposeID("activityId", { description: "The id that was sent." }),
}));

type One = PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, { activity: KnownActivity }>;
const activityField = (t: One) => ({
  activity: t.expose("activity", { type: Activity, description: "With what it gave." }),
});

keyedMutation("recordActivity", {
  description: "Records something a member did that was no purchase, and gives what campaigns give for it.",
  input: (t) => ({
    ...placeFields(t),
    member: memberField(t),
    kind: t.string({ required: true, description: "The code of its kind." }),
    amount: t.field({ type: "Decimal", description: "The money in it; none when absent." }),
    reference: t.string({ required: true, description: "The partner's own number of it." }),
    occurredAt: occurredAtField(t),
  }),
  refusals: [
    ...tillRefusals,
    ActivityKindNotFound,
    ActivityRecordedAlready,
    InvalidValue,
    FutureDated,
    PartnerMayNotIssue,
    ExposureLimitExceeded,
    PrepaidPointsExhausted,
    LimitReached,
  ],
  resolve: async ({ member, amount, ...input }, { deps, actor }) => {
    const asked = { ...input, member: memberLookup(member), amountE6: optionalMoneyE6(amount) };
    return { activity: await recordActivity(deps, actor, asked) };
  },
  success: { description: "It is recorded.", fields: activityField },
});

mutation("reverseActivity", {
  description: "Takes back what an activity gave: it did not happen after all.",
  input: (t) => ({
    activityId: t.id({ required: true, description: "Which." }),
    reason: t.string({ required: true, description: "Why; the member reads it." }),
  }),
  refusals: [ActivityNotFound, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ activity: await reverseActivity(deps, actor, input) }),
  success: { description: "It is taken back.", fields: activityField },
});

type OneKind = PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, { kind: KindRow }>;
const kindField = (t: OneKind) => ({ kind: t.expose("kind", { type: ActivityKind, description: "As it is now." }) });

keyedMutation("createActivityKind", {
  description: "Adds a kind of activity; `birthday` and `profile_completed` are recorded by the hub itself.",
  input: (t) => ({
    code: t.string({ required: true, description: "What rules compare `activity.kind` with." }),
    name: t.field({ type: WordsInput, required: true, description: "What members read in their history." }),
    partnerId: t.id({ description: "Who records it; every partner when absent. A partner's own is always its own." }),
  }),
  refusals: [ActivityKindTaken, InvalidValue, PartnerNotFound, TooManyActivityKinds],
  resolve: async ({ name, ...input }, { deps, actor }) => ({
    kind: await createActivityKind(deps, actor, { ...input, name: saidWords(name) }),
  }),
  success: { description: "It can be recorded.", fields: kindField },
});

mutation("renameActivityKind", {
  description: "Calls a kind of activity something else; what rules compare stays.",
  input: (t) => ({
    code: t.string({ required: true, description: "Which kind." }),
    name: t.field({ type: WordsInput, required: true, description: "What members read from now on." }),
  }),
  refusals: [ActivityKindNotFound, InvalidValue],
  resolve: async ({ code, name }, { deps, actor }) => ({
    kind: await renameActivityKind(deps, actor, { code, name: saidWords(name) }),
  }),
  success: { description: "It is called so.", fields: kindField },
});

mutation("retireActivityKind", {
  description: "Nothing of the kind is recorded any more.",
  input: (t) => ({ code: t.string({ required: true, description: "Which kind." }) }),
  refusals: [ActivityKindNotFound],
  resolve: async (input, { deps, actor }) => ({ kind: await retireActivityKind(deps, actor, input) }),
  success: { description: "It is retired.", fields: kindField },
});
