import type { Tx } from "#api/sql/rows.ts";
import { OPERATOR, partnerIdOf } from "#api/use-cases/campaigns/houses.ts";
import type { CampaignProblem } from "#api/use-cases/campaigns/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type JourneyDefinition, journeyDefinition, messagesIn } from "#api/use-cases/journeys/definition.ts";
import { JourneyInvalid } from "#api/use-cases/journeys/refusals.ts";
import { findSegmentProblems } from "#api/use-cases/segments/check-expression.ts";

/** Refuses what nobody could be led along; says where each of it is. Asked when it is written and when it is submitted. */
export async function checkJourney(deps: Deps, house: string, json: unknown): Promise<JourneyDefinition> {
  const { data, error } = journeyDefinition.safeParse(json);
  if (!data) {
    throw new JourneyInvalid(
      error.issues.map(({ path, code, message }) => problem(path.join("."), `SHAPE_${code}`.toUpperCase(), message)),
    );
  }
  const problems = [
    ...(await conditionProblems(deps, house, data)),
    ...(await messageProblems(deps.db, house, data)),
    ...couponProblems(data),
    ...(await poolProblems(deps.db, house, data)),
    ...(await segmentProblems(deps.db, house, data)),
  ];
  if (problems.length > 0) throw new JourneyInvalid(problems);
  return data;
}

async function conditionProblems(deps: Deps, house: string, { steps }: JourneyDefinition): Promise<CampaignProblem[]> {
  const found = await Promise.all(
    steps.map(async (step, nth) => {
      if (step.kind !== "CONDITION") return [];
      const problems = await findSegmentProblems(deps, house, step.expression);
      return problems.map((one) => ({ ...one, path: `steps.${nth}.expression` }));
    }),
  );
  return found.flat();
}

/** A template that is not there, or whose variables are other than the step fills. */
async function messageProblems(tx: Tx, house: string, definition: JourneyDefinition): Promise<CampaignProblem[]> {
  const sent = messagesIn(definition);
  const names = sent.map(({ template }) => template);
  const templates = await tx.messageTemplate.findMany({ where: { house, name: { in: names }, state: "IN_USE" } });
  return sent.flatMap(({ place, template: name, fills }) => {
    const template = templates.find((one) => one.name === name);
    if (!template)
      return [problem(`steps.${place}.template`, "UNKNOWN_TEMPLATE", `There is no template ${name} in use.`)];
    return [
      ...template.variables
        .filter((variable) => !fills.includes(variable))
        .map((variable) =>
          problem(`steps.${place}.fill`, "VARIABLE_UNFILLED", `Nobody fills {${variable}} of ${name}.`),
        ),
      ...fills
        .filter((variable) => !template.variables.includes(variable))
        .map((variable) =>
          problem(`steps.${place}.fill`, "VARIABLE_LOST", `The template ${name} has no {${variable}}.`),
        ),
    ];
  });
}

/** What is filled by a coupon needs one before it. */
function couponProblems({ steps }: JourneyDefinition): CampaignProblem[] {
  return steps.flatMap((step, nth) => {
    if (step.kind !== "MESSAGE" || !Object.values(step.fill).includes(null)) return [];
    if (steps.slice(0, nth).some(({ kind }) => kind === "COUPON")) return [];
    return [problem(`steps.${nth}.fill`, "NO_COUPON", "No step before it gives a coupon.")];
  });
}

async function poolProblems(tx: Tx, house: string, { steps }: JourneyDefinition): Promise<CampaignProblem[]> {
  const codes = steps.flatMap((step) => (step.kind === "COUPON" ? [step.pool] : []));
  const pools = await tx.couponPool.findMany({
    where: { code: { in: codes }, partnerId: partnerIdOf(house), state: "ACTIVE" },
    select: { code: true },
  });
  return steps.flatMap((step, nth) =>
    step.kind === "COUPON" && !pools.some(({ code }) => code === step.pool)
      ? [problem(`steps.${nth}.pool`, "UNKNOWN_POOL", `There is no active coupon pool ${step.pool} of the house.`)]
      : [],
  );
}

async function segmentProblems(tx: Tx, house: string, { trigger }: JourneyDefinition): Promise<CampaignProblem[]> {
  if (trigger.on === "TIER_CHANGED" && house !== OPERATOR) {
    return [
      problem("trigger.on", "NOT_YOURS_TO_READ", "Tiers are the coalition's: a partner's journey begins otherwise."),
    ];
  }
  if (trigger.on !== "SEGMENT_ENTERED" && trigger.on !== "SEGMENT_LEFT") return [];
  const found = await tx.segment.findUnique({ where: { house_code: { house, code: trigger.segment } } });
  if (found?.state === "ACTIVE") return [];
  return [problem("trigger.segment", "UNKNOWN_SEGMENT", `The house has no active segment ${trigger.segment}.`)];
}

const problem = (path: string, code: string, message: string): CampaignProblem => ({
  path,
  line: null,
  column: null,
  code,
  message,
});
