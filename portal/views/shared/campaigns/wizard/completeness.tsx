"use client";

import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { completeness } from "#portal/views/shared/campaigns/words.ts";
import type { Texts } from "./draft.ts";

/** How much of what members read is there in each language. */
export function Completeness({ texts }: { texts: readonly Texts[] }) {
  const t = useTranslations("campaigns");
  return (
    <ul className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-label={t("complete")}>
      {completeness(texts).map(({ language, done, of }) => (
        <li key={language} className={done === of ? "text-good" : "text-warn"}>
          <span className="inline-flex items-center gap-1.5">
            {done === of ? (
              <CircleCheck className="size-4" aria-hidden="true" />
            ) : (
              <CircleDashed className="size-4" aria-hidden="true" />
            )}
            {t(`language_${language}`)} {done}/{of}
          </span>
        </li>
      ))}
    </ul>
  );
}
