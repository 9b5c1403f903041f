import type { ConsentSource, MessageChannel, MessagePurpose, MessageState } from "#api/sql/rows.ts";

/** What messages are for; members agree to each apart. */
export const purposes = {
  SERVICE: "What happened to the member's own points and account.",
  OFFERS: "What there is to gain: campaigns, coupons, personal offers.",
  NEWS: "What is new: partners, rules, events.",
} as const satisfies Record<MessagePurpose, string>;

export const messageChannels = {
  INBOX: "The member's inbox in the portal.",
  EMAIL: "E-mail.",
  TELEGRAM: "A chat with the hub's bot.",
  PUSH: "Web push to a browser.",
  SMS: "A text message.",
} as const satisfies Record<MessageChannel, string>;

export const messageStates = {
  QUEUED: "Waits for its time: the quiet hours' end, or another try.",
  SENDING: "Is being handed over.",
  SENT: "The channel took it.",
  DELIVERED: "It arrived.",
  BOUNCED: "Nobody was there to take it.",
  FAILED: "It could not be sent, and is not tried again.",
  WITHHELD: "It was not to be sent: no consent, too many this week, nowhere to send it.",
} as const satisfies Record<MessageState, string>;

export const consentSources = {
  PORTAL: "In the portal, signed in.",
  UNSUBSCRIBE_LINK: "By the link in a message.",
  TELEGRAM: "By a word to the bot.",
  ENROLMENT: "When the member enrolled.",
} as const satisfies Record<ConsentSource, string>;

/** Why a message was not sent. */
export const withheldReasons = ["NO_CONSENT", "WEEKLY_MOST", "NOWHERE"] as const;
export type WithheldReason = (typeof withheldReasons)[number];

/** What nobody can switch off: service in one's own inbox is a part of having points. */
export function isAlwaysOn({ purpose, channel }: { purpose: MessagePurpose; channel: MessageChannel }): boolean {
  return purpose === "SERVICE" && channel === "INBOX";
}
