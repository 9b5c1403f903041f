import { createReadStream, existsSync } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import { parse } from "csv-parse";
import { stringify } from "csv-stringify/sync";

/** What became of one row of the file. */
export type Outcome = {
  line: number;
  rowId: string;
  /** DONE: posted. REPLAYED: was there before. REFUSED and SKIPPED say why. UNMATCHED: a return of no known purchase. */
  outcome: "DONE" | "REPLAYED" | "REFUSED" | "SKIPPED" | "UNMATCHED";
  reason: string;
  message: string;
  partner: string;
  /** When its receipt was issued, as an instant in UTC. */
  occurredAt: string;
  /** Points the row's receipt gave or, below zero, took back; on the receipt's first row only. */
  points: string;
};

const columns = ["line", "rowId", "outcome", "reason", "message", "partner", "occurredAt", "points"] as const;

/** The result file: a row for each row of the source. It grows as the import goes on and is what a resumed one skips by. */
export type Outcomes = {
  /** Those of an earlier, interrupted or finished run, by line. */
  readonly known: ReadonlyMap<number, Outcome>;
  add(outcomes: readonly Outcome[]): Promise<void>;
  all(): Iterable<Outcome>;
  /** Puts the rows in the order of their lines. */
  finish(): Promise<void>;
  close(): Promise<void>;
};

export async function openOutcomes(file: string): Promise<Outcomes> {
  const outcomes = existsSync(file) ? await readOutcomes(file) : new Map<number, Outcome>();
  const known = new Map(outcomes);
  // Written anew, so that a line cut off by an interruption is not continued.
  await write(file, outcomes.values());
  let handle: FileHandle | null = await open(file, "a");
  const close = async () => {
    await handle?.close();
    handle = null;
  };
  return {
    known,
    async add(more) {
      for (const outcome of more) outcomes.set(outcome.line, outcome);
      await handle?.appendFile(textOf(more));
    },
    all: () => outcomes.values(),
    close,
    async finish() {
      await close();
      await write(
        file,
        [...outcomes.values()].sort((a, b) => a.line - b.line),
      );
    },
  };
}

/** Posted rows are done for ever; refused ones are tried again, the reason may be gone. */
export const isSettled = ({ outcome }: Outcome) => outcome === "DONE" || outcome === "REPLAYED";

async function readOutcomes(file: string): Promise<Map<number, Outcome>> {
  const found = new Map<number, Outcome>();
  const rows = createReadStream(file).pipe(parse({ columns: true, skip_records_with_error: true }));
  for await (const row of rows as AsyncIterable<Record<keyof Outcome, string>>) {
    const outcome = { ...row, line: Number(row.line) } as Outcome;
    if (Number.isInteger(outcome.line)) found.set(outcome.line, outcome);
  }
  return found;
}

async function write(file: string, outcomes: Iterable<Outcome>): Promise<void> {
  const draft = `${file}.new`;
  const handle = await open(draft, "w");
  await handle.writeFile(`${columns.join(",")}\n${textOf([...outcomes])}`);
  await handle.close();
  await rename(draft, file);
}

const textOf = (outcomes: readonly Outcome[]) => stringify([...outcomes], { columns: [...columns] });
