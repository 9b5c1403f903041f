import type { Step, Version } from "#portal/views/shared/journeys/types.ts";
import type { JourneyDefinitionInput, JourneyStepInput, JourneyTriggerInput } from "#schema/answers.ts";

/** What a form holds: texts, as people type them. */
export type StepDraft = { key: number; kind: Step["kind"]; fields: Record<string, string> };
export type JourneyDraft = {
  name: string;
  title: { en: string; ru: string; be: string };
  on: Version["definition"]["trigger"]["on"];
  trigger: Record<string, string>;
  stopsOnPurchase: boolean;
  steps: StepDraft[];
};

let keys = 0;
export const newStep = (kind: Step["kind"]): StepDraft => {
  keys += 1;
  return { key: keys, kind, fields: {} };
};

export const newDraft = (): JourneyDraft => ({
  name: "",
  title: { en: "", ru: "", be: "" },
  on: "SILENCE",
  trigger: { days: "60" },
  stopsOnPurchase: true,
  steps: [newStep("MESSAGE")],
});

const text = (value: unknown) => (value === null || value === undefined ? "" : String(value));

export function draftOf(name: string, { title, trigger, stopsOnPurchase, steps }: Version["definition"]): JourneyDraft {
  return {
    name,
    title: { en: title.en, ru: title.ru ?? "", be: title.be ?? "" },
    on: trigger.on,
    trigger: {
      days: text(trigger.days),
      segment: text(trigger.segment),
      tier: text(trigger.tier),
      daysBefore: text(trigger.daysBefore),
    },
    stopsOnPurchase,
    steps: steps.map((step) => ({ ...newStep(step.kind), fields: fieldsOf(step) })),
  };
}

function fieldsOf({
  hours,
  label,
  expression,
  otherwise,
  template,
  fill,
  pool,
  points,
  tag,
}: Step): Record<string, string> {
  const days = hours !== null && hours % 24 === 0;
  return {
    time: text(days ? hours / 24 : hours),
    unit: days || hours === null ? "days" : "hours",
    labelEn: label?.en ?? "",
    labelRu: label?.ru ?? "",
    labelBe: label?.be ?? "",
    expression: text(expression),
    otherwise: otherwise === null ? "" : String(otherwise + 1),
    template: text(template),
    pool: text(pool),
    points: text(points),
    tag: text(tag),
    ...Object.fromEntries(fill.map(({ name, value }) => [`fill_${name}`, value ?? ""])),
  };
}

type Needs = ReadonlyMap<string, readonly string[]>;

const whole = (typed: string | undefined) => (typed && /^\d+$/.test(typed.trim()) ? Number(typed) : undefined);

/** What is sent; `needs`: by template, the variables it wants filled. What is left empty is left out, and the hub says so. */
export function definitionOf(draft: JourneyDraft, needs: Needs): JourneyDefinitionInput {
  const { title, stopsOnPurchase, steps } = draft;
  return {
    title: wordsOf(title.en, title.ru, title.be),
    trigger: triggerOf(draft),
    stopsOnPurchase,
    steps: steps.map((step) => stepOf(step, needs)),
  };
}

function triggerOf({ on, trigger: { days, daysBefore, segment, tier } }: JourneyDraft): JourneyTriggerInput {
  switch (on) {
    case "SILENCE":
      return { on, days: whole(days) };
    case "BIRTHDAY":
      return { on, daysBefore: whole(daysBefore) };
    case "SEGMENT_ENTERED":
    case "SEGMENT_LEFT":
      return { on, segment: segment || undefined };
    case "TIER_CHANGED":
      return { on, tier: tier || undefined };
    default:
      return { on };
  }
}

const wordsOf = (en: string, ru = "", be = "") => ({ en, ...(ru ? { ru } : {}), ...(be ? { be } : {}) });

function stepOf({ kind, fields }: StepDraft, needs: Needs): JourneyStepInput {
  const of = (name: string) => fields[name]?.trim() || undefined;
  switch (kind) {
    case "WAIT": {
      const time = whole(of("time"));
      return { kind, hours: time === undefined ? undefined : time * (of("unit") === "hours" ? 1 : 24) };
    }
    case "CONDITION": {
      const otherwise = whole(of("otherwise"));
      const label = wordsOf(of("labelEn") ?? "", of("labelRu"), of("labelBe"));
      return {
        kind,
        label,
        expression: of("expression"),
        otherwise: otherwise === undefined ? undefined : otherwise - 1,
      };
    }
    case "MESSAGE": {
      const fill = (needs.get(of("template") ?? "") ?? []).map((name) => ({ name, value: of(`fill_${name}`) }));
      return { kind, template: of("template"), fill };
    }
    case "COUPON":
      return { kind, pool: of("pool") };
    case "POINTS":
      return { kind, points: whole(of("points")) };
    case "TAG":
      return { kind, tag: of("tag") };
  }
}
