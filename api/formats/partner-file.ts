import { Readable } from "node:stream";
import { ColumnsMissing, csvRows } from "#api/formats/csv-rows.ts";
import { readAmount } from "#api/formats/decimals.ts";
import { momentReader } from "#api/formats/instants.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";

export const partnerFileEvents = ["EARN", "REDEMPTION", "RETURN"] as const;
export const partnerFileStatuses = ["COMPLETED", "CANCELLED", "RETURNED"] as const;

/** One of a partner's own transactions, as it has it. */
export type PartnerFileRow = {
  line: number;
  clientRef: string;
  event: (typeof partnerFileEvents)[number];
  occurredAt: Date;
  points: Points;
  amountE6: MoneyE6 | null;
  status: (typeof partnerFileStatuses)[number] | null;
};

/** What is wrong, on which line, in which column; null: with the line. */
export type RowProblem = { line: number; column: string | null; problem: string };

/** What one file brings is bounded: months of more rows are sent in parts. */
export const PARTNER_FILE_ROWS_MAX = 100_000;
const PROBLEMS_MAX = 100;
const PIECE_ROWS = 5_000;
const PIECE_BYTES = 64 * 1024;
const REF_MAX = 128;

const style = { delimiter: ",", quote: '"' };
const needed = ["client_ref", "event", "occurred_at", "points"] as const;
const instantOf = momentReader({ pattern: "iso", zone: "UTC", timeOfDay: "00:00" });

/** How many rows are good, how many problems there are, and the first of them. */
export type ReadPartnerFile = { rowCount: number; problemCount: number; problems: RowProblem[] };

/**
 * Reads all rows or says what is wrong with each; only the first problems are kept. `span` is half-open. Good rows are
 * handed on in pieces, in order: however long the file is, no more than a piece of them is in memory.
 */
export async function readPartnerFile(
  content: string,
  span: { from: Date; until: Date },
  take: (rows: readonly PartnerFileRow[]) => Promise<void> | void,
): Promise<ReadPartnerFile> {
  const read: ReadPartnerFile = { rowCount: 0, problemCount: 0, problems: [] };
  const complain = (problem: RowProblem) => {
    if (++read.problemCount <= PROBLEMS_MAX) read.problems.push(problem);
  };
  let piece: PartnerFileRow[] = [];
  try {
    for await (const row of csvRows(Readable.from(piecesOf(content)), style, needed)) {
      if ("problem" in row) complain({ line: row.line, column: null, problem: row.problem });
      else if (read.rowCount === PARTNER_FILE_ROWS_MAX) {
        complain({ line: row.line, column: null, problem: `A file has at most ${PARTNER_FILE_ROWS_MAX} rows.` });
        break;
      } else {
        const good = goodRow(row, span, complain);
        if (good) piece.push(good);
        read.rowCount += good ? 1 : 0;
      }
      if (piece.length === PIECE_ROWS) {
        await take(piece);
        piece = [];
      }
    }
  } catch (error) {
    if (!(error instanceof ColumnsMissing)) throw error;
    complain({ line: 1, column: null, problem: error.message });
  }
  if (piece.length > 0) await take(piece);
  return read;
}

/** Bytes, because a piece of a text may end in the middle of a character. Others get their turn between two pieces. */
async function* piecesOf(content: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content);
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    yield bytes.subarray(from, from + PIECE_BYTES);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

type Cells = { line: number; cells: Record<string, string> };
type Complain = (problem: RowProblem) => void;

function goodRow({ line, cells }: Cells, span: { from: Date; until: Date }, complain: Complain): PartnerFileRow | null {
  const cell = (column: string) => (cells[column] ?? "").trim();
  const problems: RowProblem[] = [];
  const wrong = (column: string, problem: string) => void problems.push({ line, column, problem });
  const clientRef = cell("client_ref");
  if (clientRef === "" || clientRef.length > REF_MAX || /\p{Cc}/u.test(clientRef))
    wrong("client_ref", `A reference has 1 to ${REF_MAX} characters.`);
  const event = partnerFileEvents.find((known) => known === cell("event"));
  if (!event) wrong("event", `An event is ${partnerFileEvents.join(", ")}.`);
  const at = instantOf(cell("occurred_at"))?.at;
  if (!at) wrong("occurred_at", "An instant has its offset: 2026-03-10T12:00:00+03:00.");
  else if (at < span.from || at >= span.until) wrong("occurred_at", "The instant is outside the file's span.");
  const points = /^\d{1,12}$/.test(cell("points")) ? BigInt(cell("points")) : null;
  if (points === null) wrong("points", "Points are a whole number, not below zero.");
  const amountE6 = amountOf(cell("amount"));
  if (amountE6 === undefined) wrong("amount", "An amount is a decimal like 12.34, not below zero.");
  const status = statusOf(cell("status"));
  if (status === undefined) wrong("status", `A status is ${partnerFileStatuses.join(", ")}, or empty.`);
  for (const problem of problems) complain(problem);
  if (problems.length > 0 || !event || !at || points === null || amountE6 === undefined || status === undefined)
    return null;
  return { line, clientRef, event, occurredAt: at, points, amountE6, status };
}

const AMOUNT_MAX_E6 = 10n ** 18n;

/** Null when the partner does not say it; undefined when it is no amount. */
function amountOf(text: string): MoneyE6 | null | undefined {
  if (text === "") return null;
  const amount = readAmount(text, { decimal: ".", thousands: "" });
  return amount === null || amount < 0n || amount >= AMOUNT_MAX_E6 ? undefined : amount;
}

function statusOf(text: string): PartnerFileRow["status"] | undefined {
  return text === "" ? null : partnerFileStatuses.find((known) => known === text);
}
