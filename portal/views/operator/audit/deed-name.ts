import "server-only";
import { getTranslations } from "next-intl/server";

/**
 * What was done, in words: a deed has its sentence; a step from state to state has that of its object and state, or the
 * one for every state. What this build does not know yet is written as the contract calls it.
 */
export async function deedName(action: string): Promise<string> {
  const deeds = await getTranslations("auditDeeds");
  const steps = await getTranslations("auditSteps");
  const deed = action as Parameters<typeof deeds.has>[0];
  if (deeds.has(deed)) return deeds(deed);
  const [object = ""] = action.split(".");
  const known = [action, `${object}.any`].find((key): key is Parameters<typeof steps>[0] => steps.has(key as never));
  return known ? steps(known) : sentence(action);
}

/** What kind of thing it was done to, in words. */
export async function objectName(object: string): Promise<string> {
  const t = await getTranslations("auditObjects");
  const known = object as Parameters<typeof t.has>[0];
  return t.has(known) ? t(known) : sentence(object);
}

export function sentence(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[_.]/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
