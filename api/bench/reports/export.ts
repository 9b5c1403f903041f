import type { Figure, Print } from "#api/bench/figures.ts";
import { watchMemory } from "#api/bench/memory.ts";
import { layCoalition } from "#api/bench/month/load.ts";
import { withScratch } from "#api/bench/scratch.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Connection, Pool } from "#api/sql/client.ts";
import type { ExportFormat } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { requestExport } from "#api/use-cases/exports/request-export.ts";
import { runExport } from "#api/use-cases/exports/run-export.ts";

const auditor: Actor = { kind: "operator", id: "usr_auditor", roles: ["AUDITOR"] };
const POLL_MS = 100;

/** A large report made into a file by the jobs: in which time and memory, and how often its progress was seen to move. */
export async function reportsExport(print: Print, { quick }: { quick: boolean }): Promise<void> {
  for (const rows of quick ? [20_000] : [20_000, 200_000]) {
    await withScratch(async (connection) => {
      await layCoalition(connection.pool, { partners: 1, members: 1 });
      await layLog(connection.pool, rows);
      // The first file brings the code and the pool along; it is not measured.
      await makeFile(connection, "CSV", rows);
      for (const format of ["CSV", "XLSX"] as const) {
        const made = await makeFile(connection, format, rows);
        for (const figure of figuresOf(format, rows, made)) print(figure);
      }
    });
  }
}

type Made = { seconds: number; addedMiB: number; sizeMiB: number; moves: number };

async function makeFile({ db, pool }: Connection, format: ExportFormat, rows: number): Promise<Made> {
  const clock = { now: () => new Date() };
  const ledger = createLedger({ pool, clock });
  const deps: Deps = { db, ledger, clock, enqueue: async () => undefined, secrets: { apiKey: "a secret for a bench" } };
  const idempotencyKey = `${format} ${performance.now()}`;
  const { id } = await requestExport(deps, auditor, { report: "audit_log", format, idempotencyKey });
  const memory = watchMemory();
  const seen = new Set<number>();
  const watch = setInterval(() => {
    void db.exportJob.findUniqueOrThrow({ where: { id } }).then(({ rowsDone }) => seen.add(rowsDone));
  }, POLL_MS);
  const began = performance.now();
  const done = await runExport(deps, { exportJobId: id });
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  const addedMiB = memory.stop();
  await ledger.close();
  if (done.state !== "DONE" || done.rowsDone < rows)
    throw new Error(`The file is ${done.state}, ${done.rowsDone} rows.`);
  return { seconds, addedMiB, sizeMiB: Number(done.size) / 2 ** 20, moves: seen.size };
}

async function layLog(pool: Pool, rows: number): Promise<void> {
  await pool.query(
    `INSERT INTO audit_event (at, actor, action, object, object_id, reason)
     SELECT '2026-03-01Z'::timestamptz + n * interval '1 second', 'operator:usr_x', 'signContract', 'contract', 'ctr_' || n, repeat('because ', 12)
     FROM generate_series(1, $1) n`,
    [rows],
  );
  await pool.query("ANALYZE");
}

function figuresOf(format: ExportFormat, rows: number, { seconds, addedMiB, sizeMiB, moves }: Made): Figure[] {
  const conditions = { rows, format };
  const figure = (variant: string, value: number, unit: Figure["unit"]): Figure => ({
    bench: "reports.export",
    variant,
    conditions,
    value,
    unit,
  });
  return [
    figure("file made", seconds, "s"),
    figure("memory it added at its peak", addedMiB, "MiB"),
    figure("size of the file", sizeMiB, "MiB"),
    figure("times its progress moved", moves, "count"),
  ];
}
