import { builder } from "#api/graph/builder.ts";
import { WordsInput } from "#api/graph/campaign-input.ts";
import { JourneyStepKind, JourneyTriggerKind } from "#api/graph/journey-definition.ts";

const TriggerInput = builder.inputType("JourneyTriggerInput", {
  description: "What makes a member begin. Fields that its kind does not have are left out.",
  fields: (t) => ({
    on: t.field({ type: JourneyTriggerKind, required: true, description: "On what." }),
    days: t.int({ description: "SILENCE: for how many days." }),
    segment: t.string({ description: "Which segment of the house." }),
    tier: t.string({ description: "TIER_CHANGED: to which; any when absent." }),
    daysBefore: t.int({ description: "BIRTHDAY: so many days before it." }),
  }),
});
const FillInput = builder.inputType("JourneyFillInput", {
  description: "What a variable of a template is filled with.",
  fields: (t) => ({
    name: t.string({ required: true, description: "Which variable." }),
    value: t.string({ description: "With what; with the code of the coupon that a step before gave when absent." }),
  }),
});
const StepInput = builder.inputType("JourneyStepInput", {
  description: "A step of a journey. Fields that its kind does not have are left out.",
  fields: (t) => ({
    kind: t.field({ type: JourneyStepKind, required: true, description: "What happens." }),
    hours: t.int({ description: "WAIT: how long." }),
    label: t.field({ type: WordsInput, description: "CONDITION: in words." }),
    expression: t.string({ description: "CONDITION: CEL over facts about members." }),
    otherwise: t.int({
      description: "CONDITION: the later step, from 0, for whom it does not hold of; they leave when absent.",
    }),
    template: t.string({ description: "MESSAGE: which." }),
    fill: t.field({ type: [FillInput], description: "MESSAGE: what its variables are filled with." }),
    pool: t.string({ description: "COUPON: of which pool." }),
    points: t.field({ type: "Points", description: "POINTS: how many." }),
    tag: t.string({ description: "TAG: which." }),
  }),
});
export const JourneyDefinitionInput = builder.inputType("JourneyDefinitionInput", {
  description: "Everything about a journey.",
  fields: (t) => ({
    title: t.field({ type: WordsInput, required: true, description: "What it is called." }),
    trigger: t.field({ type: TriggerInput, required: true, description: "What makes a member begin." }),
    stopsOnPurchase: t.boolean({ required: true, description: "Does whoever buys leave it?" }),
    steps: t.field({ type: [StepInput], required: true, description: "In order." }),
  }),
});

type Written = {
  title: object;
  trigger: object;
  stopsOnPurchase: boolean;
  steps: readonly {
    fill?: readonly { name: string; value?: string | null | undefined }[] | null | undefined;
    points?: bigint | null | undefined;
  }[];
};

/** As it is kept: what was left out is absent, and the use case says what is missing. */
export function journeyOf({ title, trigger, stopsOnPurchase, steps }: Written) {
  return {
    title: said(title),
    trigger: said(trigger),
    stopsOnPurchase,
    steps: steps.map(({ fill, points, ...step }) => ({
      ...said(step),
      ...("label" in step && step.label ? { label: said(step.label) } : {}),
      ...(fill ? { fill: Object.fromEntries(fill.map(({ name, value = null }) => [name, value])) } : {}),
      ...(points === null || points === undefined ? {} : { points: String(points) }),
    })),
  };
}
const said = (given: object) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined));
