import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { dateIn, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DateFilter, Filters } from "#portal/ui/filters.tsx";

/** The day at whose end the books are looked at; now while none is named. */
export async function AsOfFilter({ children }: { children?: ReactNode }) {
  const t = await getTranslations("ledger");
  return (
    <Filters>
      <DateFilter name="at" label={t("asOf")} />
      {children}
    </Filters>
  );
}

/** "As the books stood at the end of …", where a day is named. */
export async function asOfWords(search: Search): Promise<string | null> {
  const date = dateIn(search["at"]);
  return date && (await getTranslations("ledger"))("asOfDay", { date: (await getTexts()).businessDate(date) });
}
