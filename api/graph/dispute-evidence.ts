import { builder } from "#api/graph/builder.ts";
import { byId } from "#api/graph/loaders.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { type EvidenceView, findEvidenceOf, readEvidenceFile } from "#api/use-cases/disputes/find-evidence.ts";

export const evidenceOf = byId(findEvidenceOf);

export const DisputeEvidence = builder.objectRef<EvidenceView>("DisputeEvidence").implement({
  description: "What one side of a dispute, or the operator, brought forward. It stays as it is.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque, permanent; `disputeEvidenceFile` takes it." }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Who brought it. Null: the operator.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    text: t.exposeString("text", { description: "In words." }),
    fileName: t.exposeString("fileName", { nullable: true, description: "Null when there is no file." }),
    mediaType: t.exposeString("mediaType", { nullable: true, description: "What kind of file; null without one." }),
    hash: t.exposeString("hash", { nullable: true, description: "SHA-256 of the file, hex; null without one." }),
    addedAt: t.expose("addedAt", { type: "DateTime", description: "When it was brought." }),
  }),
});

const DisputeEvidenceFile = builder
  .objectRef<NonNullable<Awaited<ReturnType<typeof readEvidenceFile>>>>("DisputeEvidenceFile")
  .implement({
    description: "A file that was brought as evidence.",
    fields: (t) => ({
      fileName: t.exposeString("fileName", { description: "Its name." }),
      mediaType: t.exposeString("mediaType", { description: "What kind of file it is." }),
      hash: t.exposeString("hash", { description: "SHA-256 of the content, hex." }),
      contentBase64: t.exposeString("contentBase64", { description: "The content, in base 64." }),
    }),
  });

builder.queryField("disputeEvidenceFile", (t) =>
  t.field({
    type: DisputeEvidenceFile,
    nullable: true,
    description: "The file of a piece of evidence. Null when it has none, or the viewer may not see it.",
    args: { evidenceId: t.arg.id({ required: true, description: "Which piece." }) },
    resolve: (_root, { evidenceId }, { deps, actor }) => readEvidenceFile(deps, actor, evidenceId),
  }),
);

export const DisputeEvidenceFileInput = builder.inputType("DisputeEvidenceFileInput", {
  description: "A file: PDF, PNG, JPEG, plain text or CSV, at most 1,000,000 bytes.",
  fields: (t) => ({
    name: t.string({ required: true, description: "Its name, for people." }),
    mediaType: t.string({
      required: true,
      description: "application/pdf, image/png, image/jpeg, text/plain, text/csv.",
    }),
    contentBase64: t.string({ required: true, description: "The content, in base 64." }),
  }),
});

export const DisputeEvidenceInput = builder.inputType("DisputeEvidenceInput", {
  description: "What is brought forward: words, and a file if there is one.",
  fields: (t) => ({
    text: t.string({ required: true, description: "At most 4,000 characters." }),
    file: t.field({ type: DisputeEvidenceFileInput, description: "None when absent." }),
  }),
});
