import { builder } from "#api/graph/builder.ts";
import { WordsInput } from "#api/graph/campaign-input.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { MessageChannel, MessagePurpose } from "#api/graph/message.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { CampaignWords, described, usually } from "#api/graph/words.ts";
import type { MessageTemplate as TemplateRow } from "#api/sql/rows.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { sendTestMessage } from "#api/use-cases/messages/channels.ts";
import {
  findMessageTemplates,
  findTemplateUsers,
  listMessageTemplates,
  type MessagePreview as PreviewRow,
  previewStored,
  previewText,
} from "#api/use-cases/messages/find-templates.ts";
import {
  createMessageTemplate,
  editMessageTemplate,
  retireMessageTemplate,
  templateStates,
} from "#api/use-cases/messages/manage-templates.ts";
import {
  ChannelFailed,
  ChannelOff,
  MessageTemplateInUse,
  MessageTemplateInvalid,
  MessageTemplateNotFound,
  type TemplateProblem,
} from "#api/use-cases/messages/refusals.ts";
import { storedText, type TemplateText } from "#api/use-cases/messages/template-text.ts";
import { CodeTaken, InvalidValue } from "#api/use-cases/partners/refusals.ts";

const templates = byId(findMessageTemplates);
const usersOf = byId(findTemplateUsers);

const TemplateState = builder.enumType("MessageTemplateState", {
  description: "Whether a template can be sent.",
  values: described(templateStates),
});

const MessageText = builder.objectRef<TemplateText["text"]>("MessageText").implement({
  description: "What a template says, with variables in braces.",
  fields: (t) => ({
    title: t.expose("title", { type: CampaignWords, description: "In one line." }),
    body: t.expose("body", { type: CampaignWords, description: "All of it." }),
  }),
});
type Own = { channel: TemplateRow["name"]; text: TemplateText["text"] };
const MessageChannelText = builder.objectRef<Own>("MessageChannelText").implement({
  description: "What a template says over one channel instead.",
  fields: (t) => ({
    channel: t.field({ type: MessageChannel, description: "Over which.", resolve: ({ channel }) => channel as "SMS" }),
    text: t.expose("text", { type: MessageText, description: "What." }),
  }),
});
const MessagePreview = builder.objectRef<PreviewRow>("MessagePreview").implement({
  description: "How words look to a member, with examples where variables stand.",
  fields: (t) => ({
    language: t.exposeString("language", { description: "To whom it looks like that." }),
    title: t.exposeString("title", { description: "In one line." }),
    body: t.exposeString("body", { description: "All of it." }),
  }),
});

export const MessageTemplate = builder.objectRef<TemplateRow>("MessageTemplate");
builder.node(MessageTemplate, {
  description: "Words that journeys and campaigns of a house send by name.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => templates.findMany(context, ids),
  fields: (t) => ({
    name: t.exposeString("name", { description: "As journeys and campaigns name it." }),
    purpose: t.expose("purpose", { type: MessagePurpose, description: "What it is for." }),
    state: t.expose("state", { type: TemplateState, description: "Whether it can be sent." }),
    text: t.field({ type: MessageText, description: "What it says.", resolve: (row) => storedText(row).text }),
    own: t.field({
      ...usually(1),
      type: [MessageChannelText],
      description: "Where a channel has words of its own; at most one of each.",
      resolve: (row) =>
        Object.entries(storedText(row).own).map(([channel, text]) => ({ channel, text: text as TemplateText["text"] })),
    }),
    href: t.string({
      nullable: true,
      description: "Where it leads: a path of the portal.",
      resolve: (row) => storedText(row).href,
    }),
    variables: t.exposeStringList("variables", {
      description: "What whoever sends it has to fill, beside what is always known.",
    }),
    revision: t.exposeInt("revision", { description: "Counts how often it was written." }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was first written." }),
    users: t.stringList({
      description: "Names of the journeys and campaigns that send it; bounded by what a house runs.",
      resolve: async ({ id }, _args, context) => ((await usersOf.find(context, id)) ?? []).map(({ name }) => name),
    }),
    previews: t.field({
      ...usually(3),
      type: [MessagePreview],
      description: "How it looks in each language.",
      args: { channel: t.arg({ type: MessageChannel, defaultValue: "INBOX", description: "Over which channel." }) },
      resolve: (row, { channel }) => previewStored(row, channel ?? "INBOX"),
    }),
  }),
});
const templatePages = connectionOf("MessageTemplate", MessageTemplate, ({ name }) => name);

builder.queryField("messageTemplates", (t) =>
  t.field(
    templatePages({
      description: "The viewer's house's templates, by name.",
      args: { states: t.arg({ type: [TemplateState], description: "Only in one of these states." }) },
      resolve: (_root, page, { states }, { deps, actor }) => listMessageTemplates(deps, actor, { ...page, states }),
    }),
  ),
);
builder.queryField("messageTemplate", (t) =>
  t.field({
    type: MessageTemplate,
    nullable: true,
    description: "A template by its id. Null when there is none that the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "Which." }) },
    resolve: (_root, { id }, context) => templates.find(context, id),
  }),
);

const MessageTextInput = builder.inputType("MessageTextInput", {
  description: "What a template says, with variables in braces.",
  fields: (t) => ({
    title: t.field({ type: WordsInput, required: true, description: "In one line." }),
    body: t.field({ type: WordsInput, required: true, description: "All of it." }),
  }),
});
const ChannelTextInput = builder.inputType("MessageChannelTextInput", {
  description: "What a template says over one channel instead.",
  fields: (t) => ({
    channel: t.field({ type: MessageChannel, required: true, description: "Over which." }),
    text: t.field({ type: MessageTextInput, required: true, description: "What." }),
  }),
});
const TemplateTextInput = builder.inputType("MessageTemplateTextInput", {
  description: "All that a template says.",
  fields: (t) => ({
    text: t.field({ type: MessageTextInput, required: true, description: "What it says." }),
    own: t.field({
      type: [ChannelTextInput],
      description: "Where a channel has words of its own; as before when absent.",
    }),
    href: t.string({ description: "Where it leads: a path of the portal." }),
  }),
});

type Words = { en: string; ru?: string | null | undefined; be?: string | null | undefined };
type Text = { title: Words; body: Words };
type Said = {
  text: Text;
  own?: readonly { channel: string; text: Text }[] | null | undefined;
  href?: string | null | undefined;
};

/** As authors' words are kept: a language that was not written is absent. */
function textOf({ text, own, href }: Said) {
  const words = ({ en, ru, be }: Words) => ({ en, ...(ru ? { ru } : {}), ...(be ? { be } : {}) });
  const both = ({ title, body }: Text) => ({ title: words(title), body: words(body) });
  return {
    text: both(text),
    ...(own ? { own: Object.fromEntries(own.map((one) => [one.channel, both(one.text)])) } : {}),
    href: href || null,
  };
}

const Problem = builder.objectRef<TemplateProblem>("MessageTemplateProblem").implement({
  description: "Where in a template something is wrong, and what.",
  fields: (t) => ({
    path: t.exposeString("path", { description: "The way to it." }),
    message: t.exposeString("message", { description: "In English: what would be right." }),
  }),
});
refusal(
  MessageTemplateNotFound,
  "MESSAGE_TEMPLATE_NOT_FOUND",
  "No template of the viewer's house has this id.",
  (t) => ({
    messageTemplateId: t.exposeID("messageTemplateId", { description: "The id that was sent." }),
  }),
);
refusal(
  MessageTemplateInvalid,
  "MESSAGE_TEMPLATE_INVALID",
  "The words cannot be sent; each mistake is named.",
  (t) => ({
    problems: t.field({ type: [Problem], description: "All of them.", resolve: ({ problems }) => [...problems] }),
  }),
);
refusal(
  MessageTemplateInUse,
  "MESSAGE_TEMPLATE_IN_USE",
  "Something that runs sends it, and would not fit it any more.",
  (t) => ({
    users: t.stringList({ description: "Names of the journeys and campaigns.", resolve: ({ users }) => [...users] }),
  }),
);

const template = { type: MessageTemplate, description: "As it is now." } as const;

builder.queryField("messagePreview", (t) =>
  t.field({
    ...usually(3),
    type: [MessagePreview],
    description: "How words that are being written look in each language, with examples where variables stand.",
    args: {
      text: t.arg({ type: TemplateTextInput, required: true, description: "What is being written." }),
      channel: t.arg({ type: MessageChannel, defaultValue: "INBOX", description: "Over which channel." }),
    },
    resolve: (_root, { text, channel }, { actor }) =>
      previewText(actor, { name: "", text: textOf(text), channel: channel ?? "INBOX" }),
  }),
);

keyedMutation("createMessageTemplate", {
  description: "Writes words that journeys and campaigns of the viewer's house can send by name.",
  input: (t) => ({
    name: t.string({ required: true, description: "By which it is named; never changed." }),
    purpose: t.field({ type: MessagePurpose, required: true, description: "What it is for." }),
    text: t.field({ type: TemplateTextInput, required: true, description: "What it says." }),
  }),
  refusals: [MessageTemplateInvalid, CodeTaken, InvalidValue],
  resolve: async ({ text, ...input }, { deps, actor }) => ({
    template: await createMessageTemplate(deps, actor, { ...input, text: textOf(text) }),
  }),
  success: { description: "It can be sent.", fields: (t) => ({ template: t.expose("template", template) }) },
});

mutation("editMessageTemplate", {
  description: "Writes a template anew; what runs goes on with the new words.",
  input: (t) => ({
    messageTemplateId: t.id({ required: true, description: "Which." }),
    text: t.field({ type: TemplateTextInput, required: true, description: "What it says now." }),
  }),
  refusals: [MessageTemplateNotFound, MessageTemplateInvalid, MessageTemplateInUse, TransitionRefused],
  resolve: async ({ messageTemplateId, text }, { deps, actor }) => ({
    template: await editMessageTemplate(deps, actor, { messageTemplateId, text: textOf(text) }),
  }),
  success: { description: "It says that.", fields: (t) => ({ template: t.expose("template", template) }) },
});

mutation("retireMessageTemplate", {
  description: "Takes a template out of use, once nothing sends it.",
  input: (t) => ({
    messageTemplateId: t.id({ required: true, description: "Which." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [MessageTemplateNotFound, MessageTemplateInUse, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ template: await retireMessageTemplate(deps, actor, input) }),
  success: { description: "Nothing sends it any more.", fields: (t) => ({ template: t.expose("template", template) }) },
});

mutation("sendTestMessage", {
  description: "Sends a template with examples to the viewer's own address by e-mail.",
  input: (t) => ({
    messageTemplateId: t.id({ required: true, description: "Which." }),
    language: t.string({ required: true, description: "In which language: en, ru or be." }),
  }),
  refusals: [MessageTemplateNotFound, ChannelOff, ChannelFailed],
  resolve: async (input, { deps, actor }) => ({ sentTo: await sendTestMessage(deps, actor, input) }),
  success: {
    description: "The channel took it.",
    fields: (t) => ({ sentTo: t.exposeString("sentTo", { description: "Where to look." }) }),
  },
});
