import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { mutation } from "#api/graph/mutation.ts";
import { ownMemberId } from "#api/graph/own-member.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { refusal } from "#api/graph/refusals.ts";
import { described } from "#api/graph/words.ts";
import type { Message as MessageRow } from "#api/sql/rows.ts";
import { partnerIdOf } from "#api/use-cases/campaigns/houses.ts";
import { messageChannels, messageStates, purposes } from "#api/use-cases/messages/purposes.ts";
import {
  countUnreadMessages,
  findMessages,
  listInbox,
  listMessages,
  markMessagesRead,
} from "#api/use-cases/messages/read-inbox.ts";
import { MessageNotFound } from "#api/use-cases/messages/refusals.ts";

const messages = byId(findMessages);

export const MessagePurpose = builder.enumType("MessagePurpose", {
  description: "What a message is for; members agree to each apart.",
  values: described(purposes),
});
export const MessageChannel = builder.enumType("MessageChannel", {
  description: "Over which way a message goes.",
  values: described(messageChannels),
});
const MessageState = builder.enumType("MessageState", {
  description: "What became of a message.",
  values: described(messageStates),
});

export const Message = builder.objectRef<MessageRow>("Message");
builder.node(Message, {
  description: "One message to one member over one channel, in the words it was written in.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => messages.findMany(context, ids),
  fields: (t) => ({
    member: t.field({
      type: Member,
      nullable: true,
      description: "To whom. Null when the viewer may not see the member.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Who speaks. Null: the coalition.",
      resolve: ({ house }, _args, context) => partners.find(context, partnerIdOf(house)),
    }),
    purpose: t.expose("purpose", { type: MessagePurpose, description: "What it is for." }),
    channel: t.expose("channel", { type: MessageChannel, description: "Which way it goes." }),
    template: t.exposeString("template", { description: "The name of its template." }),
    language: t.exposeString("language", { description: "In which language it is written." }),
    title: t.exposeString("title", { description: "In one line." }),
    body: t.exposeString("body", { description: "All of it." }),
    href: t.exposeString("href", { nullable: true, description: "Where to look: a path of the portal." }),
    state: t.expose("state", { type: MessageState, description: "What became of it." }),
    reason: t.exposeString("reason", {
      nullable: true,
      description: "Why it was not sent, or not at once. Null: no more to say.",
    }),
    attempts: t.exposeInt("attempts", { description: "How often it was tried." }),
    dueAt: t.expose("dueAt", {
      type: "DateTime",
      nullable: true,
      description: "When it is sent, or looked at again. Null when nothing is left to do.",
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was written." }),
    sentAt: t.expose("sentAt", { type: "DateTime", nullable: true, description: "Null before it went out." }),
    readAt: t.expose("readAt", {
      type: "DateTime",
      nullable: true,
      description: "Null while it is news, and outside the inbox.",
    }),
  }),
});
const messagePages = connectionOf("Message", Message, ({ id }) => id);

builder.queryField("inbox", (t) =>
  t.field(
    messagePages({
      description: "What came to the signed-in member, newest first.",
      args: { unread: t.arg.boolean({ description: "Only what is still news." }) },
      resolve: (_root, page, { unread }, { deps, actor }) =>
        listInbox(deps, actor, { ...page, unread, memberId: ownMemberId(actor) }),
    }),
  ),
);
builder.queryField("unreadMessageCount", (t) =>
  t.int({
    description: "How many messages of the signed-in member are still news; at most 100.",
    resolve: (_root, _args, { deps, actor }) => countUnreadMessages(deps, actor, ownMemberId(actor)),
  }),
);
builder.queryField("messages", (t) =>
  t.field(
    messagePages({
      description:
        "What the viewer's house sent to members, or did not, newest first; the operator's sees every house's.",
      args: {
        memberId: t.arg.id({ description: "Only to this member." }),
        states: t.arg({ type: [MessageState], description: "Only in one of these states." }),
        channel: t.arg({ type: MessageChannel, description: "Only over this channel." }),
      },
      resolve: (_root, page, filters, { deps, actor }) => listMessages(deps, actor, { ...page, ...filters }),
    }),
  ),
);

refusal(MessageNotFound, "MESSAGE_NOT_FOUND", "No message of the viewer has this id.", (t) => ({
  messageId: t.exposeID("messageId", { description: "The id that was sent." }),
}));

mutation("markMessagesRead", {
  description: "Takes the mark of news off messages of the signed-in member.",
  input: (t) => ({ messageIds: t.idList({ description: "Which ones; all of them when absent." }) }),
  refusals: [MessageNotFound],
  resolve: async ({ messageIds }, { deps, actor }) => ({
    unreadCount: await markMessagesRead(deps, actor, { messageIds, memberId: ownMemberId(actor) }),
  }),
  success: {
    description: "They have been read.",
    fields: (t) => ({ unreadCount: t.exposeInt("unreadCount", { description: "How many are still news." }) }),
  },
});
