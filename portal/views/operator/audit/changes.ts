import "server-only";
import { getTranslations } from "next-intl/server";
import { moneyOf } from "#portal/lib/added-money.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { sentence } from "#portal/views/operator/audit/deed-name.ts";

export type Change = { field: string; before: string | null; after: string | null };
type Shown = Change & { name: string };

/** What a deed changed, as a person reads it: terms and rules by their names, money as money, instants in the zone. */
export async function shownChanges(changes: Change[]): Promise<Shown[]> {
  const fields = await getTranslations("auditFields");
  const terms = await getTranslations("termNames");
  const rules = await getTranslations("ruleNames");
  const states = await getTranslations("states");
  const texts = await getTexts();
  const nameOf = (field: string) => {
    const stem = field.replace(/E6$/, "");
    const [own, term, rule] = [stem as never, stem as never, stem as never];
    if (fields.has(own)) return fields(own);
    if (terms.has(term)) return terms(term);
    return rules.has(rule) ? rules(rule) : sentence(stem);
  };
  const shown = (field: string, value: string | null) => {
    if (value === null || value === "") return null;
    if (/^(state|status)$/.test(field) && states.has(value as never)) return states(value as never);
    if (field.endsWith("E6") && /^-?\d+$/.test(value)) return texts.money(moneyOf(BigInt(value), texts.currencyCode));
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return texts.instant(value);
    if (value === "true" || value === "false") return fields(value === "true" ? "yes" : "no");
    return value;
  };
  return changes
    .filter(({ before, after }) => before !== after)
    .map(({ field, before, after }) => ({
      field,
      name: nameOf(field),
      before: shown(field, before),
      after: shown(field, after),
    }));
}
