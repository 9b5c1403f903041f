import type { PaperFooter } from "#api/formats/paper.ts";
import type { ReportColumn, ReportRow } from "#api/formats/report.ts";
import { statementPdf } from "#api/formats/statement-pdf.ts";
import { tablePdf } from "#api/formats/table-pdf.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import type { Tx } from "#api/sql/rows.ts";
import { definitionOf } from "#api/use-cases/reports/definitions.ts";
import { type Figures, figuresIn } from "#api/use-cases/reports/figures.ts";
import { statementPaper } from "#api/use-cases/reports/statement-paper.ts";
import type { ReportToWrite } from "#api/use-cases/reports/write-report.ts";

/** A report on paper: a partner's statement as such, everything else as one table. */
export async function paperOf(tx: Tx, asked: ReportToWrite, rows: AsyncIterable<ReportRow>): Promise<Uint8Array> {
  const { name, language, programme } = asked;
  const figures = figuresIn(language, programme.timeZone);
  if (name === "statement") return statementPdf(await statementPaper(tx, asked, figures));
  const { columns: all, onPaper = [] } = definitionOf(name);
  const columns = all.filter((column) => onPaper.includes(column.name));
  const sums = new Map<string, bigint>();
  return tablePdf({
    language,
    sender: { name: programme.name, lines: [] },
    title: titleOf(figures, name),
    facts: factsOf(asked, figures),
    columns: columns.map((column) => ({
      heading: headingOf(figures, column),
      align: isFigure(column) ? "right" : "left",
      weight: isFigure(column) ? 1 : TEXT_WEIGHT,
    })),
    rows: printed(rows, columns, { figures, sums }),
    footer: footerOf(asked, figures),
    madeAt: asked.at,
  });
}

/** Words need more room than figures. */
const TEXT_WEIGHT = 1.5;

const isFigure = ({ kind }: ReportColumn) => kind === "money" || kind === "integer" || kind === "rate";

async function* printed(
  rows: AsyncIterable<ReportRow>,
  columns: readonly ReportColumn[],
  { figures, sums }: { figures: Figures; sums: Map<string, bigint> },
): AsyncGenerator<string[]> {
  let isEmpty = true;
  for await (const row of rows) {
    isEmpty = false;
    for (const { name, isSummed } of columns) {
      const cell = row[name];
      if (isSummed && typeof cell === "bigint") sums.set(name, (sums.get(name) ?? 0n) + cell);
    }
    yield columns.map(({ name, kind }) => figures.cell(kind, row[name]));
  }
  if (isEmpty) return;
  yield columns.map(({ name, kind, isSummed }, nth) =>
    isSummed ? figures.cell(kind, sums.get(name) ?? 0n) : nth === 0 ? figures.words.sum : "",
  );
}

const titleOf = ({ words }: Figures, name: string) => words.reports[name as keyof typeof words.reports] ?? name;

const headingOf = ({ words }: Figures, { name }: ReportColumn) =>
  words.columns[name as keyof typeof words.columns] ?? name;

function factsOf({ scope, programme, at }: ReportToWrite, { words, instant }: Figures) {
  const { partner, cycle } = scope.of;
  return [
    ...(partner ? [{ label: words.recipient, value: partner }] : []),
    ...(cycle ? [{ label: words.cycle, value: cycle }] : []),
    { label: words.currency, value: programme.currency },
    { label: words.asOf, value: instant(at) },
  ];
}

function footerOf({ name, scope, at }: ReportToWrite, figures: Figures): PaperFooter {
  const { partner, cycle, version } = scope.of;
  const subject = [titleOf(figures, name), partner, cycle && `${figures.words.cycle} ${cycle}`]
    .filter(Boolean)
    .join(" · ");
  return {
    subject,
    page: figures.words.page,
    hashLabel: figures.words.rowsHash,
    hash: fingerprint({ name, scope, version, at }),
  };
}
