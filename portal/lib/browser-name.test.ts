import { expect, test } from "vitest";
import { browserName } from "#portal/lib/browser-name.ts";

const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0";
const android =
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile";
const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";

test.each([
  [`${mac} Version/18.1 Safari/605.1.15`, "Safari", "macOS", false],
  [`${windows} Safari/537.36`, "Chrome", "Windows", false],
  [`${windows} Safari/537.36 Edg/147.0.0.0`, "Edge", "Windows", false],
  [`${windows} YaBrowser/26.1 Safari/537.36`, "Yandex", "Windows", false],
  [`${android} Safari/537.36`, "Chrome", "Android", true],
  [`${iphone} CriOS/147.0 Mobile/15E148 Safari/604.1`, "Chrome", "iPhone", true],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux", false],
  ["curl/8.5", null, null, false],
])("%s", (userAgent, browser, system, isHandheld) => {
  expect(browserName(userAgent)).toEqual({ browser, system, isHandheld });
});

test("what does not say what it is has no name", () => {
  expect(browserName(null)).toEqual({ browser: null, system: null, isHandheld: false });
});
