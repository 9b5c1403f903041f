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
