import { builder } from "#api/graph/builder.ts";
import { CampaignDefinitionInput, definitionOf } from "#api/graph/campaign-input.ts";
import { CampaignProblem } from "#api/graph/campaign-refusals.ts";
import { CampaignRule } from "#api/graph/campaign-rules.ts";
import { described } from "#api/graph/words.ts";
import {
  type CampaignHelp,
  checkCampaignRules,
  fillCampaignTemplate,
  readFacts,
  readTemplates,
} from "#api/use-cases/campaigns/help.ts";
import { type CampaignPolicyView, readCampaignPolicy } from "#api/use-cases/campaigns/policy.ts";
import { type Field, type FieldKind, fieldKinds } from "#api/use-cases/campaigns/templates/fields.ts";
import type { FilledTemplate } from "#api/use-cases/campaigns/templates/fill-template.ts";
import { type TemplateName, templates } from "#api/use-cases/campaigns/templates/templates.ts";

const says = <Name extends string>(table: Readonly<Record<Name, { says: string }>>) =>
  described(
    Object.fromEntries(Object.entries<{ says: string }>(table).map(([name, one]) => [name, one.says])) as Record<
      Name,
      string
    >,
  );

const CampaignTemplateName = builder.enumType("CampaignTemplateName", {
  description: "A common shape of a campaign.",
  values: says<TemplateName>(templates),
});
export const CampaignFieldKind = builder.enumType("CampaignFieldKind", {
  description: "What a template's form takes for an answer; always as text.",
  values: says<FieldKind>(fieldKinds),
});

export const CampaignField = builder.objectRef<Field>("CampaignField").implement({
  description: "One question of a template's form.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Its answer is sent under this name." }),
    kind: t.field({ type: CampaignFieldKind, description: "What may be written.", resolve: ({ kind }) => kind }),
    required: t.exposeBoolean("required", { description: "Does it have to be answered?" }),
    says: t.exposeString("says", { description: "What it asks, in English." }),
  }),
});

type Template = CampaignHelp["templates"][number];
const CampaignTemplate = builder.objectRef<Template>("CampaignTemplate").implement({
  description: "A common shape of a campaign, for people who would rather answer questions than write expressions.",
  fields: (t) => ({
    name: t.field({ type: CampaignTemplateName, description: "Which.", resolve: ({ name }) => name }),
    says: t.exposeString("says", { description: "What it does, in English." }),
    fields: t.field({
      type: [CampaignField],
      description: "What its form asks.",
      resolve: ({ fields }) => [...fields],
    }),
  }),
});

const CampaignFilledTemplate = builder.objectRef<FilledTemplate>("CampaignFilledTemplate").implement({
  description: "The rules that a form's answers make, or what is wrong with the answers.",
  fields: (t) => ({
    rules: t.field({
      type: [CampaignRule],
      description: "Empty when something is wrong.",
      resolve: ({ rules }) => rules,
    }),
    problems: t.field({
      type: [CampaignProblem],
      description: "What is wrong; paths are the fields' names.",
      resolve: ({ problems }) => problems,
    }),
  }),
});

type Fact = CampaignHelp["facts"][number];
export const CampaignFact = builder.objectRef<Fact>("CampaignFact").implement({
  description: "Something that an expression may read.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "As it is written: `receipt.total`, `spend(days)`." }),
    type: t.exposeString("type", {
      description: "What it is: money, whole number, text, yes or no, list of texts, lines, instant.",
    }),
    unit: t.exposeString("unit", { nullable: true, description: "What one of it is. Null where that says nothing." }),
    description: t.exposeString("description", { description: "What it tells, in English." }),
  }),
});

export const CampaignPolicy = builder.objectRef<CampaignPolicyView>("CampaignPolicy").implement({
  description: "What a house asks of its own campaigns.",
  fields: (t) => ({
    budgetRequired: t.exposeBoolean("budgetRequired", { description: "Is none submitted that may cost without end?" }),
  }),
});

export const AnswerInput = builder.inputType("CampaignAnswerInput", {
  description: "An answer to a question of a template's form.",
  fields: (t) => ({
    name: t.string({ required: true, description: "Of which field." }),
    value: t.string({ required: true, description: "As a person wrote it." }),
  }),
});

builder.queryField("campaignTemplates", (t) =>
  t.field({
    type: [CampaignTemplate],
    description: "Common shapes of campaigns, with what their forms ask.",
    resolve: (_root, _args, { actor }) => readTemplates(actor),
  }),
);

builder.queryField("fillTemplate", (t) =>
  t.field({
    type: CampaignFilledTemplate,
    description: "The rules that a form's answers make. Nothing is kept: put them into a draft.",
    args: {
      template: t.arg({ type: CampaignTemplateName, required: true, description: "Which form." }),
      answers: t.arg({ type: [AnswerInput], required: true, description: "What was answered." }),
    },
    resolve: (_root, { template, answers }, { actor }) => fillCampaignTemplate(actor, template, answers),
  }),
);

builder.queryField("facts", (t) =>
  t.field({
    type: [CampaignFact],
    description: "Everything that an expression of a campaign may read; the checker knows the same.",
    resolve: (_root, _args, { actor }) => readFacts(actor),
  }),
);

builder.queryField("checkRules", (t) =>
  t.field({
    type: [CampaignProblem],
    description: "Everything that is wrong with a definition, with where it is; empty when it can be run.",
    args: {
      definition: t.arg({ type: CampaignDefinitionInput, required: true, description: "What somebody is writing." }),
    },
    resolve: (_root, { definition }, { actor }) => checkCampaignRules(actor, definitionOf(definition)),
  }),
);

builder.queryField("campaignPolicy", (t) =>
  t.field({
    type: CampaignPolicy,
    description: "What the viewer's house asks of its own campaigns.",
    resolve: (_root, _args, { deps, actor }) => readCampaignPolicy(deps, actor),
  }),
);
