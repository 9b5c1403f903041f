import "server-only";
import { ink, nameAxis } from "#portal/ui/charts/draw.ts";
import { Figure } from "#portal/ui/charts/figure.tsx";

type SparklineProps = {
  title: string;
  summary: string;
  nameOf: string;
  names: string[];
  up: { name: string; values: number[] };
  down: { name: string; values: number[] };
  print: (value: number) => string;
};

/** Two small series against each other: what came above the line, what went below it. */
export function Sparkline({ title, summary, nameOf, names, up, down, print }: SparklineProps) {
  const bar = { type: "bar" as const, stack: "both", barMaxWidth: 16 };
  return (
    <Figure
      title={title}
      summary={summary}
      height={150}
      legend={[
        { name: up.name, colour: "var(--chart-1)" },
        { name: down.name, colour: "var(--chart-2)" },
      ]}
      option={{
        grid: { left: 0, right: 0, top: 6, bottom: 22 },
        xAxis: { ...nameAxis(names), axisLine: { show: false } },
        yAxis: { type: "value", show: false },
        series: [
          { ...bar, data: up.values, color: "var(--chart-1)", itemStyle: { borderRadius: [3, 3, 0, 0] } },
          {
            ...bar,
            data: down.values.map((value) => -value),
            color: "var(--chart-2)",
            itemStyle: { borderRadius: [0, 0, 3, 3] },
            markLine: {
              silent: true,
              symbol: "none",
              label: { show: false },
              lineStyle: { color: ink.line, type: "solid" },
              data: [{ yAxis: 0 }],
            },
          },
        ],
      }}
      twin={{
        columns: [nameOf, up.name, down.name],
        rows: names.map((name, row) => [name, print(up.values[row] ?? 0), print(down.values[row] ?? 0)]),
      }}
    />
  );
}
