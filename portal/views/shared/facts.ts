import { getTranslations } from "next-intl/server";

/** Something an expression may read, told in the reader's language. */
export type Fact = { name: string; type: string; unit: string | null; description: string };

/** `receipt.total` -> receipt_total, `spend(days)` -> spend: a dot would lead deeper into the messages. */
const keyOf = (text: string) => text.replace(/\(.*$/, "").replace(/[. ]/g, "_");

/** What the hub says in English, in the reader's language; what has no words yet stays as it is. */
export async function tellFacts(facts: readonly Fact[]): Promise<Fact[]> {
  const says = await getTranslations("facts");
  const types = await getTranslations("factTypes");
  const units = await getTranslations("factUnits");
  return facts.map(({ name, type, unit, description }) => ({
    name,
    type: told(types, type),
    unit: unit && told(units, unit).replace(" to ", "–"),
    description: told(says, name, description),
  }));
}

type Say = { (key: never): string; has: (key: never) => boolean };

function told(say: Say, name: string, otherwise = name): string {
  const key = keyOf(name) as never;
  return say.has(key) ? say(key) : otherwise;
}
