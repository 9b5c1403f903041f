import type { ReportRow } from "#api/formats/report.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { inSnapshot, rowsOf } from "#api/sql/snapshot.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { definitionOf, type ReportName } from "#api/use-cases/reports/definitions.ts";
import type { ReportFilters } from "#api/use-cases/reports/filters.ts";
import { scopeAt, scopeOf } from "#api/use-cases/reports/scope.ts";

/** What somebody would have in the file, as values. */
export async function reportRows(
  deps: Deps,
  actor: Actor,
  name: ReportName,
  filters: ReportFilters = {},
): Promise<ReportRow[]> {
  const definition = definitionOf(name);
  const scope = await scopeOf(deps, actor, definition, filters);
  const source = definition.source(scopeAt(scope, await findProgramme(deps), deps.clock.now()));
  return inSnapshot(deps.db, async (tx) => {
    const rows: ReportRow[] = [];
    for await (const row of rowsOf<ReportRow>(tx, source)) rows.push(row);
    return rows;
  });
}

/** Some columns of each row. */
export const picked = (rows: readonly ReportRow[], ...names: string[]) =>
  rows.map((row) => names.map((name) => row[name]));

/** A column of points or money, added up. */
export const summed = (rows: readonly ReportRow[], name: string): bigint =>
  rows.reduce((sum, row) => sum + ((row[name] as bigint | null) ?? 0n), 0n);
