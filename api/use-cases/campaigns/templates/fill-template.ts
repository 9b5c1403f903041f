import { campaignDefinition, type Rule } from "#api/engine/campaign.ts";
import type { CampaignProblem } from "#api/use-cases/campaigns/refusals.ts";
import { type Field, fieldKinds, type Values } from "./fields.ts";
import { rulesOf, type Template, type TemplateName, templates } from "./templates.ts";

/** The rules a form's answers make, or what is wrong with the answers; paths are the fields' names. */
export type FilledTemplate = { rules: Rule[]; problems: CampaignProblem[] };

export function fillTemplate(name: TemplateName, written: Values): FilledTemplate {
  const { fields }: Template = templates[name];
  const given = Object.entries(written).map(([field, text]) => [field, text.trim()] as const);
  const values = Object.fromEntries(given.filter(([, text]) => text !== ""));
  const known = new Set(fields.map((field) => field.name));
  const problems = [
    ...fields.flatMap((field) => problemIn(field, values[field.name])),
    ...Object.keys(values).flatMap((field) =>
      known.has(field) ? [] : problem(field, "UNKNOWN_FIELD", "No such field."),
    ),
  ];
  if (problems.length > 0) return { rules: [], problems };
  return { rules: campaignDefinition.shape.rules.parse(rulesOf(name, values)), problems: [] };
}

function problemIn({ name, kind, required }: Field, text: string | undefined): CampaignProblem[] {
  if (text === undefined) return required ? problem(name, "MISSING", "It has to be answered.") : [];
  const { holds, says } = fieldKinds[kind];
  return holds(text) ? [] : problem(name, `NO_${kind}`, says);
}

const problem = (path: string, code: string, message: string): CampaignProblem[] => [
  { path, line: null, column: null, code, message },
];
