import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium } from "playwright-core";

// Not the package's own arguments: its single process dies with the first context that is closed.
const args = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"];

/** The Chromium that npm brings, unpacked into the temporary directory on first use. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args, headless: true });
}

/** The same as one person's own browser, which others may steer too, by a port on the loopback. It lives in the directory. */
export async function launchOwnChromium(directory: string): Promise<{ context: BrowserContext; port: number }> {
  const context = await chromium.launchPersistentContext(directory, {
    executablePath: await sparticuz.executablePath(),
    args: [...args, "--remote-debugging-port=0"],
    headless: true,
    viewport: null,
    // Who started it ends it, with all else that it started.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const [port] = (await readFile(join(directory, "DevToolsActivePort"), "utf8")).split("\n");
  return { context, port: Number(port) };
}
