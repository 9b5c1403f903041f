import { type Words, words } from "#api/engine/campaign.ts";
import type { Tx } from "#api/sql/rows.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { checkCode } from "#api/use-cases/partners/values.ts";

/** Pictures that stand for what is offered; the portal draws them. */
export const offeringSymbols = {
  COFFEE: "A cup.",
  BREAD: "Bread and cakes.",
  BASKET: "Groceries.",
  FUEL: "A pump.",
  PILL: "Medicine.",
  GIFT: "A parcel.",
  PERCENT: "Money off.",
  POINTS: "More points.",
  FLOWER: "Flowers.",
  TICKET: "A ticket.",
  HEART: "A favourite.",
  STAR: "Something special.",
} as const;
export type OfferingSymbol = keyof typeof offeringSymbols;

/** What all that is offered has in common: the code that rules name it by, words in up to three languages, a picture. */
export type Authored = { code: string; name: unknown; terms: unknown; symbol: OfferingSymbol };

export function checkAuthored({ code, name, terms, symbol }: Authored) {
  return {
    code: checkCode("code", code),
    name: checkWords("name", name),
    terms: checkWords("terms", terms),
    symbol,
  };
}

/** English always, the others as far as they are written. */
export function checkWords(field: string, value: unknown): Words {
  const read = words.safeParse(value);
  if (!read.success) throw new InvalidValue(field, JSON.stringify(value), "1 to 300 characters in each language");
  return read.data;
}

/** As they lie in the database; they were checked when they were written. */
export const storedWords = (value: unknown): Words => words.parse(value);

export function checkSpan(validFrom: Date, validUntil: Date | null): void {
  if (validUntil !== null && validUntil <= validFrom) {
    throw new InvalidValue("validUntil", validUntil.toISOString(), "after `validFrom`");
  }
}

/** Partners of the coalition, each once: where alone something is good. */
export async function checkPartners(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  const found = await tx.partner.findMany({ where: { id: { in: wanted }, isOperator: false }, select: { id: true } });
  const known = new Set(found.map(({ id }) => id));
  const stranger = wanted.find((id) => !known.has(id));
  if (stranger) throw new PartnerNotFound(stranger);
  return wanted;
}
