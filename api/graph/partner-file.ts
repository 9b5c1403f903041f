import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { PartnerFileItemState, partnerFileItemPages, ReconKind } from "#api/graph/partner-file-item.ts";
import type { PartnerFile as PartnerFileRow } from "#api/sql/rows.ts";
import {
  type FileResult,
  findFileResults,
  findPartnerFiles,
  listPartnerFiles,
} from "#api/use-cases/partner-files/find-partner-files.ts";
import { listItems } from "#api/use-cases/partner-files/list-items.ts";

export const partnerFiles = byId(findPartnerFiles);
const results = byId(findFileResults);

const KindCount = builder.objectRef<FileResult["kinds"][number]>("PartnerFileKindCount").implement({
  description: "How many compared rows disagree in one way.",
  fields: (t) => ({
    kind: t.field({ type: ReconKind, description: "How.", resolve: ({ kind }) => kind as typeof ReconKind.$inferType }),
    items: t.exposeInt("items", { description: "How many came out so." }),
    open: t.exposeInt("open", { description: "How many of them are not settled." }),
  }),
});

const Result = builder.objectRef<FileResult>("PartnerFileResult").implement({
  description: "How a file's comparison came out.",
  fields: (t) => ({
    total: t.exposeInt("total", {
      description: "All that was compared: the file's rows, and the hub's that it lacks.",
    }),
    matched: t.exposeInt("matched", { description: "How many agree." }),
    matchRateBps: t.exposeInt("matchRateBps", { description: "How many agree, in basis points of all." }),
    open: t.exposeInt("open", { description: "How many disagree and are not settled." }),
    kinds: t.expose("kinds", { type: [KindCount], description: "Those that disagree, or agree late, by kind." }),
  }),
});

const PartnerFileState = builder.enumType("PartnerFileState", {
  description: "How far a file is.",
  values: {
    RECEIVED: { description: "It is kept, and was never compared." },
    QUEUED: { description: "It waits to be compared." },
    COMPARING: { description: "It is being compared, row by row." },
    COMPARED: { description: "Every row has its item." },
  } as const,
});

export const PartnerFile = builder.objectRef<PartnerFileRow>("PartnerFile");
builder.node(PartnerFile, {
  description: "A partner's own transactions of a span, compared with the hub's. The partner sees its own.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => partnerFiles.findMany(context, ids),
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Whose transactions.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    name: t.exposeString("name", { description: "As it was sent." }),
    hash: t.exposeString("hash", { description: "SHA-256 of its content, hex." }),
    from: t.expose("from", { type: "DateTime", description: "The rows stand for everything from then on." }),
    until: t.expose("until", { type: "DateTime", description: "The first instant they do not stand for." }),
    rowCount: t.exposeInt("rowCount", { description: "How many rows it has." }),
    uploadedAt: t.expose("uploadedAt", { type: "DateTime", description: "When it was sent." }),
    comparedAt: t.expose("comparedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was compared last. Null before.",
    }),
    state: t.expose("state", { type: PartnerFileState, description: "How far it is." }),
    progressBps: t.int({
      nullable: true,
      description: "How far the comparison under way has come, in basis points of its rows. Null while there is none.",
      resolve: progressOf,
    }),
    result: t.field({
      type: Result,
      nullable: true,
      description: "How it came out. Null until it is compared.",
      resolve: ({ id, comparedAt }, _args, context) => (comparedAt ? results.find(context, id) : null),
    }),
    items: t.field(
      partnerFileItemPages({
        description: "Row by row, in the order of the file; what it lacks comes last.",
        args: {
          states: t.arg({ type: [PartnerFileItemState], description: "Only in these states." }),
          kinds: t.arg({ type: [ReconKind], description: "Only those that disagree so." }),
        },
        resolve: ({ id }, page, filters, { deps, actor }) =>
          listItems(deps, actor, { ...page, ...filters, fileId: id }),
      }),
    ),
  }),
});

function progressOf({ state, workDone, workTotal }: PartnerFileRow): number | null {
  if (state === "QUEUED") return 0;
  return state === "COMPARING" ? Math.min(10_000, Math.floor((workDone * 10_000) / Math.max(1, workTotal))) : null;
}

const filePages = connectionOf("PartnerFile", PartnerFile, ({ id }) => id);

builder.queryField("partnerFiles", (t) =>
  t.field(
    filePages({
      description: "Partners' files, newest first. A partner has its own.",
      args: { partnerId: t.arg.id({ description: "Only of this partner." }) },
      resolve: (_root, page, filters, { deps, actor }) => listPartnerFiles(deps, actor, { ...page, ...filters }),
    }),
  ),
);

builder.queryField("partnerFile", (t) =>
  t.field({
    type: PartnerFile,
    nullable: true,
    description: "One file. Null when there is none, or none the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "Which." }) },
    resolve: (_root, { id }, context) => partnerFiles.find(context, id),
  }),
);

builder.queryField("partnerFileItems", (t) =>
  t.field(
    partnerFileItemPages({
      description: "Compared rows of all files the viewer may see, the oldest file's first.",
      args: {
        partnerId: t.arg.id({ description: "Only of this partner." }),
        states: t.arg({ type: [PartnerFileItemState], description: "Only in these states." }),
        kinds: t.arg({ type: [ReconKind], description: "Only those that disagree so." }),
        openedBefore: t.arg({ type: "DateTime", description: "Only those that came up before then." }),
      },
      resolve: (_root, page, filters, { deps, actor }) => listItems(deps, actor, { ...page, ...filters }),
    }),
  ),
);
