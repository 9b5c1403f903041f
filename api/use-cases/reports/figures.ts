import type { PaperLanguage } from "#api/formats/paper.ts";
import type { ReportCell, ReportColumn } from "#api/formats/report.ts";
import { formatMoney } from "#api/kernel/money.ts";
import { be } from "#api/use-cases/reports/words/be.ts";
import { en, type Words } from "#api/use-cases/reports/words/en.ts";
import { ru } from "#api/use-cases/reports/words/ru.ts";

const wordsOf: Record<PaperLanguage, Words> = { en, ru, be };

/** How a paper writes words, figures and times. */
export type Figures = {
  words: Words;
  money(e6: bigint): string;
  whole(count: bigint): string;
  day(at: Date): string;
  instant(at: Date): string;
  cell(kind: ReportColumn["kind"], cell: ReportCell | undefined): string;
};

export function figuresIn(language: PaperLanguage, timeZone: string): Figures {
  const words = wordsOf[language];
  const decimals = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 6 });
  const wholes = new Intl.NumberFormat(language);
  const days = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone });
  const instants = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone });
  const signed = (text: string) => text.replace("-", "−");
  const money = (e6: bigint) => signed(decimals.format(formatMoney(e6) as Intl.StringNumericLiteral));
  const whole = (count: bigint) => signed(wholes.format(count));
  return {
    words,
    money,
    whole,
    day: (at) => days.format(at),
    instant: (at) => `${instants.format(at)} (${timeZone})`,
    cell(kind, cell) {
      if (cell === null || cell === undefined) return "";
      if (typeof cell === "bigint") return kind === "money" || kind === "rate" ? money(cell) : whole(cell);
      if (typeof cell === "boolean") return cell ? words.yes : words.no;
      return cell instanceof Date ? instants.format(cell) : cell;
    },
  };
}
