import "server-only";
import { useLocale } from "next-intl";
import { nameAxis, valueAxis } from "#portal/ui/charts/draw.ts";
import { Figure } from "#portal/ui/charts/figure.tsx";
import { shortNumber } from "#portal/ui/charts/short-number.ts";

export type LimitDay = { name: string; used: number; limit: number | null; secured: number };

type LimitBandProps = {
  title: string;
  summary: string;
  nameOf: string;
  days: LimitDay[];
  /** Share of the limit at which somebody is told. */
  alarmShare: number;
  names: { used: string; limit: string; alarm: string; secured: string };
  print: (value: number) => string;
};

/** What is used over time against what is allowed: the line, the band it must stay in, and where the alarm rings. */
export function LimitBand({ title, summary, nameOf, days, alarmShare, names, print }: LimitBandProps) {
  const most = Math.max(0, ...days.flatMap(({ used, limit, secured }) => [used, limit ?? 0, secured]));
  const short = shortNumber(useLocale(), most);
  const line = { type: "line" as const, showSymbol: false, step: "end" as const };
  const limited = days.some(({ limit }) => limit !== null);
  return (
    <Figure
      title={title}
      summary={summary}
      height={270}
      legend={[
        { name: names.used, colour: "var(--chart-1)" },
        { name: names.secured, colour: "var(--chart-3)" },
        ...(limited
          ? [
              { name: names.alarm, colour: "var(--chart-2)" },
              { name: names.limit, colour: "var(--chart-4)" },
            ]
          : []),
      ]}
      option={{
        grid: { left: 4, right: 12, top: 12, bottom: 2, containLabel: true },
        xAxis: { ...nameAxis(days.map(({ name }) => name)), boundaryGap: false },
        yAxis: valueAxis(short),
        series: [
          {
            ...line,
            data: days.map(({ limit }) => limit),
            color: "var(--chart-4)",
            lineStyle: { width: 2 },
            areaStyle: { color: "var(--chart-3)", opacity: 0.09 },
          },
          {
            ...line,
            data: days.map(({ limit }) => (limit === null ? null : limit * alarmShare)),
            color: "var(--chart-2)",
            lineStyle: { width: 1.5, type: "dashed" },
          },
          {
            ...line,
            data: days.map(({ secured }) => secured),
            color: "var(--chart-3)",
            lineStyle: { width: 1.5, type: "dotted" },
          },
          {
            type: "line",
            showSymbol: days.length < 3,
            data: days.map(({ used }) => used),
            color: "var(--chart-1)",
            lineStyle: { width: 2.5 },
          },
        ],
      }}
      twin={{
        columns: [nameOf, names.used, names.secured, names.limit],
        rows: days.map(({ name, used, secured, limit }) => [
          name,
          print(used),
          print(secured),
          limit === null ? "–" : print(limit),
        ]),
      }}
    />
  );
}
