import type { XmlElement } from "#api/formats/xml-elements.ts";
import { findAll, textAt } from "#api/formats/xml-fields.ts";

export type Party = { name: string | null; iban: string | null };

/** What one detail says of itself, its amounts aside: all that is kept of it. */
export type DetailFacts = {
  bankRef: string | null;
  bankCode: string | null;
  endToEndId: string | null;
  returnReason: string | null;
  creditorReference: string | null;
  remittance: string | null;
  debtor: Party;
  creditor: Party;
};

export function detailFacts(element: XmlElement): DetailFacts {
  const unstructured = findAll(element, "RmtInf/Ustrd").map(({ text }) => text);
  return {
    bankRef: given(textAt(element, "Refs/AcctSvcrRef")),
    bankCode: bankCodeOf(element),
    endToEndId: given(textAt(element, "Refs/EndToEndId")),
    returnReason: textAt(element, "RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry"),
    creditorReference: textAt(element, "RmtInf/Strd/CdtrRefInf/Ref")?.replaceAll(" ", "") ?? null,
    remittance: unstructured.join(" ") || textAt(element, "AddtlTxInf"),
    debtor: partyOf(element, "Dbtr"),
    creditor: partyOf(element, "Cdtr"),
  };
}

function partyOf(element: XmlElement, role: "Dbtr" | "Cdtr"): Party {
  const at = `RltdPties/${role}`;
  return {
    name: textAt(element, `${at}/Pty/Nm`, `${at}/Nm`),
    iban: textAt(element, `${at}Acct/Id/IBAN`)?.replaceAll(" ", "").toUpperCase() ?? null,
  };
}

/** `PMNT/RCDT/ESCT`, or the bank's own code. */
export function bankCodeOf(element: XmlElement): string | null {
  const parts = ["Domn/Cd", "Domn/Fmly/Cd", "Domn/Fmly/SubFmlyCd"].map((path) => textAt(element, `BkTxCd/${path}`));
  const domain = parts.filter((part) => part !== null).join("/");
  return domain || textAt(element, "BkTxCd/Prtry/Cd");
}

/** Banks write these where they have nothing to say. */
export function given(text: string | null): string | null {
  return text === null || /^(NOTPROVIDED|NOT PROVIDED|NONREF|NOTAVAILABLE)$/i.test(text) ? null : text;
}
