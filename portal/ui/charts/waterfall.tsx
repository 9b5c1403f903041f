import "server-only";
import { useLocale } from "next-intl";
import { ink, nameAxis, valueAxis } from "#portal/ui/charts/draw.ts";
import { Figure } from "#portal/ui/charts/figure.tsx";
import { shortNumber } from "#portal/ui/charts/short-number.ts";

export type Fall = { name: string; change: number };

type WaterfallProps = {
  title: string;
  summary: string;
  nameOf: string;
  amountOf: string;
  opening?: Fall;
  steps: Fall[];
  closing: Fall;
  print: (value: number) => string;
};

/** Narrower than this, a name would break within words; leaning, it has this much. */
const [NARROW, LEANING] = [52, 92];

/** How one number became another, step by step. */
export function Waterfall({ title, summary, nameOf, amountOf, opening, steps, closing, print }: WaterfallProps) {
  const bars = stacked(opening, steps, closing);
  const short = shortNumber(
    useLocale(),
    Math.max(0, ...bars.flatMap(({ from, to }) => [Math.abs(from), Math.abs(to)])),
  );
  return (
    <Figure
      title={title}
      summary={summary}
      height={270}
      option={(width) => ({
        grid: { left: 4, right: 8, top: 12, bottom: 2, containLabel: true },
        xAxis: {
          ...nameAxis(bars.map(({ name }) => name)),
          axisLabel: nameLabel(width, bars.length),
        },
        yAxis: valueAxis(short),
        series: [
          {
            type: "custom",
            data: bars.map(({ from, to }, index) => [index, from, to]),
            renderItem: (_params, api) => {
              const index = api.value(0) as number;
              const [x = 0, y1 = 0] = api.coord([index, api.value(1)]);
              const [, y2 = 0] = api.coord([index, api.value(2)]);
              const size = api.size?.([1, 0]);
              const step = Array.isArray(size) ? (size[0] ?? 40) : 40;
              const bar = Math.min(44, step * 0.6);
              return {
                type: "rect",
                shape: {
                  x: x - bar / 2,
                  y: Math.min(y1, y2),
                  width: bar,
                  height: Math.max(1, Math.abs(y1 - y2)),
                  r: 3,
                },
                style: { fill: bars[index]?.colour ?? ink.strong },
              };
            },
          },
        ],
      })}
      twin={{
        columns: [nameOf, amountOf],
        rows: [...(opening ? [opening] : []), ...steps, closing].map(({ name, change }) => [name, print(change)]),
      }}
    />
  );
}

/** Names break into lines; where a bar is narrower than a word they lean instead. */
function nameLabel(width: number, count: number) {
  const room = (width - 40) / count - 4;
  const shared = { color: ink.text, fontSize: width > 500 ? 12 : 10, interval: 0 };
  return room < NARROW
    ? { ...shared, rotate: 45, width: LEANING, overflow: "truncate" as const }
    : { ...shared, width: room, overflow: "break" as const };
}

function stacked(opening: Fall | undefined, steps: Fall[], closing: Fall) {
  let level = opening?.change ?? 0;
  const bars = opening ? [{ name: opening.name, from: 0, to: level, colour: "var(--chart-3)" }] : [];
  for (const { name, change } of steps) {
    bars.push({ name, from: level, to: level + change, colour: change < 0 ? "var(--chart-2)" : "var(--chart-1)" });
    level += change;
  }
  return [...bars, { name: closing.name, from: 0, to: closing.change, colour: ink.strong }];
}
