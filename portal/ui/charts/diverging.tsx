import "server-only";
import { ink } from "#portal/ui/charts/draw.ts";
import { Figure } from "#portal/ui/charts/figure.tsx";

export type Leaning = { name: string; value: number };

type DivergingProps = {
  title: string;
  summary: string;
  nameOf: string;
  amountOf: string;
  rows: Leaning[];
  print: (value: number) => string;
  /** What leaning to the left and to the right means. */
  sides: { left: string; right: string };
};

const ROW_PX = 38;

/** Amounts that lean one way or the other from nothing: who owes, who is owed. */
export function Diverging({ title, summary, nameOf, amountOf, rows, print, sides }: DivergingProps) {
  const largest = Math.max(...rows.map(({ value }) => Math.abs(value)), 1e-9);
  return (
    <Figure
      title={title}
      summary={summary}
      height={rows.length * ROW_PX + 8}
      legend={[
        { name: sides.left, colour: "var(--chart-2)" },
        { name: sides.right, colour: "var(--chart-1)" },
      ]}
      option={(width) => ({
        grid: { left: width > 500 ? 170 : 96, right: 8, top: 4, bottom: 4 },
        // Room on both sides for the amounts that stand beside the bars.
        xAxis: { type: "value", show: false, min: -largest * 1.6, max: largest * 1.6 },
        yAxis: {
          type: "category",
          inverse: true,
          data: rows.map(({ name }) => name),
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: {
            color: ink.strong,
            fontSize: 13,
            width: width > 500 ? 160 : 88,
            overflow: "truncate",
            align: "left",
            margin: width > 500 ? 165 : 92,
          },
        },
        series: [
          {
            type: "bar",
            barMaxWidth: 18,
            data: rows.map(({ value }) => ({
              value,
              itemStyle: { color: value < 0 ? "var(--chart-2)" : "var(--chart-1)", borderRadius: 3 },
              label: { position: value < 0 ? "left" : "right" },
            })),
            label: {
              show: true,
              color: ink.strong,
              fontSize: 12.5,
              formatter: ({ dataIndex }) => print(rows[dataIndex]?.value ?? 0),
            },
            markLine: {
              silent: true,
              symbol: "none",
              label: { show: false },
              lineStyle: { color: ink.line, type: "solid" },
              data: [{ xAxis: 0 }],
            },
          },
        ],
      })}
      twin={{ columns: [nameOf, amountOf], rows: rows.map(({ name, value }) => [name, print(value)]) }}
    />
  );
}
