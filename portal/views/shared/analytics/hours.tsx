import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { HeatTable } from "#portal/ui/charts/heat-table.tsx";
import { Panel } from "#portal/ui/page.tsx";

type Cell = { weekday: number; hour: number; receiptCount: number };

const days = [1, 2, 3, 4, 5, 6, 7] as const;

/** Receipts by day of the week and hour; hours outside all trade are left out. */
export async function Hours({ cells }: { cells: readonly Cell[] }) {
  const t = await getTranslations("analytics");
  const texts = await getTexts();
  const most = Math.max(1, ...cells.map(({ receiptCount }) => receiptCount));
  const first = Math.min(23, ...cells.map(({ hour }) => hour));
  const last = Math.max(0, ...cells.map(({ hour }) => hour));
  const hours = Array.from({ length: Math.max(0, last - first + 1) }, (_none, nth) => first + nth);
  const at = new Map(cells.map((cell) => [`${cell.weekday} ${cell.hour}`, cell.receiptCount]));
  return (
    <Panel title={t("hours")} note={t("hoursNote")}>
      {cells.length === 0 ? <p className="text-ink-faint">{t("noData")}</p> : null}
      <HeatTable
        caption={t("hours")}
        corner={t("weekday")}
        columns={hours.map((hour) => ({ id: String(hour), name: String(hour).padStart(2, "0") }))}
        rows={days.map((day) => ({
          id: String(day),
          name: t(`day${day}`),
          cells: hours.map((hour) => {
            const count = at.get(`${day} ${hour}`) ?? 0;
            return { weight: count / most, text: count > 0 ? texts.points(count) : null };
          }),
        }))}
      />
    </Panel>
  );
}
