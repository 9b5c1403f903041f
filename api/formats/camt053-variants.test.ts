import { expect, test } from "vitest";
import { readCamt053 } from "#api/formats/camt053.ts";

const read = (xml: string) => readCamt053(xml, { currency: "EUR" }).statements;

test.for(["02", "03", "04", "05", "06", "07"])(
  "variant .%s puts names and statuses elsewhere and is read alike",
  (variant) => {
    const xml = older(variant);
    expect(readCamt053(xml, { currency: "EUR" }).variant).toBe(`camt.053.001.${variant}`);
    expect(read(xml)[0]).toMatchObject({
      opening: { amountE6: 10_000_000n, on: "2026-01-31" },
      lines: [
        {
          amountE6: 5_000_000n,
          bookedOn: "2026-02-03",
          counterpartyName: "Pharmacy",
          counterpartyIban: "GB82WEST12345698765432",
          bankCode: "NTRF+166",
          remittance: "CY1 PHARMACY",
          bankRef: "X1",
        },
      ],
    });
  },
);

test("a prefix before every name changes nothing", () => {
  const prefixed = older("02")
    .replace(/<(\/?)(?![?!])/g, "<$1c:")
    .replace("xmlns=", "xmlns:c=");
  expect(read(prefixed)).toEqual(read(older("02")));
});

test("details of .02 say their amounts in AmtDtls", () => {
  const detail = (amount: string) =>
    `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls></TxDtls>`;
  const xml = older("02").replace(/<TxDtls>.*<\/TxDtls>/s, `${detail("3.20")}${detail("1.80")}`);
  expect(read(xml)[0]?.lines.map(({ amountE6 }) => amountE6)).toEqual([3_200_000n, 1_800_000n]);
});

test("what the bank exchanged before it booked is taken as it was booked", () => {
  const foreign = '<TxDtls><AmtDtls><TxAmt><Amt Ccy="USD">5.60</Amt></TxAmt></AmtDtls>';
  expect(read(older("02").replace("<TxDtls>", foreign))[0]?.lines).toMatchObject([
    { amountE6: 5_000_000n, kind: "MOVEMENT" },
  ]);
});

/** How the variants before .08 write: status as text, names without a Pty, the previous closing instead of an opening. */
function older(variant: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${variant}"><BkToCstmrStmt>
  <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-02-03T20:00:00+02:00</CreDtTm></GrpHdr>
  <Stmt><Id>S1</Id><Acct><Id><Othr><Id>408178</Id></Othr></Id></Acct>
    <Bal><Tp><CdOrPrtry><Cd>PRCD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">10</Amt><CdtDbtInd>CRDT</CdtDbtInd>
      <Dt><DtTm>2026-01-31T23:59:59+02:00</DtTm></Dt></Bal>
    <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">15</Amt><CdtDbtInd>CRDT</CdtDbtInd>
      <Dt><Dt>2026-02-03</Dt></Dt></Bal>
    <Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
      <BookgDt><DtTm>2026-02-03T10:00:00</DtTm></BookgDt><AcctSvcrRef>X1</AcctSvcrRef>
      <BkTxCd><Prtry><Cd>NTRF+166</Cd></Prtry></BkTxCd>
      <NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Pharmacy</Nm></Dbtr>
        <DbtrAcct><Id><IBAN>GB82 WEST 1234 5698 7654 32</IBAN></Id></DbtrAcct></RltdPties>
        <RmtInf><Ustrd>CY1</Ustrd><Ustrd>PHARMACY</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
  </Stmt></BkToCstmrStmt></Document>`;
}
