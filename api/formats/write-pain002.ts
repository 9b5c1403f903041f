import type { PaymentStatus } from "#api/formats/pain002.ts";
import { node, optional, type XmlNode, xmlText } from "#api/formats/xml-writer.ts";

/** What the test bank answers to a pain.001. */
export type TestAnswer = { status: PaymentStatus; reason?: string; text?: string };

/** A pain.002.001.10 message; same input, same bytes. */
export function writePain002(message: {
  messageId: string;
  createdAt: Date;
  originalMessageId: string;
  group?: TestAnswer;
  blocks?: readonly {
    blockId: string;
    answer?: TestAnswer;
    payments?: readonly ({ endToEndId: string } & TestAnswer)[];
  }[];
}): string {
  const { messageId, createdAt, originalMessageId, group, blocks = [] } = message;
  const xmlns = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";
  const report = node("CstmrPmtStsRpt", [
    node("GrpHdr", [node("MsgId", messageId), node("CreDtTm", createdAt.toISOString())]),
    node("OrgnlGrpInfAndSts", [
      node("OrgnlMsgId", originalMessageId),
      node("OrgnlMsgNmId", "pain.001.001.09"),
      optional("GrpSts", group?.status),
      reasonNode(group),
    ]),
    ...blocks.map(({ blockId, answer, payments = [] }) =>
      node("OrgnlPmtInfAndSts", [
        node("OrgnlPmtInfId", blockId),
        optional("PmtInfSts", answer?.status),
        reasonNode(answer),
        ...payments.map(paymentNode),
      ]),
    ),
  ]);
  return xmlText(node("Document", [report], { xmlns }));
}

function paymentNode({ endToEndId, ...answer }: { endToEndId: string } & TestAnswer): XmlNode {
  return node("TxInfAndSts", [node("OrgnlEndToEndId", endToEndId), node("TxSts", answer.status), reasonNode(answer)]);
}

function reasonNode(answer: TestAnswer | undefined): XmlNode | null {
  if (!answer?.reason) return null;
  return node("StsRsnInf", [node("Rsn", [node("Cd", answer.reason)]), optional("AddtlInf", answer.text)]);
}
