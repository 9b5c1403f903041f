import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Stat } from "#portal/ui/stat.tsx";
import type { partnerAnalytics } from "#schema/documents.ts";

export type Figures = AnswerOf<typeof partnerAnalytics>["customerFigures"][number];

/** A house's customers in a row of numbers. */
export async function FigureRow({ figures }: { figures: Figures }) {
  const t = await getTranslations("analytics");
  const texts = await getTexts();
  return (
    <div className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-5 [&>*:last-child]:col-span-2 xl:[&>*:last-child]:col-span-1">
      <Stat label={t("average")} value={texts.money(rounded(figures.averageReceipt))} note={t("year")} />
      <Stat label={t("frequency")} value={texts.decimal(figures.visitsPerBuyer)} note={t("year")} />
      <Stat
        label={t("inactive")}
        value={texts.share(figures.inactiveBps / 10_000)}
        note={t("inactiveNote", { days: figures.inactiveDays })}
      />
      <Stat
        label={t("neverRedeemed")}
        value={texts.share(figures.neverRedeemedBps / 10_000)}
        note={t("ofBuyers", {
          count: texts.points(figures.neverRedeemedCount),
          all: texts.points(figures.buyerCount),
        })}
      />
      <Stat label={t("leaving")} value={texts.points(figures.leavingCount)} note={t("leavingShort")} />
    </div>
  );
}

const rounded = ({ amount, currencyCode }: { amount: string; currencyCode: string }) => ({
  amount: Number(amount).toFixed(2),
  currencyCode,
});
