import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { ExportFormat, ReportFiltersInput, ReportName } from "#api/graph/report.ts";
import type { ExportJob as ExportJobRow } from "#api/sql/rows.ts";
import { findExports, listExports } from "#api/use-cases/exports/find-exports.ts";
import { ExportNotFound } from "#api/use-cases/exports/refusals.ts";
import { cancelExport, requestExport, retryExport } from "#api/use-cases/exports/request-export.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import type { ReportName as Name } from "#api/use-cases/reports/definitions.ts";
import { FormatNotOffered, ReportFilterRefused, ReportSubjectNotFound } from "#api/use-cases/reports/refusals.ts";

const exportJobs = byId(findExports);

const ExportState = builder.enumType("ExportState", {
  description: "How far a file is.",
  values: {
    QUEUED: { description: "It waits for its turn." },
    RUNNING: { description: "It is being made." },
    DONE: { description: "It is there." },
    FAILED: { description: "It could not be made." },
    CANCELLED: { description: "Whoever asked for it ended it." },
    EXPIRED: { description: "It is no longer kept; it can be asked for again." },
  } as const,
});

const PaperLanguage = builder.enumType("ExportLanguage", {
  description: "In which language a paper is written; rows and their columns have none.",
  values: {
    EN: { value: "en", description: "English." },
    RU: { value: "ru", description: "Russian." },
    BE: { value: "be", description: "Belarusian." },
  } as const,
});

export const ExportJob = builder.objectRef<ExportJobRow>("ExportJob");
builder.node(ExportJob, {
  description: "A file that the viewer asked for, made of a report. Everybody sees only their own.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => exportJobs.findMany(context, ids),
  fields: (t) => ({
    report: t.field({ type: ReportName, description: "Of which report.", resolve: ({ report }) => report as Name }),
    format: t.expose("format", { type: ExportFormat, description: "As what." }),
    state: t.expose("state", { type: ExportState, description: "How far it is." }),
    rowsDone: t.exposeInt("rowsDone", { description: "How many rows are written." }),
    rowsTotal: t.exposeInt("rowsTotal", { nullable: true, description: "Of how many. Null until it is counted." }),
    fileName: t.exposeString("fileName", { nullable: true, description: "Null until it is there." }),
    byteCount: t.field({
      type: "Decimal",
      nullable: true,
      description: "How long it is, in bytes. Null until it is there.",
      resolve: ({ size }) => (size === null ? null : String(size)),
    }),
    hash: t.exposeString("hash", { nullable: true, description: "SHA-256 of the file, hex. Null until it is there." }),
    downloadPath: t.string({
      nullable: true,
      description: "Where the file is fetched: a path of the gateway. Null unless it is there.",
      resolve: ({ id, state }) => (state === "DONE" ? `/exports/${id}` : null),
    }),
    error: t.exposeString("error", {
      nullable: true,
      description: "What went wrong, for support. Null unless it failed.",
    }),
    requestedAt: t.field({
      type: "DateTime",
      description: "When it was asked for.",
      resolve: ({ createdAt }) => createdAt,
    }),
    finishedAt: t.expose("finishedAt", {
      type: "DateTime",
      nullable: true,
      description: "Null while it is being made.",
    }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", nullable: true, description: "Until when it is kept." }),
  }),
});
const exportPages = connectionOf("ExportJob", ExportJob, ({ id }) => id);

builder.queryField("exports", (t) =>
  t.field(
    exportPages({
      description: "The files the viewer asked for, newest first.",
      resolve: (_root, page, _filters, { deps, actor }) => listExports(deps, actor, page),
    }),
  ),
);

refusal(ExportNotFound, "EXPORT_NOT_FOUND", "No file of the viewer has this id.", (t) => ({
  exportJobId: t.exposeID("exportJobId", { description: "The id that was sent." }),
}));

keyedMutation("requestExport", {
  description: "Has a file made of a report: a small one at once, a large one in the background, with a notice.",
  input: (t) => ({
    report: t.field({ type: ReportName, required: true, description: "Of which report." }),
    format: t.field({ type: ExportFormat, required: true, description: "As what." }),
    filters: t.field({ type: ReportFiltersInput, description: "Narrowed to what." }),
    language: t.field({ type: PaperLanguage, description: "Of a paper; English when absent." }),
  }),
  refusals: [ReportFilterRefused, ReportSubjectNotFound, FormatNotOffered],
  resolve: async (input, { deps, actor }) => ({ exportJob: await requestExport(deps, actor, input) }),
  success: {
    description: "The file is there, or will be.",
    fields: (t) => ({ exportJob: t.expose("exportJob", { type: ExportJob, description: "As it is now." }) }),
  },
});

mutation("retryExport", {
  description: "Has a file made again that failed, was cancelled or is no longer kept.",
  input: (t) => ({ exportJobId: t.id({ required: true, description: "Which." }) }),
  refusals: [ExportNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ exportJob: await retryExport(deps, actor, input) }),
  success: {
    description: "It waits for its turn.",
    fields: (t) => ({ exportJob: t.expose("exportJob", { type: ExportJob, description: "As it is now." }) }),
  },
});

mutation("cancelExport", {
  description: "Ends the making of a file.",
  input: (t) => ({ exportJobId: t.id({ required: true, description: "Which." }) }),
  refusals: [ExportNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ exportJob: await cancelExport(deps, actor, input) }),
  success: {
    description: "It is not made.",
    fields: (t) => ({ exportJob: t.expose("exportJob", { type: ExportJob, description: "As it is now." }) }),
  },
});
