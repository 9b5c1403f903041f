import type { MoneyE6 } from "#api/kernel/money.ts";

/** The bank's answer to a pain.001 message. */
export type PaymentAnswers = {
  messageId: string;
  createdAt: string;
  /** The message id of the pain.001 it answers. */
  originalMessageId: string;
  /** For the whole file; null where the bank answers only for parts. */
  group: { status: PaymentStatus; reasons: readonly AnswerReason[] } | null;
  /** For whole blocks (`blockId`). */
  blocks: readonly { blockId: string; status: PaymentStatus; reasons: readonly AnswerReason[] }[];
  payments: readonly PaymentAnswer[];
};

export type PaymentAnswer = {
  endToEndId: string;
  blockId: string;
  status: PaymentStatus;
  reasons: readonly AnswerReason[];
  amountE6: MoneyE6 | null;
};

/** `code` of ISO's list (AC04: closed account), or the bank's own. */
export type AnswerReason = { code: string; text: string | null };

/** ISO's codes of a status, and what they come to for the one who pays. */
export const paymentStatuses = {
  RCVD: "PENDING",
  PDNG: "PENDING",
  PART: "PENDING",
  ACTC: "ACCEPTED",
  ACCP: "ACCEPTED",
  ACFC: "ACCEPTED",
  ACWC: "ACCEPTED",
  ACSP: "ACCEPTED",
  ACSC: "ACCEPTED",
  ACCC: "ACCEPTED",
  RJCT: "REJECTED",
  CANC: "REJECTED",
} as const;

export type PaymentStatus = keyof typeof paymentStatuses;

/** Reads a pain.002 message wholly or not at all. Throws UnreadableFile. */
export function readPain002(_xml: string | Uint8Array): PaymentAnswers {
  throw new Error("readPain002 is being written");
}

/** What the bank says of one payment: of itself, else of its block, else of the whole file; null: nothing yet. */
export function answerTo(
  answers: PaymentAnswers,
  payment: { endToEndId: string; blockId: string },
): { status: PaymentStatus; outcome: "PENDING" | "ACCEPTED" | "REJECTED"; reasons: readonly AnswerReason[] } | null {
  const said =
    answers.payments.find(({ endToEndId }) => endToEndId === payment.endToEndId) ??
    answers.blocks.find(({ blockId, status }) => blockId === payment.blockId && status !== "PART") ??
    (answers.group?.status === "PART" ? null : answers.group);
  return said ? { status: said.status, outcome: paymentStatuses[said.status], reasons: said.reasons } : null;
}
