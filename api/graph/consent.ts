import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Member } from "#api/graph/member.ts";
import { MessageChannel, MessagePurpose } from "#api/graph/message.ts";
import { mutation } from "#api/graph/mutation.ts";
import { ownMemberId } from "#api/graph/own-member.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { refusal } from "#api/graph/refusals.ts";
import { described, usually } from "#api/graph/words.ts";
import type { ConsentChange as ChangeRow, DeletionRequest as DeletionRow } from "#api/sql/rows.ts";
import { partnerIdOf } from "#api/use-cases/campaigns/houses.ts";
import { MemberNotActive } from "#api/use-cases/members/refusals.ts";
import { setLanguage } from "#api/use-cases/members/set-language.ts";
import { setConsents } from "#api/use-cases/messages/consents.ts";
import { consentSources } from "#api/use-cases/messages/purposes.ts";
import {
  type HousePreferences,
  listConsentChanges,
  type PreferenceView,
  readPreferences,
} from "#api/use-cases/messages/read-consents.ts";
import { ConsentFixed, DeletionRequestNotFound } from "#api/use-cases/messages/refusals.ts";
import {
  deletionStates,
  readDeletionRequest,
  requestDeletion,
  settleDeletion,
  withdrawDeletion,
} from "#api/use-cases/messages/request-deletion.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";

const ConsentSource = builder.enumType("ConsentSource", {
  description: "Where a member said it.",
  values: described(consentSources),
});

const Preference = builder.objectRef<PreferenceView>("MessagingPreference").implement({
  description: "Whether a member wants one purpose over one channel.",
  fields: (t) => ({
    purpose: t.expose("purpose", { type: MessagePurpose, description: "What for." }),
    channel: t.expose("channel", { type: MessageChannel, description: "Which way." }),
    granted: t.exposeBoolean("granted", { description: "Did the member agree?" }),
    fixed: t.exposeBoolean("fixed", { description: "It cannot be changed: service comes to the inbox." }),
  }),
});
const Preferences = builder.objectRef<HousePreferences>("MessagingPreferences").implement({
  description: "What a member agreed to with one house.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "With whom. Null: the coalition.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    choices: t.field({
      ...usually(15),
      type: [Preference],
      description: "Every purpose over every channel.",
      resolve: ({ choices }) => choices,
    }),
  }),
});
const ConsentChange = builder.objectRef<ChangeRow>("ConsentChange").implement({
  description: "A member's word on one thing they agree to. Never changed: the last one counts.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "To whom. Null: the coalition.",
      resolve: ({ house }, _args, context) => partners.find(context, partnerIdOf(house)),
    }),
    purpose: t.expose("purpose", { type: MessagePurpose, description: "What for." }),
    channel: t.expose("channel", { type: MessageChannel, description: "Which way." }),
    granted: t.exposeBoolean("granted", { description: "Yes or no." }),
    saidAt: t.expose("at", { type: "DateTime", description: "When." }),
    source: t.expose("source", { type: ConsentSource, description: "Where." }),
  }),
});
const changePages = connectionOf("ConsentChange", ConsentChange, ({ ord }) => String(ord));

builder.queryField("messagingPreferences", (t) =>
  t.field({
    ...usually(5),
    type: [Preferences],
    description:
      "What a member agreed to: with the coalition first, then with partners they have bought at or spoken of.",
    args: { memberId: t.arg.id({ description: "Whose; the viewer's own when absent." }) },
    resolve: (_root, { memberId }, { deps, actor }) => readPreferences(deps, actor, memberId ?? ownMemberId(actor)),
  }),
);
builder.queryField("consentChanges", (t) =>
  t.field(
    changePages({
      description: "What a member said when and where, newest first.",
      args: { memberId: t.arg.id({ description: "Whose; the viewer's own when absent." }) },
      resolve: (_root, page, { memberId }, { deps, actor }) =>
        listConsentChanges(deps, actor, { ...page, memberId: memberId ?? ownMemberId(actor) }),
    }),
  ),
);

refusal(ConsentFixed, "CONSENT_FIXED", "Service messages to the inbox cannot be agreed to or refused.");

const ChoiceInput = builder.inputType("ConsentInput", {
  description: "A yes or no to one purpose of one house over one channel.",
  fields: (t) => ({
    partnerId: t.id({ description: "To whom; the coalition when absent." }),
    purpose: t.field({ type: MessagePurpose, required: true, description: "What for." }),
    channel: t.field({ type: MessageChannel, required: true, description: "Which way." }),
    granted: t.boolean({ required: true, description: "Yes or no." }),
  }),
});

mutation("setConsents", {
  description: "Writes down what the signed-in member agrees to.",
  input: (t) => ({ choices: t.field({ type: [ChoiceInput], required: true, description: "What is said." }) }),
  refusals: [ConsentFixed, PartnerNotFound],
  resolve: async ({ choices }, { deps, actor }) => {
    const memberId = ownMemberId(actor);
    await setConsents(deps, actor, {
      memberId,
      choices: choices.map(({ partnerId = null, ...choice }) => ({ ...choice, partnerId })),
    });
    return { preferences: await readPreferences(deps, actor, memberId) };
  },
  success: {
    description: "It is so from now on.",
    fields: (t) => ({
      preferences: t.field({
        ...usually(5),
        type: [Preferences],
        description: "All of them, as they are now.",
        resolve: ({ preferences }) => preferences,
      }),
    }),
  },
});

mutation("setLanguage", {
  description: "Sets the language in which the signed-in member is written to.",
  input: (t) => ({ language: t.string({ required: true, description: "en, ru or be." }) }),
  refusals: [InvalidValue, MemberNotActive],
  resolve: async ({ language }, { deps, actor }) => ({
    member: await setLanguage(deps, actor, { memberId: ownMemberId(actor), language }),
  }),
  success: {
    description: "It is so from now on.",
    fields: (t) => ({ member: t.expose("member", { type: Member, description: "As it is now." }) }),
  },
});

const DeletionRequestState = builder.enumType("DeletionRequestState", {
  description: "What became of a wish to be deleted.",
  values: described(deletionStates),
});
const DeletionRequest = builder.objectRef<DeletionRow>("DeletionRequest").implement({
  description: "A member's wish that what is known about them be deleted; people at the operator see to it.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its own id." }),
    state: t.expose("state", { type: DeletionRequestState, description: "What became of it." }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was asked for." }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true, description: "Null while it is open." }),
  }),
});
builder.queryField("deletionRequest", (t) =>
  t.field({
    type: DeletionRequest,
    nullable: true,
    description: "The last wish of a member to be deleted. Null: there was none.",
    args: { memberId: t.arg.id({ description: "Whose; the viewer's own when absent." }) },
    resolve: (_root, { memberId }, { deps, actor }) => readDeletionRequest(deps, actor, memberId ?? ownMemberId(actor)),
  }),
);
refusal(
  DeletionRequestNotFound,
  "DELETION_REQUEST_NOT_FOUND",
  "No such wish of the viewer, or none that the viewer may see to.",
  (t) => ({
    deletionRequestId: t.exposeID("deletionRequestId", { description: "The id that was sent." }),
  }),
);
mutation("requestDeletion", {
  description: "Asks the operator to delete what is known about the signed-in member.",
  input: (t) => ({ understood: t.boolean({ required: true, description: "That points are lost with it." }) }),
  refusals: [InvalidValue],
  resolve: async ({ understood }, { deps, actor }) => {
    if (!understood) throw new InvalidValue("understood", "false", "true");
    return { request: await requestDeletion(deps, actor, { memberId: ownMemberId(actor) }) };
  },
  success: {
    description: "The operator knows.",
    fields: (t) => ({ request: t.expose("request", { type: DeletionRequest, description: "As it is now." }) }),
  },
});
mutation("withdrawDeletion", {
  description: "Takes the signed-in member's wish to be deleted back.",
  input: (t) => ({ deletionRequestId: t.id({ required: true, description: "Which." }) }),
  refusals: [DeletionRequestNotFound],
  resolve: async ({ deletionRequestId }, { deps, actor }) => ({
    request: await withdrawDeletion(deps, actor, { deletionRequestId, memberId: ownMemberId(actor) }),
  }),
  success: {
    description: "Nothing is deleted.",
    fields: (t) => ({ request: t.expose("request", { type: DeletionRequest, description: "As it is now." }) }),
  },
});
mutation("settleDeletion", {
  description: "Says that a member's wish to be deleted was seen to.",
  input: (t) => ({ deletionRequestId: t.id({ required: true, description: "Which." }) }),
  refusals: [DeletionRequestNotFound],
  resolve: async (input, { deps, actor }) => ({ request: await settleDeletion(deps, actor, input) }),
  success: {
    description: "It is done.",
    fields: (t) => ({ request: t.expose("request", { type: DeletionRequest, description: "As it is now." }) }),
  },
});
