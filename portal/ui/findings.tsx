"use client";

import { Check, Minus, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { classes } from "#portal/ui/classes.ts";
import { ScrollRegion } from "#portal/ui/scroll-region.tsx";

/** What was found out about one row of a file before anything is done with it. */
export type Finding = {
  id: string;
  verdict: "good" | "open" | "bad" | "skipped";
  cells: ReactNode[];
  words?: ReactNode;
};

const looks = {
  good: { icon: Check, tone: "text-good" },
  open: { icon: TriangleAlert, tone: "text-warn" },
  bad: { icon: X, tone: "text-bad" },
  skipped: { icon: Minus, tone: "text-ink-faint" },
} as const;

const verdicts = ["bad", "open", "good", "skipped"] as const;

/** A file row by row: a tick, a question or a cross before each, and why. Counts on top choose what is listed. */
export function Findings({ caption, columns, findings }: { caption: string; columns: string[]; findings: Finding[] }) {
  const t = useTranslations("upload");
  const [only, setOnly] = useState<Finding["verdict"] | null>(null);
  const counts = Map.groupBy(findings, ({ verdict }) => verdict);
  const head = "sticky top-0 border-line border-y bg-sunken px-3 py-2 font-medium text-[0.8125rem] text-ink-soft";
  return (
    <div>
      <fieldset className="mb-3 flex flex-wrap gap-2">
        <legend className="sr-only">{t("show")}</legend>
        {verdicts
          .filter((verdict) => counts.has(verdict))
          .map((verdict) => {
            const Icon = looks[verdict].icon;
            return (
              <button
                key={verdict}
                type="button"
                aria-pressed={only === verdict}
                onClick={() => setOnly(only === verdict ? null : verdict)}
                className={classes(
                  "inline-flex min-h-8 items-center gap-2 rounded-full border px-3 text-sm",
                  only === verdict ? "border-accent bg-accent-soft" : "border-line hover:bg-sunken",
                )}
              >
                <Icon className={classes("size-4", looks[verdict].tone)} aria-hidden="true" />
                {t(verdict)} <b className="figures font-semibold">{counts.get(verdict)?.length}</b>
              </button>
            );
          })}
      </fieldset>
      <ScrollRegion label={caption} className="max-h-[26rem] rounded-lg border border-line">
        <table className="w-full text-left">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className={head}>
                <span className="sr-only">{t("verdict")}</span>
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className={head}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {findings
              .filter(({ verdict }) => only === null || verdict === only)
              .map((finding) => (
                <Row key={finding.id} finding={finding} columns={columns} />
              ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

function Row({ finding: { verdict, cells, words }, columns }: { finding: Finding; columns: string[] }) {
  const t = useTranslations("upload");
  const { icon: Icon, tone } = looks[verdict];
  return (
    <tr className="border-line/70 border-b align-top last:border-b-0">
      <td className="px-3 py-2.5">
        <Icon className={classes("mt-0.5 size-4", tone)} aria-label={t(verdict)} role="img" />
      </td>
      {cells.map((cell, index) => (
        <td key={columns[index]} className="figures px-3 py-2.5">
          {cell}
          {index === 0 && words ? <span className={classes("block text-sm", tone)}>{words}</span> : null}
        </td>
      ))}
    </tr>
  );
}
