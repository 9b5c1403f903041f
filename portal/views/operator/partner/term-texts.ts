import "server-only";
import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";

const money = new Set([
  "issueRate",
  "redeemRate",
  "feePerCycle",
  "feePerReceipt",
  "collateralRequired",
  "exposureLimit",
]);

/** Terms as a person reads them: words for words, money with its currency, shares as percent. */
export async function getTermTexts() {
  const t = await getTranslations("terms");
  const names = await getTranslations("termNames");
  const operator = await getTranslations("operator");
  const fields = await getTranslations("auditFields");
  const texts = await getTexts();
  return {
    name: (term: string) => {
      const known = term as Parameters<typeof names.has>[0];
      return names.has(known) ? names(known) : term;
    },
    value: (term: string, text: string | null): string => {
      if (text === null) return t("noTerm");
      if (text === "true" || text === "false") return fields(text === "true" ? "yes" : "no");
      if (money.has(term)) return texts.money({ amount: text, currencyCode: texts.currencyCode });
      if (term.endsWith("Bps")) return texts.share(Number(text) / 10_000);
      if (term.endsWith("Points")) return texts.points(Number(text));
      if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return texts.instant(text);
      const funding = text as Parameters<typeof operator.has>[0];
      if (/^[A-Z_]+$/.test(text) && operator.has(funding)) return operator(funding);
      const named = text as Parameters<typeof names.has>[0];
      return /^[A-Z_]+$/.test(text) && names.has(named) ? names(named) : text;
    },
  };
}
