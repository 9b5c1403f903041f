import { getTranslations } from "next-intl/server";
import { daysUntil } from "#portal/lib/days.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { classes } from "#portal/ui/classes.ts";

const SOON_DAYS = 3;

/** When a word is due, and how long that is from now: the colour says it before the date does. */
export async function Deadline({ at }: { at: string }) {
  const t = await getTranslations("disputes");
  const texts = await getTexts();
  const now = Date.now();
  const days = daysUntil(at, now);
  const late = Date.parse(at) < now;
  const size = Math.abs(days);
  const words = size === 0 ? t("today") : t(late ? "daysOver" : "daysLeft", { count: size, n: texts.points(size) });
  return (
    <span className="whitespace-nowrap">
      {texts.date(at)}
      <span className={classes("block text-sm", late ? "text-bad" : days < SOON_DAYS ? "text-warn" : "text-ink-faint")}>
        {words}
      </span>
    </span>
  );
}
