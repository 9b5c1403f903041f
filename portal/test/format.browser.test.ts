import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type Locale, routing } from "#portal/i18n/routing.ts";
import * as format from "#portal/lib/format.ts";
import * as zone from "#portal/lib/zone.ts";
import { launchChromium } from "#portal/test/chromium.ts";

const instants = ["2026-01-01T00:30:00.000Z", "2026-05-09T21:59:00.000Z", "2024-02-29T12:00:00.000Z"];

/** Everything the formatter can print, in one list of lines. Runs here and, as text, in the browser. */
function printAll(print: typeof format, clock: typeof zone, locales: readonly Locale[], at: string[]): string[] {
  return locales.flatMap((locale) => [
    ...[0, 7, -42, 1_234_567].map((points) => print.formatPoints(locale, points, "always")),
    ...["152.0075", "-0.5", "1234567.891"].map((amount) => print.formatMoney(locale, { amount, currencyCode: "BYN" })),
    print.formatShare(locale, -0.5396),
    ...at.flatMap((instant) => {
      const shown = clock.wallTime(instant, "Europe/Minsk");
      return [
        print.formatInstant(locale, shown),
        print.formatDay(locale, shown, 2026),
        print.formatMonth(locale, shown),
      ];
    }),
  ]);
}

const moduleOf = (file: string) => {
  const text = readFileSync(fileURLToPath(new URL(`../lib/${file}`, import.meta.url)), "utf8");
  return `data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(text))}`;
};

test("server and browser print the same, also in the language the browser does not know", async () => {
  const browser = await launchChromium();
  const page = await browser.newPage();
  const script = `(async () => {
    const [print, clock] = await Promise.all([import(${JSON.stringify(moduleOf("format.ts"))}), import(${JSON.stringify(moduleOf("zone.ts"))})]);
    return (${printAll.toString()})(print, clock, ${JSON.stringify(routing.locales)}, ${JSON.stringify(instants)});
  })()`;
  const there = await page.evaluate(script);
  await browser.close();
  expect(there).toEqual(printAll(format, zone, routing.locales, instants));
});
