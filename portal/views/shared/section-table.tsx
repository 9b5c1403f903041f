import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages } from "#portal/i18n/messages.ts";
import { Link } from "#portal/i18n/navigation.ts";
import type { MoneyText } from "#portal/lib/format.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { ScrollRegion } from "#portal/ui/scroll-region.tsx";

export type SectionLine = {
  section: keyof Messages["sectionsOf"];
  originCycle: { id: string; seq: number } | null;
  amount: MoneyText;
  entryCount: number;
  /** Only statements have them, and only where a tax is configured. */
  tax?: MoneyText | null;
  taxCode?: string | null;
  taxRateBps?: number | null;
  taxBasis?: "INCLUDED" | "ON_TOP" | null;
};

type SectionTableProps<Line> = {
  lines: Line[];
  opening?: MoneyText;
  total: ReactNode;
  /** The entries that make up all of it. */
  totalHref?: string;
  /** The entries that make up a line. */
  hrefOf: (line: Line) => string;
};

/** A position in the order of the statement: own items by section, then what earlier cycles brought. */
export async function SectionTable<Line extends SectionLine>({
  lines,
  opening,
  total,
  totalHref,
  hrefOf,
}: SectionTableProps<Line>) {
  const t = await getTranslations("partner");
  const own = lines.filter(({ originCycle }) => originCycle === null);
  const prior = Map.groupBy(
    lines.filter(({ originCycle }) => originCycle !== null),
    ({ originCycle }) => originCycle?.seq ?? 0,
  );
  const taxed = lines.some(({ taxCode }) => taxCode);
  const columns = taxed ? 5 : 3;
  const head = "border-line border-y bg-sunken px-4 py-2 font-medium text-[0.8125rem] text-ink-soft";
  return (
    <ScrollRegion label={t("bySection")} className="">
      <table className="w-full text-left">
        <caption className="sr-only">{t("bySection")}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} pl-5`}>
              {t("section")}
            </th>
            <th scope="col" className={`${head} hidden text-right sm:table-cell`}>
              {t("entries")}
            </th>
            {taxed ? (
              <>
                <th scope="col" className={head}>
                  {t("taxCode")}
                </th>
                <th scope="col" className={`${head} text-right`}>
                  {t("tax")}
                </th>
              </>
            ) : null}
            <th scope="col" className={`${head} pr-5 text-right`}>
              {t("amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {opening && Number(opening.amount) !== 0 ? (
            <tr className="border-line/70 border-b">
              <th scope="row" className="py-2.5 pr-4 pl-5 font-normal">
                {t("openingBrought")}
              </th>
              <td className="hidden sm:table-cell" />
              {taxed ? <td colSpan={2} /> : null}
              <td className="py-2.5 pr-5 pl-4 text-right">
                <Money column value={opening} sign="always" />
              </td>
            </tr>
          ) : null}
          {own.map((line) => (
            <Row key={line.section} line={line} href={hrefOf(line)} taxed={taxed} />
          ))}
          {[...prior].flatMap(([seq, items]) => [
            <tr key={`from ${seq}`}>
              <th
                colSpan={columns}
                scope="rowgroup"
                className="bg-sunken/60 px-5 py-2 font-medium text-ink-soft text-sm"
              >
                {t("priorItemsOf", { number: String(seq) })}
              </th>
            </tr>,
            ...items.map((line) => (
              <Row key={`${seq} ${line.section}`} line={line} href={hrefOf(line)} taxed={taxed} />
            )),
          ])}
        </tbody>
        <tfoot>
          <tr className="border-line border-t-2 font-semibold">
            <th scope="row" className="py-3 pr-4 pl-5">
              {t("sectionTotal")}
            </th>
            <td className="hidden sm:table-cell" />
            {taxed ? <td colSpan={2} /> : null}
            <td className="py-3 pr-5 pl-4 text-right">
              {totalHref ? (
                <Link href={totalHref} className={opens}>
                  {total}
                </Link>
              ) : (
                total
              )}
            </td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

const opens = "underline decoration-line-strong/40 underline-offset-4 hover:decoration-current";

async function Row({ line, href, taxed }: { line: SectionLine; href: string; taxed: boolean }) {
  const names = await getTranslations("sectionsOf");
  const texts = await getTexts();
  return (
    <tr className="border-line/70 border-b last:border-b-0">
      <th scope="row" className="py-2.5 pr-4 pl-5 font-normal">
        {names(line.section)}
      </th>
      <td className="figures hidden px-4 py-2.5 text-right text-ink-faint sm:table-cell">
        {texts.points(line.entryCount)}
      </td>
      {taxed ? <TaxCells line={line} /> : null}
      <td className="py-2.5 pr-5 pl-4 text-right">
        <Link href={href} className={opens}>
          <Money column value={line.amount} sign="always" />
        </Link>
      </td>
    </tr>
  );
}

async function TaxCells({ line: { tax, taxCode, taxRateBps, taxBasis } }: { line: SectionLine }) {
  const t = await getTranslations("partner");
  const texts = await getTexts();
  return (
    <>
      <td className="whitespace-nowrap px-4 py-2.5">
        {taxCode ? (
          <>
            {taxCode} · {texts.share((taxRateBps ?? 0) / 10_000)}
            <span className="block text-ink-faint text-sm">{taxBasis ? t(taxBasis) : null}</span>
          </>
        ) : null}
      </td>
      <td className="px-4 py-2.5 text-right">{tax ? <Money column value={tax} sign="always" tone="muted" /> : null}</td>
    </>
  );
}
