import { getTranslations } from "next-intl/server";
import type { Trigger } from "#portal/views/shared/journeys/types.ts";

/** What makes a member begin, in words. */
export async function triggerWords({ on, days, segment, tier, daysBefore }: Trigger): Promise<string> {
  const t = await getTranslations("journeys");
  switch (on) {
    case "SILENCE":
      return t("trigger_SILENCE", { days: days ?? 0 });
    case "SEGMENT_ENTERED":
    case "SEGMENT_LEFT":
      return t(`trigger_${on}`, { segment: segment ?? "" });
    case "TIER_CHANGED":
      return tier ? t("trigger_TIER", { tier }) : t("trigger_TIER_ANY");
    case "BIRTHDAY":
      return daysBefore ? t("trigger_BIRTHDAY_BEFORE", { days: daysBefore }) : t("trigger_BIRTHDAY");
    default:
      return t(`trigger_${on}`);
  }
}

/** A wait as people say it: days where it is whole ones. */
export async function waitWords(hours: number): Promise<string> {
  const t = await getTranslations("journeys");
  return hours % 24 === 0 ? t("days", { count: hours / 24 }) : t("hours", { count: hours });
}
