import type { ReportColumn } from "#api/formats/report.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { ExportFormat } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { definitionOf, type ReportName, reportNames } from "#api/use-cases/reports/definitions.ts";
import type { ReportFilterName } from "#api/use-cases/reports/filters.ts";
import { formatsOf } from "#api/use-cases/reports/formats-of.ts";
import { permissionFor } from "#api/use-cases/reports/scope.ts";

export type { ReportColumn } from "#api/formats/report.ts";

/** A report as somebody can ask for it. */
export type AvailableReport = {
  name: ReportName;
  version: number;
  description: string;
  columns: readonly ReportColumn[];
  needs: readonly ReportFilterName[];
  takes: readonly ReportFilterName[];
  formats: ExportFormat[];
};

/** The reports the actor may have, in the order of their numbers. */
export async function listReports(_deps: Deps, actor: Actor): Promise<AvailableReport[]> {
  can(actor, "export:request");
  return reportNames
    .map((name) => ({ name, definition: definitionOf(name) }))
    .filter(({ definition }) => may(actor, permissionFor(actor, definition)))
    .map(({ name, definition }) => {
      const { version, description, columns, needs, takes } = definition;
      return { name, version, description, columns, needs, takes, formats: formatsOf(definition) };
    });
}
