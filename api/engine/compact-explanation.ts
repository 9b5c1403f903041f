import type { Explanation, ExplanationGift, ExplanationInput, ExplanationStep } from "./explanation.ts";

/**
 * An explanation as it lies in storage: nothing of it is lost, and what every step repeats is said once. Most steps of a
 * receipt say why a campaign did not apply, from the same few facts: they name the facts by their places in one list, and
 * end where only what is usual follows.
 */
export type CompactExplanation = Omit<Explanation, "steps"> & {
  inputs: [name: string, value: string][];
  told: CompactStep[];
};

/** What comes last may be missing: nothing given, no points, no facts, no reason against. */
type CompactStep = [
  rule: string,
  because?: string | null,
  condition?: number | null,
  about?: string | null,
  inputs?: number[],
  points?: string,
  unrounded?: string,
  gave?: ExplanationGift[],
];

export function compacted({ steps, ...rest }: Explanation): CompactExplanation {
  const places = new Map<string, number>();
  const inputs: [string, string][] = [];
  const placeOf = ({ name, value }: ExplanationInput) => {
    const key = `${name}\n${value}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, inputs.length);
    return inputs.push([name, value]) - 1;
  };
  return { ...rest, inputs, told: steps.map((step) => compactStep(step, step.inputs.map(placeOf))) };
}

function compactStep(step: ExplanationStep, inputs: number[]): CompactStep {
  const { rule, because, condition, about, points, unrounded, gave } = step;
  const said = [rule, because, condition, about, inputs, points, unrounded, gave];
  const usual = said.findLastIndex((value) => !isUsual(value));
  return said.slice(0, usual + 1) as CompactStep;
}

const isUsual = (value: unknown) => value === null || value === "0" || (Array.isArray(value) && value.length === 0);

/** The explanation in full again, field by field in its order: the same bytes. */
export function restored(compact: CompactExplanation): Explanation {
  const { engineVersion, contractId, contractVersion, points, known, inputs, told } = compact;
  const steps = told.map((step) => restoredStep(step, inputs));
  return { engineVersion, contractId, contractVersion, points, steps, known };
}

function restoredStep(step: CompactStep, all: CompactExplanation["inputs"]): ExplanationStep {
  const [rule, because = null, condition = null, about = null, inputs = [], points = "0", unrounded = "0", gave = []] =
    step;
  return {
    rule,
    campaign: campaignOf(rule),
    applied: because === null,
    because,
    condition,
    about,
    inputs: inputs.flatMap((place) => all.slice(place, place + 1).map(([name, value]) => ({ name, value }))),
    unrounded,
    rounding: "DOWN",
    points,
    gave,
  };
}

/** `id@version#rule`, or BASE. */
function campaignOf(rule: string): ExplanationStep["campaign"] {
  const [, id, version, nth] = /^(.+)@(\d+)#(\d+)$/.exec(rule) ?? [];
  return id ? { id, version: Number(version), rule: Number(nth) } : null;
}
