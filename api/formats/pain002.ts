import { UnreadableFile } from "#api/formats/unreadable-file.ts";
import { readXml, type XmlElement } from "#api/formats/xml-elements.ts";
import { amountIn, badValue, find, findAll, need, needText, textAt } from "#api/formats/xml-fields.ts";
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

const MESSAGE = "Document/CstmrPmtStsRpt";
const BLOCK = `${MESSAGE}/OrgnlPmtInfAndSts`;

/** Reads a pain.002 message wholly or not at all. Throws UnreadableFile. */
export function readPain002(xml: string | Uint8Array): PaymentAnswers {
  let header: XmlElement | null = null;
  let original: XmlElement | null = null;
  let hasRoot = false;
  let block: XmlElement & { children: XmlElement[] } = emptyBlock();
  const blocks: PaymentAnswers["blocks"][number][] = [];
  const payments: PaymentAnswer[] = [];
  const field = (element: XmlElement) => block.children.push(element);
  readXml(xml, {
    opened: {
      [MESSAGE]: () => {
        hasRoot = true;
      },
      [BLOCK]: (place) => {
        block = { ...emptyBlock(), place };
      },
    },
    at: {
      [`${MESSAGE}/GrpHdr`]: (element) => {
        header = element;
      },
      [`${MESSAGE}/OrgnlGrpInfAndSts`]: (element) => {
        original = element;
      },
      [`${BLOCK}/OrgnlPmtInfId`]: field,
      [`${BLOCK}/PmtInfSts`]: field,
      [`${BLOCK}/StsRsnInf`]: field,
      [`${BLOCK}/TxInfAndSts`]: (element) => payments.push(paymentOf(element, needText(block, "OrgnlPmtInfId"))),
    },
    closed: {
      [BLOCK]: () => {
        if (!find(block, "PmtInfSts")) return;
        blocks.push({ blockId: needText(block, "OrgnlPmtInfId"), ...statusAt(block, "PmtInfSts") });
      },
    },
  });
  if (!hasRoot) throw new UnreadableFile("WRONG_MESSAGE", `This is no pain.002 message: it has no ${MESSAGE}.`);
  if (!header) throw new UnreadableFile("MISSING", `${MESSAGE} has no GrpHdr.`);
  if (!original) throw new UnreadableFile("MISSING", `${MESSAGE} has no OrgnlGrpInfAndSts.`);
  return {
    messageId: needText(header, "MsgId"),
    createdAt: needText(header, "CreDtTm"),
    originalMessageId: originalIdOf(original),
    group: find(original, "GrpSts") ? statusAt(original, "GrpSts") : null,
    blocks,
    payments,
  };
}

function emptyBlock(): XmlElement & { children: XmlElement[] } {
  return { name: "OrgnlPmtInfAndSts", attributes: {}, text: "", children: [], place: { line: 1, column: 1, path: "" } };
}

/** An answer to something else than transfers, direct debits say, is none of ours. */
function originalIdOf(original: XmlElement): string {
  const name = find(original, "OrgnlMsgNmId");
  if (name && !name.text.startsWith("pain.001")) throw badValue(name, "no order of transfers");
  return needText(original, "OrgnlMsgId");
}

function paymentOf(element: XmlElement, blockId: string): PaymentAnswer {
  const amount = find(element, "OrgnlTxRef/Amt/InstdAmt");
  return {
    endToEndId: needText(element, "OrgnlEndToEndId"),
    blockId,
    ...statusAt(element, "TxSts"),
    amountE6: amount && amountIn(amount),
  };
}

function statusAt(element: XmlElement, name: string): { status: PaymentStatus; reasons: AnswerReason[] } {
  const status = need(element, name);
  if (!isPaymentStatus(status.text)) throw badValue(status, "no status of a payment that is known");
  return { status: status.text, reasons: findAll(element, "StsRsnInf").map(reasonOf) };
}

const isPaymentStatus = (text: string): text is PaymentStatus => Object.hasOwn(paymentStatuses, text);

function reasonOf(element: XmlElement): AnswerReason {
  const text = findAll(element, "AddtlInf")
    .map((piece) => piece.text)
    .join(" ");
  return { code: textAt(element, "Rsn/Cd", "Rsn/Prtry") ?? "NARR", text: text || null };
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
