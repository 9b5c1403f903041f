import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { loadMessages } from "#portal/i18n/messages.ts";
import { routing } from "#portal/i18n/routing.ts";

type Tree = { [key: string]: Tree | string };

const keysOf = (tree: Tree, path = ""): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  );

const textsOf = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === "string" ? [value] : textsOf(value)));

/** What is put into a text; words in the arms of a plural are none. */
const placesOf = (text: string) => [...new Set(text.match(/\{\w+(?=[,}])/g) ?? [])].sort().join(" ");

const english = (await loadMessages("en")) as unknown as Tree;

test.for(routing.locales.filter((locale) => locale !== "en"))(
  "%s says everything that English says",
  async (locale) => {
    const other = (await loadMessages(locale)) as unknown as Tree;
    expect(keysOf(other)).toEqual(keysOf(english));
    expect(textsOf(other).map(placesOf)).toEqual(textsOf(english).map(placesOf));
  },
);

test("no text leaves numbers or dates to Intl, which has no Belarusian in browsers", async () => {
  const texts = (await Promise.all(routing.locales.map(loadMessages))).flatMap((tree) =>
    textsOf(tree as unknown as Tree),
  );
  expect(texts.filter((text) => /\{\w+, *(number|date|time)|#/.test(text))).toEqual([]);
});

/** What one thing is called in a language; the other word for it, once used, is used no more. */
const given: Record<string, RegExp> = {
  ru: /обращени[еяй]|штамп|черновик события/i,
  be: /зварот|штамп|чарнавік падзеі/i,
};

test.for(Object.entries(given))("%s has one word for claims, for stamps and for events", async ([locale, other]) => {
  const texts = textsOf((await loadMessages(locale as "ru" | "be")) as unknown as Tree);
  expect(texts.filter((text) => other.test(text))).toEqual([]);
});

test("what lies ready and what the account tells of is called as the shelf it comes from", async () => {
  for (const locale of ["ru", "be"] as const) {
    const { sections, noticeKinds, accountNews } = await loadMessages(locale);
    const stem = sections.rewards.slice(0, 5).toLowerCase();
    expect([noticeKinds.REWARD_READY, accountNews.emptyText].map((text) => text.toLowerCase().includes(stem))).toEqual([
      true,
      true,
    ]);
  }
});

test.for(routing.locales)("%s declines points with their number", async (locale) => {
  const t = createTranslator({ locale, messages: await loadMessages(locale) });
  const told = (count: number) => [
    t("activities.reverseText", { count, points: "N" }),
    t("activities.pointsLately", { count }),
    t("draws.tooFew", { count, price: "N" }),
    t("sharing.inClubPool", { count }),
    t("member.expiring", { count, points: "N", date: "D" }),
    t("member.expirySummary", { count, points: "N", month: "M" }),
    t("claimDesk.gave", { count, points: "N" }),
    t("receiptClaims.confirmed", { count, points: "N" }),
    t("challenges.gives", { count, points: "N" }),
    t("draws.enterText", { count, price: "N", available: "M" }),
    t("rewards.short", { count, missing: "N" }),
    t("rewardDesk.handOutText", { count, points: "N" }),
    t("giving.lead", { count, points: "N" }),
  ];
  const [one, two, many] = [told(1), told(2), told(5)];
  const alike = one.filter((text, at) => text === many[at] || (locale !== "en" && two[at] === many[at]));
  expect(alike).toEqual([]);
});
