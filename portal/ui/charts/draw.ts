import "server-only";
import * as echarts from "echarts";

export type Drawing = { option: echarts.EChartsOption; height: number };

/** For a phone, half a page and a whole one: text keeps its size in each, so a drawing is made thrice (3 ms each). */
export const widths = { narrow: 350, middle: 580, wide: 860 } as const;

/** An SVG as text. Its colours are the design's variables, so one drawing serves light and dark. */
export function draw(option: echarts.EChartsOption, width: number, height: number): string {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({ animation: false, textStyle: { fontFamily: "inherit" }, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

export const ink = {
  text: "var(--ink-faint)",
  strong: "var(--ink)",
  line: "var(--line)",
  series: ["var(--chart-1)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)", "var(--chart-5)"],
} as const;

export const axisText = { color: ink.text, fontSize: 12 } as const;

/** A quiet value axis: hairlines, no frame; `text` prints its numbers. */
export const valueAxis = (text: (value: number) => string) => ({
  type: "value" as const,
  axisLabel: { ...axisText, formatter: text },
  splitLine: { lineStyle: { color: ink.line } },
  axisLine: { show: false },
  axisTick: { show: false },
  splitNumber: 4,
});

export const nameAxis = (names: string[]) => ({
  type: "category" as const,
  data: names,
  axisLabel: { ...axisText, hideOverlap: true },
  axisLine: { lineStyle: { color: ink.line } },
  axisTick: { show: false },
});
