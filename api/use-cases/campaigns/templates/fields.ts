import { countText, hundredthsOf, moneyText, timesText } from "#api/engine/amounts.ts";

/** How a form asks for something, and what a person may write. Everything is text; lists are parted by commas. */
export const fieldKinds = {
  PERCENT: { says: "A percentage with at most two places: 2.5.", holds: (text: string) => bpsOf(text) !== null },
  MONEY: { says: "An amount above zero: 20.50.", holds: (text: string) => moneyText.safeParse(text).success },
  COUNT: { says: "A whole number above zero.", holds: (text: string) => countText.safeParse(text).success },
  DAYS: { says: "Days, 1 to 731.", holds: (text: string) => isBetween(text, 1, 731) },
  STAMPS: { says: "How many, 2 to 100.", holds: (text: string) => isBetween(text, 2, 100) },
  TIMES: {
    says: "How many times over, above 1: 2 or 1.5.",
    holds: (text: string) => timesText.safeParse(text).success,
  },
  NAME: {
    says: "A short name of letters, digits, dots, dashes and underscores.",
    holds: (text: string) => /^[a-z0-9][a-z0-9_.-]{0,63}$/i.test(text),
  },
  TEXT: { says: "A word as the till sends it.", holds: (text: string) => text.length <= 100 && !/\p{Cc}/u.test(text) },
  WEEKDAYS: {
    says: "Days of the week, Monday is 1: 1,2,3.",
    holds: (text: string) => text.split(",").every((day) => /^[1-7]$/.test(day.trim())),
  },
  TIME: { says: "A local time: 07:30.", holds: (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text) },
} as const satisfies Record<string, { says: string; holds: (text: string) => boolean }>;

export type FieldKind = keyof typeof fieldKinds;

/** One question of a form. */
export type Field = { name: string; kind: FieldKind; required: boolean; says: string };

/** What was written, by the fields' names; what was left empty is absent. */
export type Values = Readonly<Record<string, string>>;

/** "2.5" -> 250; null for what is no percentage above zero and at most a hundred. */
export function bpsOf(percent: string): number | null {
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(percent)) return null;
  const bps = Number(hundredthsOf(percent));
  return bps >= 1 && bps <= 10_000 ? bps : null;
}

function isBetween(text: string, least: number, most: number): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;
}
