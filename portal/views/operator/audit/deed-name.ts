import "server-only";
import { getTranslations } from "next-intl/server";

/** What was done, in words; a deed this build does not know yet is written as the contract calls it. */
export async function deedName(action: string): Promise<string> {
  const t = await getTranslations("auditActions");
  const known = action as Parameters<typeof t.has>[0];
  if (t.has(known)) return t(known);
  const words = action
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
