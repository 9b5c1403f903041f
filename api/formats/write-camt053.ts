import { node, optional, type XmlNode, xmlText } from "#api/formats/xml-writer.ts";
import { formatMoney, type MoneyE6 } from "#api/kernel/money.ts";

/** What the test bank writes: tests, the seed and the demo make statements with it. Days are `YYYY-MM-DD`. */
export type TestStatement = {
  bankId: string;
  sequence?: bigint;
  iban: string;
  currency: string;
  opening: { amountE6: MoneyE6; on: string };
  /** Left out: opening and booked entries summed, on the last entry's day. */
  closing?: { amountE6: MoneyE6; on: string };
  entries: readonly TestEntry[];
};

export type TestEntry = {
  /** Positive: money came in. */
  amountE6: MoneyE6;
  bookedOn: string;
  valueOn?: string;
  status?: "BOOK" | "PDNG";
  bankRef?: string;
  entryRef?: string;
  isReversal?: boolean;
  /** ISO code `PMNT/RCDT/ESCT`. */
  bankCode?: string;
  /** Left out: one detail made of the entry's own fields. */
  details?: readonly TestDetail[];
} & TestDetailFields;

export type TestDetailFields = {
  endToEndId?: string;
  instructedE6?: MoneyE6;
  /** Taken by the operator's bank out of this amount. Never negative. */
  chargeE6?: MoneyE6;
  returnReason?: string;
  creditorReference?: string;
  remittance?: string;
  counterpartyName?: string;
  counterpartyIban?: string;
};

export type TestDetail = TestDetailFields & { amountE6: MoneyE6 };

/** A camt.053.001.08 message; same input, same bytes. */
export function writeCamt053(message: {
  messageId: string;
  createdAt: Date;
  statements: readonly TestStatement[];
}): string {
  const createdAt = message.createdAt.toISOString();
  const header = node("GrpHdr", [node("MsgId", message.messageId), node("CreDtTm", createdAt)]);
  const statements = message.statements.map((statement) => statementNode(statement, createdAt));
  const xmlns = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
  return xmlText(node("Document", [node("BkToCstmrStmt", [header, ...statements])], { xmlns }));
}

function statementNode(statement: TestStatement, createdAt: string): XmlNode {
  const { bankId, sequence, iban, currency, opening, entries } = statement;
  const booked = entries.filter(({ status }) => status !== "PDNG");
  const closing = statement.closing ?? {
    amountE6: booked.reduce((sum, { amountE6 }) => sum + amountE6, opening.amountE6),
    on: booked.at(-1)?.bookedOn ?? opening.on,
  };
  return node("Stmt", [
    node("Id", bankId),
    optional("ElctrncSeqNb", sequence?.toString()),
    node("CreDtTm", createdAt),
    node("Acct", [node("Id", [node("IBAN", iban)]), node("Ccy", currency)]),
    balanceNode("OPBD", opening, currency),
    balanceNode("CLBD", closing, currency),
    ...entries.map((entry) => entryNode(entry, currency)),
  ]);
}

function balanceNode(type: string, { amountE6, on }: { amountE6: MoneyE6; on: string }, currency: string): XmlNode {
  return node("Bal", [
    node("Tp", [node("CdOrPrtry", [node("Cd", type)])]),
    amountNode(amountE6, currency),
    directionNode(amountE6),
    node("Dt", [node("Dt", on)]),
  ]);
}

function entryNode(entry: TestEntry, currency: string): XmlNode {
  const details = entry.details ?? [entry];
  const [domain = "PMNT", family = "RCDT", sub = "ESCT"] = entry.bankCode?.split("/") ?? [];
  const total = details.reduce((sum, { amountE6 }) => sum + amountE6, 0n);
  return node("Ntry", [
    optional("NtryRef", entry.entryRef),
    amountNode(entry.amountE6, currency),
    directionNode(entry.amountE6),
    entry.isReversal ? node("RvslInd", "true") : null,
    node("Sts", [node("Cd", entry.status ?? "BOOK")]),
    node("BookgDt", [node("Dt", entry.bookedOn)]),
    node("ValDt", [node("Dt", entry.valueOn ?? entry.bookedOn)]),
    optional("AcctSvcrRef", entry.bankRef),
    node("BkTxCd", [node("Domn", [node("Cd", domain), node("Fmly", [node("Cd", family), node("SubFmlyCd", sub)])])]),
    node("NtryDtls", [
      details.length > 1 ? batchNode(details.length, total, currency) : null,
      ...details.map((detail) => detailNode(detail, currency, entry.details !== undefined)),
    ]),
  ]);
}

function batchNode(count: number, totalE6: MoneyE6, currency: string): XmlNode {
  return node("Btch", [
    node("NbOfTxs", String(count)),
    node("TtlAmt", formatMoney(totalE6 < 0n ? -totalE6 : totalE6), { Ccy: currency }),
    directionNode(totalE6),
  ]);
}

/** An amount of its own is written only for details that were given; an entry alone is its own detail. */
function detailNode(detail: TestDetail, currency: string, hasOwnAmount: boolean): XmlNode {
  const isIncoming = detail.amountE6 > 0n;
  const instructed = detail.instructedE6;
  return node("TxDtls", [
    detail.endToEndId ? node("Refs", [node("EndToEndId", detail.endToEndId)]) : null,
    hasOwnAmount ? amountNode(detail.amountE6, currency) : null,
    hasOwnAmount ? directionNode(detail.amountE6) : null,
    instructed === undefined ? null : node("AmtDtls", [node("InstdAmt", [amountNode(instructed, currency)])]),
    detail.chargeE6 ? chargeNode(detail.chargeE6, currency) : null,
    partiesNode(detail, isIncoming && !detail.returnReason ? "Dbtr" : "Cdtr"),
    remittanceNode(detail),
    detail.returnReason ? node("RtrInf", [node("Rsn", [node("Cd", detail.returnReason)])]) : null,
  ]);
}

function chargeNode(chargeE6: MoneyE6, currency: string): XmlNode {
  const record = [amountNode(chargeE6, currency), node("CdtDbtInd", "DBIT"), node("ChrgInclInd", "true")];
  return node("Chrgs", [node("Rcrd", record)]);
}

function partiesNode(detail: TestDetail, role: "Dbtr" | "Cdtr"): XmlNode | null {
  const { counterpartyName: name, counterpartyIban: iban } = detail;
  if (!name && !iban) return null;
  return node("RltdPties", [
    name ? node(role, [node("Pty", [node("Nm", name)])]) : null,
    iban ? node(`${role}Acct`, [node("Id", [node("IBAN", iban)])]) : null,
  ]);
}

function remittanceNode({ remittance, creditorReference }: TestDetail): XmlNode | null {
  if (!remittance && !creditorReference) return null;
  return node("RmtInf", [
    optional("Ustrd", remittance),
    creditorReference ? node("Strd", [node("CdtrRefInf", [node("Ref", creditorReference)])]) : null,
  ]);
}

function amountNode(amountE6: MoneyE6, currency: string): XmlNode {
  return node("Amt", formatMoney(amountE6 < 0n ? -amountE6 : amountE6), { Ccy: currency });
}

function directionNode(amountE6: MoneyE6): XmlNode {
  return node("CdtDbtInd", amountE6 < 0n ? "DBIT" : "CRDT");
}
