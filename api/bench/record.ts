import { appendFile } from "node:fs/promises";
import { amountOf, conditionsOf, type Figure, machine } from "#api/bench/figures.ts";
import { withScratch } from "#api/bench/scratch.ts";

const page = new URL("../../docs/performance.md", import.meta.url);

/** What was run, and how one runs it again. */
export type Run = { title: string; command: string };

/** Appends what was measured to docs/performance.md, under its day and the machine it was measured on. */
export async function record(figures: readonly Figure[], run: Run): Promise<void> {
  const version = await withScratch(async ({ pool }) => {
    const { rows } = await pool.query<{ server_version: string }>("SHOW server_version");
    return rows[0]?.server_version ?? "unknown";
  });
  await appendFile(page, sectionOf(figures, run, { on: new Date(), machine: `${machine()}, PostgreSQL ${version}` }));
}

/** The figures as a table. Whose machine it was, and where on it, is nobody's business. */
export function sectionOf(
  figures: readonly Figure[],
  { title, command }: Run,
  { on, machine }: { on: Date; machine: string },
) {
  const rows = figures.map((figure) => {
    const cells = [`${figure.bench}: ${figure.variant}`, conditionsOf(figure), amountOf(figure), figure.goal ?? ""];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "",
    `## ${on.toISOString().slice(0, 10)}: ${title}`,
    "",
    `\`${command}\` on ${machine}.`,
    "",
    "| Bench | Conditions | Figure | Goal |",
    "| --- | --- | ---: | --- |",
    ...rows,
    "",
  ].join("\n");
}
