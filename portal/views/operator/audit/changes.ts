import "server-only";
import { getTranslations } from "next-intl/server";
import { moneyOf } from "#portal/lib/added-money.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { sentence } from "#portal/views/operator/audit/deed-name.ts";

export type Change = { field: string; before: string | null; after: string | null };
type Shown = Change & { name: string };

/** What a deed changed or would, as a person reads it: fields by their names, money as money, instants in the zone. */
export async function shownChanges(changes: Change[]): Promise<Shown[]> {
  const nameOf = await fieldNames();
  const shown = await fieldValues();
  return changes
    .filter(({ field, before, after }) => before !== after && !keys.has(field))
    .map(({ field, before, after }) => ({
      field,
      name: nameOf(field),
      before: shown(field, before),
      after: shown(field, after),
    }));
}

/** What only ties rows together: the page says whose it is and who agreed. */
const keys = new Set(["id", "approvalId", "createdAt"]);

/** A namespace of words that may or may not know a key. */
type Words = { has(key: string): boolean; say(key: string): string };

async function wordsOf(name: string): Promise<Words> {
  const t = await getTranslations(name as "states");
  return { has: (key) => t.has(key as "OPEN"), say: (key) => t(key as "OPEN") };
}

/** "parts.2.amountE6" is the second amount. */
async function fieldNames() {
  const namespaces = await Promise.all(["auditFields", "termNames", "ruleNames"].map(wordsOf));
  return (field: string) => {
    const parts = field.split(".");
    const places = parts.filter((part) => /^\d+$/.test(part)).join(".");
    const stem = (parts.findLast((part) => !/^\d+$/.test(part)) ?? field).replace(/E6$/, "");
    const known = namespaces.find((words) => words.has(stem));
    const name = known ? known.say(stem) : sentence(stem);
    return places === "" ? name : `${name} ${places}`;
  };
}

async function fieldValues() {
  const texts = await getTexts();
  const fields = await getTranslations("auditFields");
  const words = await Promise.all(
    ["auditValues", "states", "sectionsOf", "operator", "termNames", "ruleNames", "disputes", "recon"].map(wordsOf),
  );
  return (field: string, value: string | null) => {
    if (value === null || value === "") return null;
    if (field.endsWith("E6") && /^-?\d+$/.test(value)) return texts.money(moneyOf(BigInt(value), texts.currencyCode));
    if (/(^|\.)points$/.test(field) && /^-?\d+$/.test(value)) return texts.points(Number(value));
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return texts.instant(value);
    if (value === "true" || value === "false") return fields(value === "true" ? "yes" : "no");
    if (!/^[A-Z][A-Z_]+$/.test(value)) return value;
    const known = words.find((t) => t.has(value));
    return known ? known.say(value) : value;
  };
}
