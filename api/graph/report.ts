import { builder } from "#api/graph/builder.ts";
import { LedgerAccount } from "#api/graph/entry-line.ts";
import { refusal } from "#api/graph/refusals.ts";
import { reports } from "#api/use-cases/reports/definitions.ts";
import { type ReportFilterName, reportFilters } from "#api/use-cases/reports/filters.ts";
import {
  type AvailableReport,
  type ReportColumn as ColumnRow,
  listReports,
} from "#api/use-cases/reports/list-reports.ts";
import { FormatNotOffered, ReportFilterRefused, ReportSubjectNotFound } from "#api/use-cases/reports/refusals.ts";

export const ReportName = builder.enumType("ReportName", {
  description: "The reports there are.",
  values: Object.fromEntries(
    Object.entries(reports).map(([name, { description }]) => [name.toUpperCase(), { value: name, description }]),
  ) as Record<string, { value: keyof typeof reports; description: string }>,
});

export const ExportFormat = builder.enumType("ExportFormat", {
  description: "What kind of file.",
  values: {
    CSV: { description: "Comma-separated, with a schema row, control sums and stable column names." },
    XLSX: { description: "A workbook with typed cells." },
    PDF: { description: "Paper, with page numbers and the hash." },
    JSON: { description: "A document of several kinds of things: of what is no table." },
  } as const,
});

const ReportFilter = builder.enumType("ReportFilter", {
  description: "What a report can be narrowed to: the fields of `ReportFiltersInput`.",
  values: Object.fromEntries(
    Object.entries(reportFilters).map(([name, description]) => [name, { description }]),
  ) as Record<ReportFilterName, { description: string }>,
});

export const ReportFiltersInput = builder.inputType("ReportFiltersInput", {
  description: "What a report is narrowed to; each report says which of them it takes.",
  fields: (t) => ({
    cycleId: t.id({ description: reportFilters.cycleId }),
    partnerId: t.id({ description: reportFilters.partnerId }),
    statementId: t.id({ description: reportFilters.statementId }),
    fileId: t.id({ description: reportFilters.fileId }),
    memberId: t.id({ description: reportFilters.memberId }),
    locationId: t.id({ description: reportFilters.locationId }),
    event: t.string({ description: reportFilters.event }),
    place: t.string({ description: reportFilters.place }),
    section: t.string({ description: reportFilters.section }),
    originCycleId: t.id({ description: reportFilters.originCycleId }),
    issuerId: t.id({ description: reportFilters.issuerId }),
    redeemerId: t.id({ description: reportFilters.redeemerId }),
    state: t.string({ description: reportFilters.state }),
    search: t.string({ description: reportFilters.search }),
    actor: t.string({ description: reportFilters.actor }),
    action: t.string({ description: reportFilters.action }),
    object: t.string({ description: reportFilters.object }),
    objectId: t.id({ description: reportFilters.objectId }),
    account: t.field({ type: LedgerAccount, description: reportFilters.account }),
    ownerId: t.id({ description: reportFilters.ownerId }),
    from: t.field({ type: "DateTime", description: reportFilters.from }),
    until: t.field({ type: "DateTime", description: reportFilters.until }),
  }),
});

const ReportColumn = builder.objectRef<ColumnRow>("ReportColumn").implement({
  description: "A column of a report.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Stable: read columns by name." }),
    kind: t.exposeString("kind", { description: "text, money, integer, rate, day, instant or boolean." }),
    isSummed: t.boolean({
      description: "Does the last row of a file add it up?",
      resolve: ({ isSummed }) => isSummed ?? false,
    }),
  }),
});

const Report = builder.objectRef<AvailableReport>("Report").implement({
  description: "Rows with named columns that the viewer can have made into a file.",
  fields: (t) => ({
    name: t.expose("name", { type: ReportName, description: "Which one." }),
    description: t.exposeString("description", { description: "What it tells, in English." }),
    version: t.exposeInt("version", { description: "Raised when a column changes its meaning or goes." }),
    columns: t.field({ type: [ReportColumn], description: "In order.", resolve: ({ columns }) => [...columns] }),
    needs: t.field({
      type: [ReportFilter],
      description: "Without these it cannot be had; a partner's and a member's own are understood.",
      resolve: ({ needs }) => [...needs],
    }),
    takes: t.field({
      type: [ReportFilter],
      description: "What else it can be narrowed to.",
      resolve: ({ takes }) => [...takes],
    }),
    formats: t.expose("formats", { type: [ExportFormat], description: "As what it can be had." }),
  }),
});

builder.queryField("reports", (t) =>
  t.field({
    type: [Report],
    description: "The reports the viewer may have; bounded by their number.",
    resolve: (_root, _args, { deps, actor }) => listReports(deps, actor),
  }),
);

refusal(ReportFilterRefused, "REPORT_FILTER_REFUSED", "The report needs this filter, or does not take it.", (t) => ({
  filter: t.exposeString("filter", { description: "The filter's name." }),
}));
refusal(
  ReportSubjectNotFound,
  "REPORT_SUBJECT_NOT_FOUND",
  "What a filter names is not there, or the viewer may not see it.",
  (t) => ({
    filter: t.exposeString("filter", { description: "The filter's name." }),
    subjectId: t.exposeID("subjectId", { description: "The id that was sent." }),
  }),
);
refusal(FormatNotOffered, "FORMAT_NOT_OFFERED", "The report cannot be had as such a file.", (t) => ({
  format: t.exposeString("format", { description: "The format that was sent." }),
}));
