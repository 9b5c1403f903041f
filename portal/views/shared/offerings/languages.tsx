import { Check, CircleDashed } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { classes } from "#portal/ui/classes.ts";
import { completeness, type Written } from "#portal/views/shared/campaigns/words.ts";

/** In which languages an offering is written to the end. */
export async function Languages({ texts }: { texts: readonly Written[] }) {
  const t = await getTranslations("offerings");
  return (
    <ul className="flex flex-wrap gap-1.5" aria-label={t("languages")}>
      {completeness(texts).map(({ language, done, of }) => {
        const isWhole = done === of;
        const Icon = isWhole ? Check : CircleDashed;
        return (
          <li
            key={language}
            className={classes(
              "inline-flex items-center gap-1 rounded-full px-2 py-0.5 font-medium text-[0.8125rem]",
              isWhole ? "bg-good-soft text-good" : "bg-warn-soft text-warn",
            )}
          >
            <Icon className="size-3.5" aria-hidden="true" />
            {language.toUpperCase()}
            <span className="sr-only">{t(isWhole ? "written" : "notWritten")}</span>
          </li>
        );
      })}
    </ul>
  );
}
