import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/** The Chromium that npm brings, unpacked into the temporary directory on first use. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    // Not the package's own arguments: its single process dies with the first context that is closed.
    args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
    headless: true,
  });
}
