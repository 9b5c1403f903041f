import { createReadStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { ImportProfile } from "#api/formats/import-profile.ts";
import { returnMatcher } from "#api/formats/match-returns.ts";
import { type LeftOut, type SourceReceipt, sourceReceipts } from "#api/formats/source-receipts.ts";
import { closeUpTo } from "./cycles.ts";
import { openDirectory } from "./directory.ts";
import { type Caller, openGateway } from "./gateway.ts";
import { isSettled, type Outcome, type Outcomes, openOutcomes } from "./outcomes.ts";
import { type Poster, type Posting, postReceipts } from "./post.ts";

export type ImportOptions = {
  file: string;
  profile: ImportProfile;
  /** The gateway's GraphQL address. */
  url: string;
  /** Where people find the hub. */
  origin: string;
  /** Where the result file and what the import has learned are kept. */
  directory: string;
  /** Creates partners and members and closes cycles; not needed for posting alone. */
  operator: { email: string; password: string } | null;
  createPartners: boolean;
  createMembers: boolean;
  closeMonthly: boolean;
  batchesInFlight: number;
  batchRows: number;
  /** Told how many rows of the file are done with. */
  progress?: (rows: number) => void;
  /** Stops after the batches that are on their way. */
  signal?: AbortSignal;
};

export type ImportResult = {
  outcomes: Outcome[];
  cyclesClosed: number;
  /** Posting and waiting for it, without the setting up of partners and members. */
  seconds: number;
  isComplete: boolean;
};

/** Receipts held at most before they are posted: a month's, or this many. */
const WINDOW_RECEIPTS = 20_000;

/** Reads the file once, posts its receipts in windows of time, and writes down what became of each row. */
export async function runImport(options: ImportOptions): Promise<ImportResult> {
  await mkdir(options.directory, { recursive: true });
  const gateway = openGateway(options.url, options.origin);
  const operator = options.operator ? await gateway.signIn(options.operator.email, options.operator.password) : null;
  const outcomes = await openOutcomes(join(options.directory, "outcomes.csv"));
  const directory = await openDirectory({ ...options, gateway, operator, file: join(options.directory, "keys.json") });
  const count = counter(options.progress);
  const done = async (more: readonly Outcome[]) => {
    await outcomes.add(more);
    count(more.length);
  };
  const poster: Poster = { ...options, gateway, directory, done };
  const run: Run = { options, operator, outcomes, poster, count, cyclesClosed: 0, postingMs: 0 };
  await readThrough(run);
  const isComplete = options.signal?.aborted !== true;
  if (isComplete) await outcomes.finish();
  else await outcomes.close();
  return { outcomes: [...outcomes.all()], cyclesClosed: run.cyclesClosed, seconds: run.postingMs / 1_000, isComplete };
}

type Run = {
  options: ImportOptions;
  operator: Caller | null;
  outcomes: Outcomes;
  poster: Poster;
  count: (rows: number) => void;
  cyclesClosed: number;
  postingMs: number;
};

async function readThrough(run: Run): Promise<void> {
  const { file, profile, signal, closeMonthly } = run.options;
  const matcher = returnMatcher();
  let window: Posting[] = [];
  let month = "";
  for await (const taken of sourceReceipts(createReadStream(file), profile)) {
    if (signal?.aborted) return;
    if ("leftOut" in taken) {
      await leaveOut(run, taken.leftOut);
      continue;
    }
    const { receipt } = taken;
    const isNewMonth = closeMonthly && month !== "" && receipt.on.slice(0, 7) > month;
    if (isNewMonth || window.length === WINDOW_RECEIPTS) {
      await postWindow(run, window);
      window = [];
    }
    if (isNewMonth) await closeBefore(run, receipt.at);
    if (receipt.on.slice(0, 7) > month) month = receipt.on.slice(0, 7);
    const posting = match(matcher, receipt);
    if (receipt.rows.every(({ line }) => isDone(run.outcomes, line))) run.count(receipt.rows.length);
    else if (posting) window.push(posting);
    else await leaveUnmatched(run, receipt);
  }
  await postWindow(run, window);
  if (closeMonthly && month !== "" && !signal?.aborted) await closeBefore(run, endOf(month));
}

function isDone({ known }: Outcomes, line: number): boolean {
  const outcome = known.get(line);
  return outcome !== undefined && isSettled(outcome);
}

/** Null: a return of nothing that is known to have been bought. */
function match(matcher: ReturnType<typeof returnMatcher>, receipt: SourceReceipt): Posting | null {
  if (receipt.kind === "PURCHASE") {
    matcher.remember(receipt);
    return { receipt, bought: null };
  }
  const bought = matcher.match(receipt);
  return bought && { receipt, bought };
}

async function postWindow(run: Run, window: readonly Posting[]): Promise<void> {
  const { options, poster } = run;
  if (window.length === 0 || options.signal?.aborted) return;
  await poster.directory.meet(window.map(({ receipt }) => receipt));
  const startedAt = performance.now();
  await postReceipts(poster, window);
  run.postingMs += performance.now() - startedAt;
}

async function closeBefore(run: Run, at: Date): Promise<void> {
  if (!run.operator) throw new Error("Closing cycles takes an operator's sign-in.");
  run.cyclesClosed += await closeUpTo(run.poster.gateway, run.operator, at);
}

/** Cut-offs of a month's end lie within a day of it, whatever the zone. */
function endOf(month: string): Date {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 2));
}

async function leaveOut({ outcomes, count }: Run, { line, rowId, outcome, reason, message }: LeftOut): Promise<void> {
  await outcomes.add([{ line, rowId, outcome, reason, message, partner: "", occurredAt: "", points: "" }]);
  count(1);
}

async function leaveUnmatched({ outcomes, count }: Run, receipt: SourceReceipt): Promise<void> {
  const told = {
    outcome: "UNMATCHED" as const,
    reason: "NO_PURCHASE_FOUND",
    message: "No earlier purchase of this member, partner and amount is left that this could be a return of.",
    partner: receipt.partner?.name ?? "",
    occurredAt: receipt.at.toISOString(),
    points: "",
  };
  await outcomes.add(receipt.rows.map((row) => ({ ...row, ...told })));
  count(receipt.rows.length);
}

function counter(progress: ImportOptions["progress"]): (rows: number) => void {
  let total = 0;
  return (rows) => {
    total += rows;
    progress?.(total);
  };
}
