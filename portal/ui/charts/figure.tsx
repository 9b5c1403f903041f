import "server-only";
import type { EChartsOption } from "echarts";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { draw, widths } from "#portal/ui/charts/draw.ts";
import { ScrollRegion } from "#portal/ui/scroll-region.tsx";

export type Twin = { columns: string[]; rows: ReactNode[][] };
export type LegendEntry = { name: string; colour: string };

type FigureProps = {
  title: string;
  /** What the drawing says, in a sentence, for whoever does not see it. */
  summary: string;
  option: EChartsOption | ((width: number) => EChartsOption);
  height: number;
  legend?: LegendEntry[];
  twin: Twin;
};

/** A drawing with its title, its meaning in words and the numbers behind it. No script in the browser. */
export function Figure({ title, summary, option, height, legend, twin }: FigureProps) {
  const id = useId();
  const drawn = (width: number) => draw(typeof option === "function" ? option(width) : option, width, height);
  return (
    <figure aria-labelledby={`${id}t`} aria-describedby={`${id}s`} className="@container">
      <figcaption className="mb-2 flex flex-wrap items-center gap-x-5 gap-y-1">
        <span id={`${id}t`} className="sr-only">
          {title}
        </span>
        <span id={`${id}s`} className="sr-only">
          {summary}
        </span>
        {legend?.map(({ name, colour }) => (
          <span key={name} className="inline-flex items-center gap-2 text-ink-soft text-sm">
            <span className="size-2.5 rounded-[3px]" style={{ background: colour }} aria-hidden="true" />
            {name}
          </span>
        ))}
      </figcaption>
      <Svg className="@lg:hidden" svg={drawn(widths.narrow)} />
      <Svg className="hidden @lg:block @3xl:hidden" svg={drawn(widths.middle)} />
      <Svg className="hidden @3xl:block" svg={drawn(widths.wide)} />
      <TableTwin caption={title} twin={twin} />
    </figure>
  );
}

export function Svg({ svg, className }: { svg: string; className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={`[&_svg]:h-auto [&_svg]:w-full ${className ?? ""}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here by ECharts, which escapes the texts it is given
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

function TableTwin({ caption, twin }: { caption: string; twin: Twin }) {
  const t = useTranslations("table");
  return (
    <details className="no-print group mt-3">
      <summary className="w-fit rounded text-ink-faint text-sm underline decoration-line-strong/40 underline-offset-4 hover:text-ink">
        {t("asTable")}
      </summary>
      <ScrollRegion label={caption} className="mt-3 max-h-96 rounded-lg border border-line">
        <table className="w-full text-left text-sm">
          <caption className="sr-only">{caption}</caption>
          <thead className="bg-sunken">
            <tr>
              {twin.columns.map((column, index) => (
                <th
                  key={column}
                  scope="col"
                  className={`whitespace-nowrap px-3 py-2 font-medium ${index ? "text-right" : ""}`}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {twin.rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a drawing have no other identity
              <tr key={row} className="border-line/70 border-t">
                {cells.map((cell, index) =>
                  index === 0 ? (
                    <th key={twin.columns[0]} scope="row" className="whitespace-nowrap px-3 py-1.5 font-normal">
                      {cell}
                    </th>
                  ) : (
                    <td key={twin.columns[index]} className="figures whitespace-nowrap px-3 py-1.5 text-right">
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
