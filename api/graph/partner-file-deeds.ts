import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { PartnerFile } from "#api/graph/partner-file.ts";
import { PartnerFileItem } from "#api/graph/partner-file-item.ts";
import { refusal } from "#api/graph/refusals.ts";
import { memberLookup, memberRefusals, optionalMemberField } from "#api/graph/till-input.ts";
import { ExceedsRedemption } from "#api/ledger/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { comparePartnerFile } from "#api/use-cases/partner-files/compare-partner-file.ts";
import { proposeCorrection } from "#api/use-cases/partner-files/correct-item.ts";
import {
  type FileProblem,
  PartnerFileNotFound,
  PartnerFileTaken,
  PartnerFileUnreadable,
  ReconItemNotFound,
} from "#api/use-cases/partner-files/refusals.ts";
import { type PartnerFilePreview, previewPartnerFile } from "#api/use-cases/partner-files/sent-file.ts";
import { takeItem } from "#api/use-cases/partner-files/take-item.ts";
import { uploadPartnerFile } from "#api/use-cases/partner-files/upload-partner-file.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { InvalidPoints, LotNotFound } from "#api/use-cases/points/refusals.ts";

const Problem = builder.objectRef<FileProblem>("PartnerFileProblem").implement({
  description: "Something that is wrong with a file, where it is.",
  fields: (t) => ({
    line: t.exposeInt("line", { description: "On which line; the header is line 1." }),
    column: t.exposeString("column", { nullable: true, description: "In which column. Null: with the line itself." }),
    problem: t.exposeString("problem", { description: "What, in English." }),
  }),
});

refusal(PartnerFileNotFound, "PARTNER_FILE_NOT_FOUND", "No file has this id, or none the viewer may see.", (t) => ({
  fileId: t.exposeID("fileId", { description: "The id that was sent." }),
}));
refusal(PartnerFileTaken, "PARTNER_FILE_TAKEN", "The partner sent the same file before.", (t) => ({
  fileId: t.exposeID("fileId", { description: "The file that has the same content." }),
}));
refusal(PartnerFileUnreadable, "PARTNER_FILE_UNREADABLE", "Rows cannot be read; nothing was taken.", (t) => ({
  problemCount: t.exposeInt("problemCount", { description: "How many problems there are." }),
  problems: t.field({
    type: [Problem],
    description: "The first hundred.",
    resolve: ({ problems }) => [...problems],
  }),
}));
refusal(ReconItemNotFound, "RECON_ITEM_NOT_FOUND", "No item has this id, or none the viewer may see.", (t) => ({
  itemId: t.exposeID("itemId", { description: "The id that was sent." }),
}));

const EventCount = builder.objectRef<PartnerFilePreview["events"][number]>("PartnerFileEventCount").implement({
  description: "What a file's good rows say of one kind of event.",
  fields: (t) => ({
    event: t.exposeString("event", { description: "EARN, REDEMPTION or RETURN." }),
    rows: t.exposeInt("rows", { description: "How many rows." }),
    points: t.expose("points", { type: "Points", description: "Their points together." }),
  }),
});

const Preview = builder.objectRef<PartnerFilePreview>("PartnerFilePreview").implement({
  description: "What would be taken of a file, and what is wrong with it.",
  fields: (t) => ({
    rowCount: t.exposeInt("rowCount", { description: "How many rows are good." }),
    problemCount: t.exposeInt("problemCount", {
      description: "How many problems there are; with any, nothing is taken.",
    }),
    problems: t.expose("problems", { type: [Problem], description: "The first hundred." }),
    takenId: t.exposeID("takenId", { nullable: true, description: "The file that has the same content, if one has." }),
    events: t.expose("events", { type: [EventCount], description: "What the good rows say." }),
  }),
});

mutation("previewPartnerFile", {
  description: "Reads a partner's file without taking it: what is in it, and what is wrong on which line.",
  input: (t) => ({
    partnerId: t.id({ description: "Whose transactions; the operator says it, partners send their own." }),
    name: t.string({ required: true, description: "The file's name." }),
    from: t.field({ type: "DateTime", required: true, description: "The rows stand for everything from then on." }),
    until: t.field({ type: "DateTime", required: true, description: "The first instant they do not stand for." }),
    content: t.string({ required: true, description: "CSV with a header; see docs/partner-files.md." }),
  }),
  refusals: [PartnerNotFound, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ preview: await previewPartnerFile(deps, actor, input) }),
  success: {
    description: "It was read; nothing was kept.",
    fields: (t) => ({ preview: t.expose("preview", { type: Preview, description: "What it holds." }) }),
  },
});

keyedMutation("uploadPartnerFile", {
  description: "Takes a partner's own transactions for comparison: all rows, or none when one cannot be read.",
  input: (t) => ({
    partnerId: t.id({ description: "Whose transactions; the operator says it, partners send their own." }),
    name: t.string({ required: true, description: "The file's name." }),
    from: t.field({ type: "DateTime", required: true, description: "The rows stand for everything from then on." }),
    until: t.field({
      type: "DateTime",
      required: true,
      description: "The first instant they do not stand for; a hundred days later at most.",
    }),
    content: t.string({ required: true, description: "CSV with a header; see docs/partner-files.md." }),
  }),
  refusals: [PartnerNotFound, InvalidValue, PartnerFileTaken, PartnerFileUnreadable],
  resolve: async (input, { deps, actor }) => ({ file: await uploadPartnerFile(deps, actor, input) }),
  success: {
    description: "It is kept, not yet compared.",
    fields: (t) => ({ file: t.expose("file", { type: PartnerFile, description: "The file." }) }),
  },
});

mutation("comparePartnerFile", {
  description:
    "Compares a file row by row with the hub's deeds and the lines they posted: a small one at once, a large one in the background. Again, it closes what has turned up since.",
  input: (t) => ({ fileId: t.id({ required: true, description: "Which file." }) }),
  refusals: [PartnerFileNotFound],
  resolve: async (input, { deps, actor }) => ({ file: await comparePartnerFile(deps, actor, input) }),
  success: {
    description: "Every row has its item, or will have.",
    fields: (t) => ({
      file: t.expose("file", { type: PartnerFile, description: "With its result, or with how far it is." }),
    }),
  },
});

mutation("takePartnerFileItem", {
  description: "A clerk looks into a break.",
  input: (t) => ({ itemId: t.id({ required: true, description: "Which." }) }),
  refusals: [ReconItemNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ item: await takeItem(deps, actor, input) }),
  success: {
    description: "It is the clerk's.",
    fields: (t) => ({ item: t.expose("item", { type: PartnerFileItem, description: "As it is now." }) }),
  },
});

const PartnerFileCorrection = builder.enumType("PartnerFileCorrection", {
  description: "What puts a break right.",
  values: {
    GIVE_BACK: { description: "Points the hub took too many of go back to the member, as if goods came back." },
    GOODWILL: { description: "The operator gives the member points that are missing." },
    TAKE_BACK: { description: "The receipt's own lot loses points the hub gave too many of." },
  } as const,
});

keyedMutation("correctPartnerFileItem", {
  description: "A clerk proposes the entry that puts a break right; it is posted when finance approves.",
  input: (t) => ({
    itemId: t.id({ required: true, description: "Which break; somebody must have taken it." }),
    correction: t.field({ type: PartnerFileCorrection, required: true, description: "What." }),
    points: t.field({ type: "Points", required: true, description: "How many points." }),
    member: optionalMemberField(t, "Whose, for what the hub does not have."),
    reason: t.string({ required: true, description: "Why; kept with the entry." }),
  }),
  refusals: [
    ReconItemNotFound,
    TransitionRefused,
    InvalidValue,
    InvalidPoints,
    ...memberRefusals,
    LotNotFound,
    ExceedsRedemption,
  ],
  resolve: async ({ member, ...input }, { deps, actor }) => ({
    approval: await proposeCorrection(deps, actor, { ...input, member: member && memberLookup(member) }),
  }),
  success: {
    description: "It waits for a second person.",
    fields: (t) => ({ approval: t.expose("approval", { type: Approval, description: "The request." }) }),
  },
});
