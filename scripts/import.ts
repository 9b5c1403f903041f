import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Presets, SingleBar } from "cli-progress";
import { ColumnsMissing } from "#api/formats/csv-rows.ts";
import { type ImportProfile, ProfileRefused, readProfile } from "#api/formats/import-profile.ts";
import { sourceReceipts } from "#api/formats/source-receipts.ts";
import { readConfig } from "#api/server/config.ts";
import { MigrationBlocked } from "#api/sql/migrate.ts";
import { DatabaseRefused } from "#api/sql/safety.ts";
import { GatewayRefused, openGateway } from "./import/gateway.ts";
import { printCycles, reportCycles } from "./import/report.ts";
import { type ImportOptions, type ImportResult, runImport } from "./import/run.ts";
import { openScratchHub, type ScratchHub } from "./import/scratch.ts";
import { StartRefused } from "./start/refused.ts";

const usage = `npm run import -- FILE --map PROFILE [options]

  --map PROFILE         how FILE is written: a name in docs/import-profiles, or a file of your own
  --url URL             the gateway; http://localhost:4000/graphql unless given
  --portal URL          where people find the hub; ZGODA_PUBLIC_URL unless given
  --out DIRECTORY       where outcomes.csv and the partners' keys are kept; .data/import/<profile> unless given
  --operator EMAIL      who creates and closes; with --password-file FILE
  --create-partners     partners (and their locations) are created on first sight
  --create-members      members are enrolled on first sight
  --close monthly       closes the cycles whose cut-off the dates pass
  --report              reads the closed cycles back and compares them with the rows
  --scratch             posts into a hub of its own, on an embedded database in --out; creates what it meets
  --in-flight N         batches on their way at once; 6 unless given
  --batch N             receipts in a batch, at most 1000; 250 unless given`;

const options = {
  map: { type: "string" },
  url: { type: "string" },
  portal: { type: "string" },
  out: { type: "string" },
  operator: { type: "string" },
  "password-file": { type: "string" },
  "create-partners": { type: "boolean", default: false },
  "create-members": { type: "boolean", default: false },
  close: { type: "string" },
  report: { type: "boolean", default: false },
  scratch: { type: "boolean", default: false },
  "in-flight": { type: "string", default: "6" },
  batch: { type: "string", default: "250" },
} as const;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [file] = positionals;
  if (!file || !values.map) return fail(usage);
  if (values.close !== undefined && values.close !== "monthly") return fail("--close knows monthly only.");
  const profile = await profileOf(values.map);
  const { dataDirectory, port, publicUrl } = readConfig();
  const directory = values.out ?? join(dataDirectory, "import", profile.name);
  const scratch = values.scratch ? await openScratchHub(directory, profile, await firstInstant(file, profile)) : null;
  const stop = stopOnSignal();
  try {
    const importing: ImportOptions = {
      file,
      profile,
      directory,
      url: scratch?.url ?? values.url ?? `http://localhost:${port}/graphql`,
      origin: values.portal ?? publicUrl,
      operator: scratch?.operator ?? (await operatorOf(values)),
      createPartners: values.scratch || values["create-partners"],
      createMembers: values.scratch || values["create-members"],
      closeMonthly: values.close === "monthly",
      batchesInFlight: Number(values["in-flight"]),
      batchRows: Number(values.batch),
      signal: stop.signal,
    };
    const result = await withProgress(file, importing);
    printResult(result, directory);
    if (values.report && result.isComplete) await report(importing, result, scratch);
  } finally {
    stop.release();
    await scratch?.close();
  }
}

async function profileOf(name: string): Promise<ImportProfile> {
  const ours = fileURLToPath(new URL(`../docs/import-profiles/${name}.json`, import.meta.url));
  const file = existsSync(ours) ? ours : name;
  return readProfile(await readFile(file, "utf8"), file);
}

async function firstInstant(file: string, profile: ImportProfile): Promise<Date> {
  for await (const taken of sourceReceipts(createReadStream(file), profile)) {
    if ("receipt" in taken) return taken.receipt.at;
  }
  throw new Error(`${file} holds no receipt.`);
}

type Given = { operator?: string; "password-file"?: string };

async function operatorOf(given: Given): Promise<ImportOptions["operator"]> {
  if (!given.operator) return null;
  const passwordFile = given["password-file"];
  if (!passwordFile) throw new Error("--operator takes a --password-file.");
  return { email: given.operator, password: (await readFile(passwordFile, "utf8")).trim() };
}

/** The first Ctrl-C lets the batches that are on their way arrive; what is left is posted by the next run. */
function stopOnSignal(): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return {
    signal: controller.signal,
    release: () => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
}

async function withProgress(file: string, importing: ImportOptions): Promise<ImportResult> {
  const format = "  {bar} {percentage}% | {value} of {total} rows | {rate} rows/s | {left} left";
  const bar = new SingleBar({ format, hideCursor: true, noTTYOutput: true, notTTYSchedule: 15_000 }, Presets.rect);
  const total = await rowsIn(file);
  const startedAt = performance.now();
  bar.start(total, 0, { rate: "–", left: "–" });
  try {
    return await runImport({
      ...importing,
      progress: (rows) => {
        const seconds = (performance.now() - startedAt) / 1_000;
        const rate = rows / seconds;
        bar.update(rows, { rate: Math.round(rate), left: timeText((total - rows) / rate) });
      },
    });
  } finally {
    bar.stop();
  }
}

/** Lines but the first; a quoted line break counts twice, and nobody minds in a progress bar. */
async function rowsIn(file: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    for (const byte of chunk) if (byte === 10) lines += 1;
  }
  return Math.max(lines - 1, 1);
}

function timeText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function printResult({ outcomes, cyclesClosed, seconds, isComplete }: ImportResult, directory: string): void {
  const counts = Map.groupBy(outcomes, ({ outcome, reason }) => (reason ? `${outcome}  ${reason}` : outcome));
  console.log(isComplete ? "\n  Every row has its outcome:" : "\n  Interrupted; the same command goes on from here:");
  for (const [what, rows] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`  ${String(rows.length).padStart(8)}  ${what}`);
  }
  const posted = counts.get("DONE")?.length ?? 0;
  if (seconds > 0) console.log(`  ${Math.round(posted / seconds)} rows/s while posting (${seconds.toFixed(1)} s)`);
  console.log(`  ${cyclesClosed} cycles closed along the way\n  ${join(directory, "outcomes.csv")}`);
}

async function report(importing: ImportOptions, { outcomes }: ImportResult, scratch: ScratchHub | null): Promise<void> {
  if (!importing.operator) throw new Error("--report takes an operator's sign-in.");
  const gateway = openGateway(importing.url, importing.origin);
  const operator = await gateway.signIn(importing.operator.email, importing.operator.password);
  const { terms, currency } = importing.profile;
  printCycles(await reportCycles(gateway, operator, outcomes, terms), currency.code);
  if (!scratch) return;
  const broken = await scratch.brokenRules();
  console.log(
    `\n  ${broken.length === 0 ? "Every rule of the books holds." : `The books break ${broken.length} rules:`}`,
  );
  for (const { rule, severity, key, detail } of broken.slice(0, 20))
    console.log(`  ${severity} ${rule} ${key} ${detail}`);
}

function fail(words: string): void {
  console.error(words);
  process.exitCode = 2;
}

await main().catch((error: unknown) => {
  const expected = [GatewayRefused, MigrationBlocked, DatabaseRefused, StartRefused, ColumnsMissing, ProfileRefused];
  if (!expected.some((kind) => error instanceof kind)) throw error;
  fail((error as Error).message);
});
