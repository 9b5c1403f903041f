import type { Figure, Print } from "#api/bench/figures.ts";
import { watchMemory } from "#api/bench/memory.ts";
import { layPartnersMonth } from "#api/bench/partner-file/lay.ts";
import { withScratch } from "#api/bench/scratch.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Connection } from "#api/sql/client.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { comparePartnerFile } from "#api/use-cases/partner-files/compare-partner-file.ts";
import { runComparison } from "#api/use-cases/partner-files/run-comparison.ts";
import { uploadPartnerFile } from "#api/use-cases/partner-files/upload-partner-file.ts";

/** Rows of the file. */
const sizes = [1_000, 10_000, 100_000];
const quickSizes = [1_000, 10_000];

type Compared = {
  rows: number;
  uploadSeconds: number;
  compareSeconds: number;
  longestChunkMs: number;
  addedMiB: number;
  open: number;
};

/** A partner's own file, taken and compared row by row: how long it takes, in what memory, and how it grows. */
export async function reconciliationPartnerFile(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const measured: Compared[] = [];
  for (const rows of quick ? quickSizes : sizes) {
    const compared = await withScratch((connection) => measure(connection, rows));
    measured.push(compared);
    for (const figure of figuresOf(compared)) print(figure);
  }
  const [before, big] = measured.slice(-2);
  if (!before || !big) return;
  print({
    bench: "reconciliation.partner-file",
    variant: "time per row, biggest ÷ the one before",
    conditions: { from: before.rows, to: big.rows },
    value: perRow(big) / perRow(before),
    unit: "ratio",
    goal: "≤ 1.2",
  });
}

const perRow = ({ rows, compareSeconds }: Compared) => compareSeconds / rows;

async function measure({ db, pool }: Connection, rows: number): Promise<Compared> {
  const { partnerId, content } = await layPartnersMonth(pool, rows / 2);
  const clock = { now: () => new Date(Date.UTC(2026, 1, 2)) };
  const ledger = createLedger({ pool, clock });
  const chunks: number[] = [];
  const deps: Deps = {
    db,
    ledger,
    clock,
    reach: () => void chunks.push(performance.now()),
    secrets: { apiKey: "a secret for a bench" },
  };
  const span = { from: new Date(Date.UTC(2026, 0, 1)), until: new Date(Date.UTC(2026, 1, 1)) };
  const memory = watchMemory();
  const began = performance.now();
  const file = await uploadPartnerFile(deps, systemActor, {
    partnerId,
    ...span,
    name: "month.csv",
    content,
    idempotencyKey: "the month's file",
  });
  const kept = performance.now();
  await comparePartnerFile(deps, systemActor, { fileId: file.id });
  await runComparison(deps, systemActor, { fileId: file.id });
  const compared = performance.now();
  const addedMiB = memory.stop();
  await ledger.close();
  const items = await db.reconItem.count({ where: { fileId: file.id } });
  const open = await db.reconItem.count({ where: { fileId: file.id, state: "NEW" } });
  if (items < file.rowCount || open < rows / 50)
    throw new Error(`${items} items of ${file.rowCount} rows, ${open} open`);
  const longestChunkMs = Math.max(...chunks.map((at, n) => at - (chunks[n - 1] ?? kept)));
  return {
    rows: file.rowCount,
    uploadSeconds: (kept - began) / 1000,
    compareSeconds: (compared - kept) / 1000,
    longestChunkMs,
    addedMiB,
    open,
  };
}

function figuresOf({ rows, ...compared }: Compared): Figure[] {
  const figure = (variant: string, value: number, unit: Figure["unit"], goal?: string): Figure => ({
    bench: "reconciliation.partner-file",
    variant,
    conditions: { rows },
    value,
    unit,
    ...(goal ? { goal } : {}),
  });
  return [
    figure("upload", compared.uploadSeconds, "s"),
    figure("comparison", compared.compareSeconds, "s", "< 60"),
    figure("longest transaction of it", compared.longestChunkMs, "ms", "< 3,000"),
    figure("memory both added at their peak", compared.addedMiB, "MiB"),
    figure("rows that disagree", compared.open, "count"),
  ];
}
