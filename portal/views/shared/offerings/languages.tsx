import { Check, CircleDashed } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { classes } from "#portal/ui/classes.ts";
import { completeness, type Written } from "#portal/views/shared/campaigns/words.ts";
import type { View } from "#portal/views/shared/offerings/types.ts";

/** In which languages an offering is written to the end; each shows it as its readers will see it. */
export async function Languages({ texts, view }: { texts: readonly Written[]; view: View }) {
  const t = await getTranslations("offerings");
  return (
    <nav className="flex flex-wrap gap-1.5" aria-label={`${t("languages")}: ${texts[0]?.en ?? ""}`}>
      {completeness(texts).map(({ language, done, of }) => {
        const isWhole = done === of;
        const isShown = language === view.shown;
        const Icon = isWhole ? Check : CircleDashed;
        return (
          <Link
            key={language}
            href={view.hrefIn(language)}
            scroll={false}
            aria-current={isShown ? "true" : undefined}
            className={classes(
              "inline-flex min-h-7 items-center gap-1 rounded-full border px-2.5 font-medium text-[0.8125rem]",
              isWhole ? "bg-good-soft text-good" : "bg-warn-soft text-warn",
              isShown ? "border-current" : "border-transparent hover:border-line-strong",
            )}
          >
            <Icon className="size-3.5" aria-hidden="true" />
            {language.toUpperCase()}
            <span className="sr-only">{t(isWhole ? "written" : "notWritten")}</span>
          </Link>
        );
      })}
    </nav>
  );
}
