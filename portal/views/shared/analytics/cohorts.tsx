import { getTranslations } from "next-intl/server";
import { formatShare } from "#portal/lib/format.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { HeatTable } from "#portal/ui/charts/heat-table.tsx";
import { Panel } from "#portal/ui/page.tsx";

type Cell = { cohort: string; month: string; memberCount: number; retainedBps: number };

const monthsBetween = (from: string, to: string) =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));

/** Retention: each month's new customers, and how many of them came so many months later. */
export async function Cohorts({ cells }: { cells: readonly Cell[] }) {
  const t = await getTranslations("analytics");
  const texts = await getTexts();
  const byCohort = Map.groupBy(cells, ({ cohort }) => cohort);
  const last = Math.max(0, ...cells.map(({ cohort, month }) => monthsBetween(cohort, month)));
  const steps = Array.from({ length: last + 1 }, (_none, step) => step);
  return (
    <Panel title={t("cohorts")} note={t("cohortsNote")}>
      {cells.length === 0 ? <p className="text-ink-faint">{t("noData")}</p> : null}
      <HeatTable
        caption={t("cohorts")}
        corner={t("cohort")}
        columns={steps.map((step) => ({ id: String(step), name: t("monthN", { months: step }) }))}
        rows={[...byCohort].map(([cohort, of]) => ({
          id: cohort,
          name: texts.month(cohort.slice(0, 7)),
          note: texts.points(of.find(({ month }) => month === cohort)?.memberCount ?? 0),
          cells: steps.map((step) => {
            const cell = of.find(({ month }) => monthsBetween(cohort, month) === step);
            if (!cell) return null;
            return { weight: cell.retainedBps / 10_000, text: formatShare(texts.locale, cell.retainedBps / 10_000, 0) };
          }),
        }))}
      />
    </Panel>
  );
}
