import "server-only";
import { getMessages } from "next-intl/server";
import type { Messages } from "#portal/i18n/messages.ts";

/** What islands on every page say. */
const everywhere = [
  "sections",
  "sectionGroups",
  "shell",
  "live",
  "table",
  "failure",
  "deed",
  "shortcuts",
  "palette",
  "signIn",
  "landing",
  "notices",
  "exporting",
] as const satisfies (keyof Messages)[];

/** Pages are rendered on the server; only what islands say travels to the browser. */
export async function islandMessages(...more: (keyof Messages)[]): Promise<Partial<Messages>> {
  const all = await getMessages();
  return Object.fromEntries([...everywhere, ...more].map((name) => [name, all[name]]));
}
