import "server-only";
import type { BarSeriesOption, LineSeriesOption } from "echarts";
import { useLocale } from "next-intl";
import { ink, nameAxis, valueAxis } from "#portal/ui/charts/draw.ts";
import { Figure } from "#portal/ui/charts/figure.tsx";
import { shortNumber } from "#portal/ui/charts/short-number.ts";

export type Series = { name: string; values: number[]; as?: "bar" | "line" };

type BarsProps = {
  title: string;
  summary: string;
  /** What the first column of the twin is called. */
  nameOf: string;
  names: string[];
  series: Series[];
  stacked?: boolean;
  height?: number;
  /** How a number of the drawing is written in the twin. */
  print: (value: number) => string;
};

/** Groups of bars side by side or stacked, with lines over them where a series asks for it. */
export function Bars({ title, summary, nameOf, names, series, stacked, height = 250, print }: BarsProps) {
  const short = shortNumber(useLocale(), reach(series, stacked === true));
  const isCounted = series.every(({ values }) => values.every(Number.isInteger));
  const drawn = series.map(({ name, values, as }, index): BarSeriesOption | LineSeriesOption =>
    as === "line"
      ? { type: "line", name, data: values, color: ink.strong, symbolSize: 5, lineStyle: { width: 2 } }
      : {
          type: "bar",
          name,
          data: values,
          color: ink.series[index % ink.series.length],
          stack: stacked ? "all" : undefined,
          barMaxWidth: 22,
          barGap: "12%",
          itemStyle: { borderRadius: stacked ? 0 : 3 },
        },
  );
  return (
    <Figure
      title={title}
      summary={summary}
      height={height}
      legend={
        series.length > 1
          ? series.map(({ name, as }, index) => ({
              name,
              colour: as === "line" ? ink.strong : (ink.series[index % ink.series.length] ?? ink.strong),
            }))
          : []
      }
      option={{
        grid: { left: 4, right: 8, top: 12, bottom: 2, containLabel: true },
        xAxis: names.length > WORDY ? withinEdges(nameAxis(names)) : nameAxis(names),
        yAxis: { ...valueAxis(short), ...(isCounted ? { minInterval: 1 } : {}) },
        series: drawn,
      }}
      twin={{
        columns: [nameOf, ...series.map(({ name }) => name)],
        rows: names.map((name, row) => [name, ...series.map(({ values }) => print(values[row] ?? 0))]),
      }}
    />
  );
}

/** With so many names their texts are wider than their bars, and the outer ones would be cut. */
const WORDY = 12;

function withinEdges({ axisLabel, ...axis }: ReturnType<typeof nameAxis>) {
  return { ...axis, axisLabel: { ...axisLabel, alignMinLabel: "left" as const, alignMaxLabel: "right" as const } };
}

/** How far up or down the axis reaches. */
function reach(series: readonly Series[], stacked: boolean): number {
  const sizes = series.map(({ values }) => values.map(Math.abs));
  if (!stacked) return Math.max(0, ...sizes.flat());
  return Math.max(0, ...(sizes[0] ?? []).map((_size, at) => sizes.reduce((sum, values) => sum + (values[at] ?? 0), 0)));
}
