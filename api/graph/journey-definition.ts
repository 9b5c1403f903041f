import { builder } from "#api/graph/builder.ts";
import { CampaignWords, described, usually } from "#api/graph/words.ts";
import type {
  JourneyDefinition as DefinitionRow,
  JourneyStep as StepRow,
  Trigger,
} from "#api/use-cases/journeys/definition.ts";

export const JourneyTriggerKind = builder.enumType("JourneyTriggerKind", {
  description: "What makes a member begin a journey.",
  values: described({
    SILENCE: "Nothing bought for so many days.",
    SEGMENT_ENTERED: "The member came into a segment.",
    SEGMENT_LEFT: "The member left a segment.",
    FIRST_PURCHASE: "The first purchase.",
    TIER_CHANGED: "The member's tier changed.",
    BIRTHDAY: "The birthday, or so many days before it.",
    CAMPAIGN: "A campaign's rule names the journey.",
  } satisfies Record<Trigger["on"], string>),
});
export const JourneyStepKind = builder.enumType("JourneyStepKind", {
  description: "What happens in a step of a journey.",
  values: described({
    WAIT: "Nothing, for a while.",
    CONDITION: "Only whom it holds of goes on.",
    MESSAGE: "A template is sent.",
    COUPON: "A coupon of a pool is given.",
    POINTS: "Points are given; the house pays.",
    TAG: "The member gets a tag of the house.",
  } satisfies Record<StepRow["kind"], string>),
});

const JourneyTrigger = builder.objectRef<Trigger>("JourneyTrigger").implement({
  description: "What makes a member begin. Fields that its kind does not have are null.",
  fields: (t) => ({
    on: t.field({ type: JourneyTriggerKind, description: "On what.", resolve: ({ on }) => on }),
    days: t.int({
      nullable: true,
      description: "SILENCE: for how many days.",
      resolve: (one) => (one.on === "SILENCE" ? one.days : null),
    }),
    segment: t.string({
      nullable: true,
      description: "Which segment of the house.",
      resolve: (one) => ("segment" in one ? one.segment : null),
    }),
    tier: t.string({
      nullable: true,
      description: "TIER_CHANGED: to which; null: to any.",
      resolve: (one) => (one.on === "TIER_CHANGED" ? one.tier : null),
    }),
    daysBefore: t.int({
      nullable: true,
      description: "BIRTHDAY: so many days before it.",
      resolve: (one) => (one.on === "BIRTHDAY" ? one.daysBefore : null),
    }),
  }),
});

type Fill = { name: string; value: string | null };
const JourneyFill = builder.objectRef<Fill>("JourneyFill").implement({
  description: "What a variable of a template is filled with.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Which variable." }),
    value: t.exposeString("value", {
      nullable: true,
      description: "With what. Null: the code of the coupon that a step before gave.",
    }),
  }),
});

const JourneyStep = builder.objectRef<StepRow>("JourneyStep").implement({
  description: "A step of a journey. Fields that its kind does not have are null.",
  fields: (t) => ({
    kind: t.field({ type: JourneyStepKind, description: "What happens.", resolve: ({ kind }) => kind }),
    hours: t.int({
      nullable: true,
      description: "WAIT: how long.",
      resolve: (one) => (one.kind === "WAIT" ? one.hours : null),
    }),
    label: t.field({
      type: CampaignWords,
      nullable: true,
      description: "CONDITION: in words.",
      resolve: (one) => (one.kind === "CONDITION" ? one.label : null),
    }),
    expression: t.string({
      nullable: true,
      description: "CONDITION: CEL over facts about members.",
      resolve: (one) => (one.kind === "CONDITION" ? one.expression : null),
    }),
    otherwise: t.int({
      nullable: true,
      description: "CONDITION: the later step, from 0, for whom it does not hold of. Null: they leave.",
      resolve: (one) => (one.kind === "CONDITION" ? one.otherwise : null),
    }),
    template: t.string({
      nullable: true,
      description: "MESSAGE: which.",
      resolve: (one) => (one.kind === "MESSAGE" ? one.template : null),
    }),
    fill: t.field({
      ...usually(1),
      type: [JourneyFill],
      description: "MESSAGE: what its variables are filled with; bounded by the template.",
      resolve: (one): Fill[] =>
        one.kind === "MESSAGE" ? Object.entries(one.fill).map(([name, value]) => ({ name, value })) : [],
    }),
    pool: t.string({
      nullable: true,
      description: "COUPON: of which pool.",
      resolve: (one) => (one.kind === "COUPON" ? one.pool : null),
    }),
    points: t.field({
      type: "Points",
      nullable: true,
      description: "POINTS: how many.",
      resolve: (one) => (one.kind === "POINTS" ? BigInt(one.points) : null),
    }),
    tag: t.string({
      nullable: true,
      description: "TAG: which.",
      resolve: (one) => (one.kind === "TAG" ? one.tag : null),
    }),
  }),
});

export const JourneyDefinition = builder.objectRef<DefinitionRow>("JourneyDefinition").implement({
  description: "Everything an author wrote about a journey.",
  fields: (t) => ({
    title: t.expose("title", { type: CampaignWords, description: "What it is called." }),
    trigger: t.expose("trigger", { type: JourneyTrigger, description: "What makes a member begin." }),
    stopsOnPurchase: t.exposeBoolean("stopsOnPurchase", { description: "Does whoever buys leave it?" }),
    steps: t.field({
      ...usually(6),
      type: [JourneyStep],
      description: "In order; at most thirty.",
      resolve: ({ steps }) => steps,
    }),
  }),
});
