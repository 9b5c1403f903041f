import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { loadMessages } from "#portal/i18n/messages.ts";
import { routing } from "#portal/i18n/routing.ts";
import { type GivenEffect, givesWords, goodsIn } from "#portal/lib/gives.ts";

const give = (by: string, number: number | null, rest: { per?: string; bps?: number } = {}) => ({
  by,
  number,
  per: rest.per ?? null,
  bps: rest.bps ?? null,
});
const take = (by: string, rest: { bps?: number; amount?: string; price?: string }) => ({
  by,
  bps: rest.bps ?? null,
  amount: rest.amount ?? null,
  price: rest.price ?? null,
});

const effects: GivenEffect[] = [
  { kind: "MULTIPLY", times: "2", where: 'line.category == "coffee"' },
  { kind: "MULTIPLY", times: "1.5", where: "line.price > 3" },
  { kind: "POINTS", give: give("FIXED", 3) },
  { kind: "POINTS", give: give("PER_AMOUNT", 1, { per: "5.00" }) },
  { kind: "POINTS", give: give("PERCENT", null, { bps: 250 }) },
  { kind: "DISCOUNT", take: take("PERCENT", { bps: 1_000 }) },
  { kind: "CHEAPEST", take: take("PERCENT", { bps: 10_000 }) },
];

const said: Record<string, string[]> = {
  en: [
    "Double points · on coffee",
    "1.5 times the points · on selected goods",
    "3 points",
    "1 point for every 5.00 Br",
    "2.5% back in points",
    "10% off",
    "The cheapest piece free",
  ],
  ru: [
    "Двойные баллы · на coffee",
    "Баллы × 1,5 · на избранные товары",
    "3 балла",
    "1 балл за каждые 5,00 Br",
    "2,5 % баллами",
    "Скидка 10 %",
    "Самый дешёвый товар бесплатно",
  ],
  be: [
    "Падвойныя балы · на coffee",
    "Балы × 1,5 · на выбраныя тавары",
    "3 балы",
    "1 бал за кожныя 5,00 Br",
    "2,5 % баламі",
    "Зніжка 10 %",
    "Самы танны тавар бясплатна",
  ],
};

test.each(routing.locales)("in %s a rule says what it gives", async (locale) => {
  const say = createTranslator({ locale, messages: await loadMessages(locale), namespace: "gives" });
  const words = effects.map((effect) => givesWords(say, [effect], { locale, currencyCode: "BYN" }));
  expect(words.map((text) => text.replaceAll("\u00a0", " "))).toEqual(said[locale]);
});

test("of several effects the most telling one is told", async () => {
  const say = createTranslator({ locale: "en", messages: await loadMessages("en"), namespace: "gives" });
  const stamp = { kind: "STAMP", give: give("FIXED", 1) };
  const reading = { locale: "en", currencyCode: "EUR" } as const;
  expect(givesWords(say, [stamp, ...effects.slice(6)], reading)).toBe("The cheapest piece free");
});

test("goods are read out of the expressions that forms make, and of no others", () => {
  expect(goodsIn(null)).toBeNull();
  expect(goodsIn('line.sku in ["a", "b"]')).toEqual(["a", "b"]);
  expect(goodsIn('line.category == "a" || true')).toEqual([]);
});
