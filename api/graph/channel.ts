import { builder } from "#api/graph/builder.ts";
import { MessageChannel } from "#api/graph/message.ts";
import { mutation } from "#api/graph/mutation.ts";
import { ownMemberId } from "#api/graph/own-member.ts";
import { refusal } from "#api/graph/refusals.ts";
import { usually } from "#api/graph/words.ts";
import type { ChannelLink as LinkRow } from "#api/sql/rows.ts";
import { type ChannelView, listChannels, readDoors, testChannel } from "#api/use-cases/messages/channels.ts";
import { linkPush, readChannelLinks, startTelegramLink, unlinkChannel } from "#api/use-cases/messages/link-channel.ts";
import {
  ChannelFailed,
  ChannelLinkNotFound,
  ChannelOff,
  ChannelTaken,
  PushEndpointRefused,
} from "#api/use-cases/messages/refusals.ts";
import { type MessagingRulesView, readMessagingRules, setMessagingRules } from "#api/use-cases/messages/rules.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

const ChannelStatus = builder.objectRef<ChannelView>("ChannelStatus").implement({
  description: "Whether this hub has a channel.",
  fields: (t) => ({
    channel: t.expose("channel", { type: MessageChannel, description: "Which." }),
    isOn: t.exposeBoolean("isOn", { description: "Is it configured?" }),
  }),
});
const ChannelDoors = builder.objectRef<ReturnType<typeof readDoors>>("ChannelDoors").implement({
  description: "What a member's browser or chat needs to be linked.",
  fields: (t) => ({
    pushPublicKey: t.exposeString("pushPublicKey", {
      nullable: true,
      description: "Web push: the hub's key. Null: the channel is off.",
    }),
    telegramUrl: t.exposeString("telegramUrl", {
      nullable: true,
      description: "The bot. Null: the channel is off, or its name is not known.",
    }),
  }),
});
const ChannelLink = builder.objectRef<LinkRow>("ChannelLink").implement({
  description: "A chat or browser in which a member is written to.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its own id." }),
    channel: t.expose("channel", { type: MessageChannel, description: "Which way." }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "Since when." }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true, description: "Null while it is linked." }),
  }),
});

builder.queryField("channels", (t) =>
  t.field({
    ...usually(4),
    type: [ChannelStatus],
    description: "Which channels this hub has beside the inbox.",
    resolve: (_root, _args, { deps, actor }) => listChannels(deps, actor),
  }),
);
builder.queryField("channelDoors", (t) =>
  t.field({
    type: ChannelDoors,
    description: "What it takes to link a browser or a chat.",
    resolve: (_root, _args, { deps, actor }) => readDoors(deps, actor),
  }),
);
builder.queryField("channelLinks", (t) =>
  t.field({
    ...usually(2),
    type: [ChannelLink],
    description: "Where a member is linked now; bounded by the browsers a person has.",
    args: { memberId: t.arg.id({ description: "Whose; the viewer's own when absent." }) },
    resolve: (_root, { memberId }, { deps, actor }) => readChannelLinks(deps, actor, memberId ?? ownMemberId(actor)),
  }),
);

refusal(ChannelOff, "CHANNEL_OFF", "The channel is not configured in this hub.", (t) => ({
  channel: t.exposeString("channel", { description: "Which." }),
}));
refusal(ChannelFailed, "CHANNEL_FAILED", "The channel does not work.", (t) => ({
  channel: t.exposeString("channel", { description: "Which." }),
  reason: t.exposeString("reason", { description: "What it answered." }),
}));
refusal(ChannelTaken, "CHANNEL_TAKEN", "The browser is linked to another member.");
refusal(ChannelLinkNotFound, "CHANNEL_LINK_NOT_FOUND", "No link of the viewer has this id.", (t) => ({
  channelLinkId: t.exposeID("channelLinkId", { description: "The id that was sent." }),
}));
refusal(
  PushEndpointRefused,
  "PUSH_ENDPOINT_REFUSED",
  "The endpoint or its keys are not those of a push service the hub sends to.",
);

mutation("testChannel", {
  description: "Asks a channel whether it works, without writing to anybody.",
  input: (t) => ({
    channel: t.field({ type: MessageChannel, required: true, description: "Which; the inbox always works." }),
  }),
  refusals: [ChannelOff, ChannelFailed],
  resolve: async ({ channel }, { deps, actor }) => {
    if (channel === "INBOX") throw new ChannelOff(channel);
    return { status: await testChannel(deps, actor, { channel }) };
  },
  success: {
    description: "It works.",
    fields: (t) => ({ status: t.expose("status", { type: ChannelStatus, description: "As it is." }) }),
  },
});
mutation("startChannelLink", {
  description: "Makes a code that the signed-in member shows to the bot within a quarter of an hour.",
  input: (t) => ({
    channel: t.field({ type: MessageChannel, required: true, description: "TELEGRAM: no other channel takes codes." }),
  }),
  refusals: [ChannelOff],
  resolve: ({ channel }, { deps, actor }) => {
    if (channel !== "TELEGRAM") throw new ChannelOff(channel);
    return startTelegramLink(deps, actor, { memberId: ownMemberId(actor) });
  },
  success: {
    description: "The bot waits for it.",
    fields: (t) => ({
      code: t.exposeString("code", { description: "To be sent as `/start` and the code; it works once." }),
      botUrl: t.exposeString("botUrl", {
        nullable: true,
        description: "Opens the chat with the code. Null: the bot's name is not known.",
      }),
      expiresAt: t.expose("expiresAt", { type: "DateTime", description: "Until when it works." }),
    }),
  },
});
mutation("linkPush", {
  description: "Lets a browser of the signed-in member be pushed to.",
  input: (t) => ({
    endpoint: t.string({ required: true, description: "The push service's address for this browser." }),
    p256dh: t.string({ required: true, description: "The browser's public key, base64url." }),
    auth: t.string({ required: true, description: "The browser's secret, base64url." }),
  }),
  refusals: [ChannelOff, ChannelTaken, PushEndpointRefused],
  resolve: async ({ endpoint, p256dh, auth }, { deps, actor }) => ({
    link: await linkPush(deps, actor, { memberId: ownMemberId(actor), endpoint, keys: { p256dh, auth } }),
  }),
  success: {
    description: "It is linked.",
    fields: (t) => ({ link: t.expose("link", { type: ChannelLink, description: "As it is." }) }),
  },
});
mutation("unlinkChannel", {
  description: "Ends a link of the signed-in member; nothing is sent there any more.",
  input: (t) => ({ channelLinkId: t.id({ required: true, description: "Which." }) }),
  refusals: [ChannelLinkNotFound],
  resolve: async (input, { deps, actor }) => ({ link: await unlinkChannel(deps, actor, input) }),
  success: {
    description: "It is ended.",
    fields: (t) => ({ link: t.expose("link", { type: ChannelLink, description: "As it is now." }) }),
  },
});

const MessagingRules = builder.objectRef<MessagingRulesView>("MessagingRules").implement({
  description: "When and how often members are written to.",
  fields: (t) => ({
    quietFrom: t.exposeString("quietFrom", {
      description: "HH:MM in the coalition's zone: from then on nothing but service goes out.",
    }),
    quietUntil: t.exposeString("quietUntil", { description: "Until then. The same twice: no quiet hours." }),
    weeklyMost: t.exposeInt("weeklyMost", {
      description: "The most messages of one house to one member in seven days, service apart.",
    }),
  }),
});
builder.queryField("messagingRules", (t) =>
  t.field({
    type: MessagingRules,
    description: "When and how often members are written to.",
    resolve: (_root, _args, { deps, actor }) => readMessagingRules(deps, actor),
  }),
);
mutation("setMessagingRules", {
  description: "Sets when and how often members are written to.",
  input: (t) => ({
    quietFrom: t.string({ required: true, description: "HH:MM." }),
    quietUntil: t.string({ required: true, description: "HH:MM." }),
    weeklyMost: t.int({ required: true, description: "0 to 100." }),
    reason: t.string({ required: true, description: "Why; kept in the audit log." }),
  }),
  refusals: [InvalidValue],
  resolve: async (input, { deps, actor }) => ({ rules: await setMessagingRules(deps, actor, input) }),
  success: {
    description: "They hold from now on.",
    fields: (t) => ({ rules: t.expose("rules", { type: MessagingRules, description: "As they are." }) }),
  },
});
