import { isSepaId, sepaText } from "#api/formats/sepa-text.ts";
import { node, type XmlNode, xmlText } from "#api/formats/xml-writer.ts";
import { parseBic, parseCreditorReference, parseIban } from "#api/kernel/iban.ts";
import { formatMoney, type MoneyE6 } from "#api/kernel/money.ts";

/** Transfers to be made by the bank from one account. */
export type PaymentOrder = {
  /** At most 26 characters of SEPA's set: the blocks' ids are made of it. `sepaReference(paymentFile.id)` fits. */
  messageId: string;
  createdAt: Date;
  debtor: AccountHolder;
  currency: string;
  transfers: readonly Transfer[];
};

export type AccountHolder = { name: string; iban: string; bic: string | null };

export type Transfer = {
  /** At most 35 characters of SEPA's set; comes back in pain.002 and camt.053. */
  endToEndId: string;
  /** Day of execution, `YYYY-MM-DD`. */
  executeOn: string;
  /** Positive, whole cents, below a thousand million. */
  amountE6: MoneyE6;
  creditor: AccountHolder;
  /** Free text, cleaned and cut to 140 characters; or a structured RF reference. */
  remittance: string | { creditorReference: string };
};

/** What cannot be sent to a bank: a bug or bad master data, named by its field. */
export class UnpayableOrder extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.name = "UnpayableOrder";
    this.field = field;
  }
}

const MESSAGE_ID_MAX = 26;
const ID_MAX = 35;
const NAME_MAX = 70;
const REMITTANCE_MAX = 140;
const CENT = 10_000n;
const AMOUNT_MAX: MoneyE6 = 999_999_999_990_000n;

/**
 * A pain.001.001.09 message: one block per day of execution, transfers in the order given. Same order, same bytes.
 * Throws UnpayableOrder.
 */
export function writePain001(order: PaymentOrder): string {
  const { messageId, createdAt, debtor, transfers } = order;
  if (!isSepaId(messageId, MESSAGE_ID_MAX)) throw new UnpayableOrder("messageId", `"${messageId}" is no message id.`);
  if (transfers.length === 0) throw new UnpayableOrder("transfers", "The order pays nobody.");
  const ids = new Set(transfers.map(({ endToEndId }) => endToEndId));
  if (ids.size < transfers.length) throw new UnpayableOrder("endToEndId", "Two transfers have one end-to-end id.");
  const header = node("GrpHdr", [
    node("MsgId", messageId),
    node("CreDtTm", createdAt.toISOString()),
    ...countNodes(transfers),
    node("InitgPty", [nameNode("debtor.name", debtor.name)]),
  ]);
  const days = [...new Set(transfers.map(({ executeOn }) => executeOn))].sort();
  const blocks = days.map((day) => blockNode(order, day));
  const xmlns = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
  return xmlText(node("Document", [node("CstmrCdtTrfInitn", [header, ...blocks])], { xmlns }));
}

/** The id of the block in which `executeOn`'s transfers stand; pain.002 may answer for a whole block. */
export function blockId(messageId: string, executeOn: string): string {
  return `${messageId}-${executeOn.replaceAll("-", "")}`;
}

/** `pfl_01JD…` -> `01JD…`: an id of ours in the characters a bank takes, 26 of them. */
export function sepaReference(id: string): string {
  return id.slice(id.indexOf("_") + 1);
}

/** Booked one by one, so that each shows in the bank's statement by its own id. */
function blockNode({ messageId, debtor, currency, transfers }: PaymentOrder, day: string): XmlNode {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new UnpayableOrder("executeOn", `"${day}" is no day.`);
  const those = transfers.filter(({ executeOn }) => executeOn === day);
  const service = node("PmtTpInf", [node("SvcLvl", [node("Cd", "SEPA")])]);
  return node("PmtInf", [
    node("PmtInfId", blockId(messageId, day)),
    node("PmtMtd", "TRF"),
    node("BtchBookg", "false"),
    ...countNodes(those),
    currency === "EUR" ? service : null,
    node("ReqdExctnDt", [node("Dt", day)]),
    node("Dbtr", [nameNode("debtor.name", debtor.name)]),
    accountNode("DbtrAcct", "debtor.iban", debtor.iban),
    agentNode("DbtrAgt", "debtor.bic", debtor.bic),
    node("ChrgBr", "SLEV"),
    ...those.map((transfer) => transferNode(transfer, currency)),
  ]);
}

function transferNode({ endToEndId, amountE6, creditor, remittance }: Transfer, currency: string): XmlNode {
  if (!isSepaId(endToEndId, ID_MAX)) throw new UnpayableOrder("endToEndId", `"${endToEndId}" is no end-to-end id.`);
  if (amountE6 <= 0n || amountE6 % CENT !== 0n || amountE6 > AMOUNT_MAX) {
    throw new UnpayableOrder("amountE6", `${formatMoney(amountE6)} is no amount a transfer can have.`);
  }
  return node("CdtTrfTxInf", [
    node("PmtId", [node("EndToEndId", endToEndId)]),
    node("Amt", [node("InstdAmt", formatMoney(amountE6), { Ccy: currency })]),
    creditor.bic === null ? null : agentNode("CdtrAgt", "creditor.bic", creditor.bic),
    node("Cdtr", [nameNode("creditor.name", creditor.name)]),
    accountNode("CdtrAcct", "creditor.iban", creditor.iban),
    remittanceNode(remittance),
  ]);
}

function countNodes(transfers: readonly Transfer[]): XmlNode[] {
  const total = transfers.reduce((sum, { amountE6 }) => sum + amountE6, 0n);
  return [node("NbOfTxs", String(transfers.length)), node("CtrlSum", formatMoney(total))];
}

function nameNode(field: string, name: string): XmlNode {
  const text = sepaText(name, NAME_MAX);
  if (!/[A-Za-z0-9]/.test(text)) throw new UnpayableOrder(field, `"${name}" is no name a bank can write.`);
  return node("Nm", text);
}

function accountNode(element: string, field: string, written: string): XmlNode {
  const iban = parseIban(written);
  if (!iban) throw new UnpayableOrder(field, `"${written}" is no IBAN.`);
  return node(element, [node("Id", [node("IBAN", iban)])]);
}

/** The bank may know itself from the IBAN alone; the debtor's must be written either way. */
function agentNode(element: string, field: string, written: string | null): XmlNode {
  const bic = written === null ? null : parseBic(written);
  if (written !== null && !bic) throw new UnpayableOrder(field, `"${written}" is no BIC.`);
  const named = bic ? node("BICFI", bic) : node("Othr", [node("Id", "NOTPROVIDED")]);
  return node(element, [node("FinInstnId", [named])]);
}

function remittanceNode(remittance: Transfer["remittance"]): XmlNode | null {
  if (typeof remittance === "string") {
    const text = sepaText(remittance, REMITTANCE_MAX);
    return text ? node("RmtInf", [node("Ustrd", text)]) : null;
  }
  const reference = parseCreditorReference(remittance.creditorReference);
  if (!reference) throw new UnpayableOrder("remittance", `"${remittance.creditorReference}" is no RF reference.`);
  const type = node("Tp", [node("CdOrPrtry", [node("Cd", "SCOR")])]);
  return node("RmtInf", [node("Strd", [node("CdtrRefInf", [type, node("Ref", reference)])])]);
}
