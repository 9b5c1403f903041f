import type { Readable } from "node:stream";
import { parse } from "csv-parse";

/** One row of a file: its cells by column, or why it could not be read. `line` is where it begins, counted from 1. */
export type CsvRow = { line: number; cells: Readonly<Record<string, string>> } | { line: number; problem: string };

export type CsvStyle = { delimiter: string; quote: string };

export class ColumnsMissing extends Error {
  constructor(missing: readonly string[], there: readonly string[]) {
    super(`The file has no column ${missing.join(", ")}; it has ${there.join(", ")}.`);
    this.name = "ColumnsMissing";
  }
}

/** Longer than any row of a purchases file; a quote that never closes ends here instead of eating the rest. */
const ROW_CHARACTERS_MAX = 65_536;

/** Rows in order, as they stream in. A malformed row is one problem and the rest goes on. */
export async function* csvRows(source: Readable, style: CsvStyle, needed: readonly string[]): AsyncGenerator<CsvRow> {
  const problems: CsvRow[] = [];
  const parser = source.pipe(
    parse({
      bom: true,
      delimiter: style.delimiter,
      quote: style.quote,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: ROW_CHARACTERS_MAX,
      skip_records_with_error: true,
      on_skip: (error) => {
        if (error) problems.push({ line: parser.info.lines, problem: error.message });
      },
    }),
  );
  source.on("error", (error) => parser.destroy(error));
  let header: string[] | null = null;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    const line = info.lines - record.join("").split("\n").length + 1;
    if (header) yield rowOf(header, record, line);
    else header = headerOf(record, needed);
    yield* problems.splice(0);
  }
  yield* problems;
  if (!header) throw new ColumnsMissing(needed, []);
}

function headerOf(record: readonly string[], needed: readonly string[]): string[] {
  const header = record.map((name) => name.trim());
  const missing = needed.filter((name) => !header.includes(name));
  if (missing.length > 0) throw new ColumnsMissing(missing, header);
  return header;
}

function rowOf(header: readonly string[], record: readonly string[], line: number): CsvRow {
  if (record.length !== header.length) {
    return { line, problem: `The row has ${record.length} cells; the first line names ${header.length} columns.` };
  }
  return { line, cells: Object.fromEntries(header.map((name, at) => [name, record[at] ?? ""])) };
}
