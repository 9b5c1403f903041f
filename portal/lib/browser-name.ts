/** The name that stands in a user agent's text first counts: others name themselves as well as what they are like. */
const browsers = [
  ["Edge", /Edg(e|A|iOS)?\//],
  ["Opera", /OPR\/|Opera/],
  ["Yandex", /YaBrowser\//],
  ["Samsung Internet", /SamsungBrowser\//],
  ["Firefox", /Firefox\/|FxiOS\//],
  ["Chrome", /Chrome\/|CriOS\/|Chromium\//],
  ["Safari", /Safari\//],
] as const;

const systems = [
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X|Macintosh/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux|X11/],
] as const;

export type BrowserName = { browser: string | null; system: string | null; isHandheld: boolean };

/** What people call the browser and the system that a user agent's text tells of; null: it does not say. */
export function browserName(userAgent: string | null): BrowserName {
  const told = (names: readonly (readonly [string, RegExp])[]) =>
    names.find(([, pattern]) => pattern.test(userAgent ?? ""))?.[0] ?? null;
  const system = told(systems);
  return { browser: told(browsers), system, isHandheld: system !== null && /Android|iPhone|iPad/.test(system) };
}
