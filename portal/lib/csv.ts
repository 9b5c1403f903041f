import "server-only";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";

export type CsvRow = Record<string, string | number | null>;

export type Report = {
  /** What the file is: the first row says it with its version, so that a reader can tell a changed shape. */
  name: string;
  version: number;
  fileName: string;
  columns: string[];
  rows: AsyncIterable<CsvRow>;
  /** Columns of whole numbers or decimals whose sum stands in the last row. */
  summed: string[];
};

/** A report as a download: schema row, header row, rows, and a last row with the count and the control sums. */
export function csvResponse(report: Report): Response {
  const lines = Readable.toWeb(Readable.from(linesOf(report))) as ReadableStream;
  return new Response(lines.pipeThrough(new TextEncoderStream()), {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${report.fileName}"`,
      "cache-control": "no-store",
    },
  });
}

async function* linesOf({ name, version, columns, rows, summed }: Report): AsyncGenerator<string> {
  const sums = new Map(summed.map((column) => [column, 0n]));
  let count = 0;
  yield line(["schema", name, version]);
  yield line(columns);
  for await (const row of rows) {
    count += 1;
    for (const [column, sum] of sums) sums.set(column, sum + millionths(row[column] ?? 0));
    yield line(columns.map((column) => row[column] ?? ""));
  }
  yield line(["records", count, ...[...sums].flatMap(([column, sum]) => [`sum_${column}`, decimal(sum)])]);
}

/** A text that begins like a formula is quoted with an apostrophe; numbers stay numbers. */
function line(cells: (string | number)[]): string {
  const safe = cells.map((cell) =>
    typeof cell === "string" && !isNumber(cell) ? { text: cell } : { number: String(cell) },
  );
  return safe
    .map((cell) => ("text" in cell ? stringify([[cell.text]], { escape_formulas: true, eof: false }) : cell.number))
    .join(",")
    .concat("\r\n");
}

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);

const E6 = 1_000_000n;

function millionths(cell: string | number): bigint {
  const text = String(cell);
  if (!isNumber(text)) return 0n;
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const amount = BigInt(whole) * E6 + BigInt(fraction.padEnd(6, "0").slice(0, 6));
  return text.startsWith("-") ? -amount : amount;
}

function decimal(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  const fraction = String(size % E6)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return `${amount < 0n ? "-" : ""}${size / E6}${fraction ? `.${fraction}` : ""}`;
}
