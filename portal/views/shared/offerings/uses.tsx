import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Bars } from "#portal/ui/charts/bars.tsx";
import { Panel } from "#portal/ui/page.tsx";
import type { UsesOfDay } from "#portal/views/shared/offerings/types.ts";

/** How much of all that a house offers is used day by day; nothing where nothing was. */
export async function Uses({ days, className }: { days: readonly UsesOfDay[]; className?: string }) {
  const t = await getTranslations("offerings");
  const texts = await getTexts();
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const coupons = days.map((day) => day.coupons);
  const offers = days.map((day) => day.offers);
  if (sum(coupons) + sum(offers) === 0) return null;
  return (
    <Panel title={t("uses")} className={className}>
      <Bars
        title={t("uses")}
        summary={t("usesSummary", { coupons: texts.points(sum(coupons)), offers: texts.points(sum(offers)) })}
        nameOf={t("day")}
        names={days.map(({ dayOn }) => texts.businessDate(dayOn))}
        series={[
          { name: t("usesCoupons"), values: coupons },
          { name: t("usesOffers"), values: offers },
        ]}
        stacked
        height={180}
        print={(value) => texts.points(value)}
      />
    </Panel>
  );
}
