import { z } from "zod";
import { countText } from "#api/engine/amounts.ts";
import { words } from "#api/engine/campaign.ts";
import { expressionText, nameText } from "#api/engine/campaign-effects.ts";

const STEPS_MAX = 30;
const DAYS_MAX = 731;
const HOURS_MAX = 24 * 60;

const days = z.int().min(1).max(DAYS_MAX);

/** What makes a member begin. */
const trigger = z.discriminatedUnion("on", [
  /** Nothing bought for so many days: at the house's tills, anywhere for the coalition's. */
  z.strictObject({ on: z.literal("SILENCE"), days }),
  z.strictObject({ on: z.literal("SEGMENT_ENTERED"), segment: nameText }),
  z.strictObject({ on: z.literal("SEGMENT_LEFT"), segment: nameText }),
  z.strictObject({ on: z.literal("FIRST_PURCHASE") }),
  /** To this tier, or to any when null. */
  z.strictObject({ on: z.literal("TIER_CHANGED"), tier: nameText.nullable().default(null) }),
  z.strictObject({ on: z.literal("BIRTHDAY"), daysBefore: z.int().min(0).max(60).default(0) }),
  /** A campaign's effect names it. */
  z.strictObject({ on: z.literal("CAMPAIGN") }),
]);
export type Trigger = z.infer<typeof trigger>;
export const triggerKinds = [
  "SILENCE",
  "SEGMENT_ENTERED",
  "SEGMENT_LEFT",
  "FIRST_PURCHASE",
  "TIER_CHANGED",
  "BIRTHDAY",
  "CAMPAIGN",
] as const satisfies readonly Trigger["on"][];

/** What a variable of a template is filled with; null: with the coupon that a step before gave. */
const fill = z.record(z.string().max(40), z.string().max(200).nullable()).default({});

const step = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("WAIT"),
    hours: z
      .int()
      .min(1)
      .max(HOURS_MAX * 12),
  }),
  /** Holds: on to the next step. Does not: on to a later one, or out when null. */
  z.strictObject({
    kind: z.literal("CONDITION"),
    label: words,
    expression: expressionText,
    otherwise: z.int().min(0).nullable().default(null),
  }),
  z.strictObject({ kind: z.literal("MESSAGE"), template: nameText, fill }),
  z.strictObject({ kind: z.literal("COUPON"), pool: nameText }),
  /** The house pays for them. */
  z.strictObject({ kind: z.literal("POINTS"), points: countText }),
  z.strictObject({ kind: z.literal("TAG"), tag: nameText }),
]);
export type JourneyStep = z.infer<typeof step>;
export const stepKinds = [
  "WAIT",
  "CONDITION",
  "MESSAGE",
  "COUPON",
  "POINTS",
  "TAG",
] as const satisfies readonly JourneyStep["kind"][];

/** Everything a person writes about a journey; stored as it is. */
export const journeyDefinition = z
  .strictObject({
    title: words,
    trigger,
    /** Whoever buys has done what was wanted, and leaves. */
    stopsOnPurchase: z.boolean().default(true),
    steps: z.array(step).min(1).max(STEPS_MAX),
  })
  .superRefine(({ steps }, context) => {
    for (const [nth, one] of steps.entries()) {
      if (one.kind !== "CONDITION" || one.otherwise === null) continue;
      if (one.otherwise > nth && one.otherwise < steps.length) continue;
      const path = ["steps", nth, "otherwise"];
      context.addIssue({ code: "custom", path, message: "A condition leads to a later step: nobody goes in circles." });
    }
  });
export type JourneyDefinition = z.infer<typeof journeyDefinition>;

/** As it lies in the database; it was checked when it was written. */
export const storedJourney = ({ definition }: { definition: unknown }): JourneyDefinition =>
  journeyDefinition.parse(definition);

/** Every message that a journey sends, with the step's place and the variables it fills. */
export function messagesIn({ steps }: JourneyDefinition): { place: number; template: string; fills: string[] }[] {
  return steps.flatMap((one, place) =>
    one.kind === "MESSAGE" ? [{ place, template: one.template, fills: Object.keys(one.fill).sort() }] : [],
  );
}

const HOUR_MS = 3_600_000;

/** When a step is due for who comes to it now: a wait when it is over, anything else at once. */
export function dueAt(step: JourneyStep | undefined, at: Date): Date | null {
  if (!step) return null;
  return step.kind === "WAIT" ? new Date(at.getTime() + step.hours * HOUR_MS) : at;
}
