import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { loadMessages } from "#portal/i18n/messages.ts";
import { routing } from "#portal/i18n/routing.ts";
import { noticeWords } from "./notice-words.ts";

const fact = (name: string, value: string) => ({ name, value, words: null });
const named = (name: string, en: string, ru: string | null, be: string | null) => ({
  name,
  value: en,
  words: { en, ru, be },
});

const told = [
  {
    kind: "PRIZE_WON",
    facts: [named("prize", "A bicycle", "Велосипед", null), named("draw", "Spring", "Весна", "Вясна")],
  },
  { kind: "PLAN_LAPSED", facts: [named("plan", "Gold", "Золото", "Золата"), fact("days", "3")] },
  { kind: "POINTS_RECEIVED", facts: [fact("points", "1500")] },
  { kind: "EXPORT_READY", facts: [fact("report", "MEMBER_DATA"), fact("fileName", "ana.json")] },
  { kind: "EXPOSURE_ALARM", facts: [fact("partner", "Fuel"), fact("percent", "80"), fact("exposure", "1200.5")] },
] as const;

const said: Record<string, string[]> = {
  en: [
    "You won a prize: A bicycle, Spring",
    "Your plan is no longer paid for: Gold, Its points rest for 3 days",
    "Points for you from another member: 1,500 points",
    "A file is ready: Own data, ana.json",
    "An exposure is near its limit: Fuel, 80%, €1,200.50",
  ],
  ru: [
    "Вы выиграли приз: Велосипед, Весна",
    "Подписка больше не оплачена: Золото, Её баллы замирают на 3 дня",
    "Вам подарили баллы: 1 500 баллов",
    "Файл готов: Свои данные, ana.json",
    "Риск близок к лимиту: Fuel, 80 %, 1 200,50 €",
  ],
  be: [
    "Вы выйгралі прыз: A bicycle, Вясна",
    "Падпіска больш не аплачана: Золата, Яе балы заміраюць на 3 дні",
    "Вам падаравалі балы: 1 500 балаў",
    "Файл гатовы: Свае даныя, ana.json",
    "Рызыка блізкая да ліміту: Fuel, 80 %, 1 200,50 €",
  ],
};

test.each(routing.locales)("in %s a notice says what it names in the reader's words", async (locale) => {
  const say = createTranslator({ locale, messages: await loadMessages(locale) });
  const lines = told.map((notice) => {
    const { title, more } = noticeWords(say, { ...notice, facts: [...notice.facts] }, { locale, currencyCode: "EUR" });
    return `${title}: ${more.join(", ")}`.replaceAll(/[\u00a0\u202f]/g, " ");
  });
  expect(lines).toEqual(said[locale]);
});

test("what the title says already is not said again", async () => {
  const say = createTranslator({ locale: "be", messages: await loadMessages("be") });
  const pool = { kind: "COUPONS_READY", facts: [named("pool", "Coffee", null, "Кава")] } as const;
  const { title, more } = noticeWords(say, { ...pool, facts: [...pool.facts] }, { locale: "be", currencyCode: "EUR" });
  expect(title).toContain("Кава");
  expect(more).toEqual([]);
});
