import { getTranslations } from "next-intl/server";
import { addedMoney } from "#portal/lib/added-money.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money, Points } from "#portal/ui/amount.tsx";
import { Bars } from "#portal/ui/charts/bars.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import type { Liability } from "#portal/views/partner/liability.tsx";

/** When the unspent points lapse, month by month. */
export async function AgeingPanel({ liability: { ageing, cycle } }: { liability: Liability }) {
  const t = await getTranslations("liability");
  const texts = await getTexts();
  const nameOf = (month: string | null) => (month === null ? t("never") : texts.month(month));
  const months = [...Map.groupBy(ageing, ({ month }) => month)].map(([month, rows]) => ({
    month,
    lots: rows.reduce((sum, { lots }) => sum + lots, 0),
    points: rows.reduce((sum, { points }) => sum + points, 0),
    value: addedMoney(rows.map(({ value }) => value)),
  }));
  const [next] = months;
  return (
    <Panel title={t("ageing")} note={t("ageingNote")} flush>
      {months.length > 0 ? (
        <div className="px-5 pb-5">
          <Bars
            title={t("ageing")}
            summary={t("ageingSummary", {
              month: nameOf(next?.month ?? null),
              points: texts.points(next?.points ?? 0),
            })}
            nameOf={t("month")}
            names={months.map(({ month }) => nameOf(month))}
            series={[{ name: t("points"), values: months.map(({ points }) => points) }]}
            print={(value) => texts.points(value)}
          />
        </div>
      ) : null}
      <DataTable
        caption={t("ageing")}
        columns={[
          { id: "month", name: t("month") },
          { id: "lots", name: t("lots"), align: "end" },
          { id: "points", name: t("points"), align: "end" },
          { id: "value", name: t("value"), align: "end" },
        ]}
        rows={months.map(({ month, lots, points, value }) => ({
          id: month ?? "never",
          cells: {
            month: nameOf(month),
            lots: texts.points(lots),
            points: <Points value={points} />,
            value: value ? <Money value={value} /> : null,
          },
        }))}
        empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
        offer={{
          report: "POINTS_AGEING",
          filters: { cycleId: cycle.id },
          formats: ["XLSX", "CSV"],
          filesHref: "/partner/exports",
        }}
      />
    </Panel>
  );
}
