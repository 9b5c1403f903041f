import type { MessageState } from "#api/sql/rows.ts";
import type { Machine } from "#api/use-cases/machine.ts";

export type MessageEvent = "take" | "sent" | "arrived" | "later" | "bounced" | "fail" | "withhold";

/** A message's way out. What a died gateway left being sent is taken again. */
export const messageMachine = {
  QUEUED: { take: "SENDING", withhold: "WITHHELD" },
  SENDING: {
    take: "SENDING",
    sent: "SENT",
    arrived: "DELIVERED",
    later: "QUEUED",
    bounced: "BOUNCED",
    fail: "FAILED",
    withhold: "WITHHELD",
  },
  SENT: { arrived: "DELIVERED", bounced: "BOUNCED" },
  DELIVERED: {},
  BOUNCED: {},
  FAILED: {},
  WITHHELD: {},
} as const satisfies Machine<MessageState, MessageEvent>;
