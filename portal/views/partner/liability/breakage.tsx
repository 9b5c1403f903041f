import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Money, Points } from "#portal/ui/amount.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import type { Liability } from "#portal/views/partner/liability.tsx";

/** What lapsed and who kept its value, what will lapse; by which method that is guessed, and as of when. */
export async function BreakagePanel({ liability }: { liability: Liability }) {
  const t = await getTranslations("liability");
  const texts = await getTexts();
  const share = texts.share(liability.expectedRedemptionBps / 10_000);
  return (
    <Panel title={t("breakage")} note={t("method", { share, at: texts.instant(liability.readAt) })} flush>
      <DataTable
        caption={t("breakage")}
        columns={[
          { id: "month", name: t("month") },
          { id: "points", name: t("lapsed"), align: "end" },
          { id: "value", name: t("value"), align: "end" },
          { id: "operator", name: t("operatorShare"), align: "end" },
          { id: "ours", name: t("ourShare"), align: "end" },
          { id: "forecast", name: t("forecast"), align: "end" },
          { id: "expected", name: t("expectedBreakage"), align: "end" },
        ]}
        rows={liability.breakage.map((row) => ({
          id: row.month,
          cells: {
            month: texts.month(row.month),
            points: <Points value={row.points} />,
            value: <Money value={row.value} />,
            operator: <Money value={row.operatorShare} tone="muted" />,
            ours: <Money value={row.issuerShare} />,
            forecast: <Points value={row.forecastPoints} tone="muted" />,
            expected: <Money value={row.expected} tone="muted" />,
          },
        }))}
        empty={<Empty title={t("nothingLapsed")}>{t("nothingLapsedText")}</Empty>}
        offer={{ report: "BREAKAGE", filters: {}, formats: ["XLSX", "CSV"], filesHref: "/partner/exports" }}
      />
    </Panel>
  );
}
