import { type Fact, facts, listFunctions, windowFacts } from "#api/engine/facts.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { findProblems } from "#api/use-cases/campaigns/definition.ts";
import type { CampaignProblem } from "#api/use-cases/campaigns/refusals.ts";
import type { Field } from "#api/use-cases/campaigns/templates/fields.ts";
import { type FilledTemplate, fillTemplate } from "#api/use-cases/campaigns/templates/fill-template.ts";
import { type TemplateName, templates } from "#api/use-cases/campaigns/templates/templates.ts";
import { can } from "#api/use-cases/can.ts";

export type CampaignHelp = {
  facts: Fact[];
  templates: { name: TemplateName; says: string; fields: readonly Field[] }[];
};

/** What an expression may read. */
export function readFacts(actor: Actor): CampaignHelp["facts"] {
  can(actor, "campaign:read");
  return [...facts, ...windowFacts, ...listFunctions];
}

/** Common shapes of campaigns, with what their forms ask. */
export function readTemplates(actor: Actor): CampaignHelp["templates"] {
  can(actor, "campaign:read");
  return Object.entries(templates).map(([name, { says, fields }]) => ({ name: name as TemplateName, says, fields }));
}

export type TemplateAnswer = { name: string; value: string };

/** The rules that a form's answers make, or what is wrong with them. */
export function fillCampaignTemplate(
  actor: Actor,
  template: TemplateName,
  answers: readonly TemplateAnswer[],
): FilledTemplate {
  can(actor, "campaign:read");
  return fillTemplate(template, Object.fromEntries(answers.map(({ name, value }) => [name, value])));
}

/** Everything that is wrong with what somebody is writing. */
export function checkCampaignRules(actor: Actor, definition: unknown): CampaignProblem[] {
  can(actor, "campaign:read");
  return findProblems(definition);
}
