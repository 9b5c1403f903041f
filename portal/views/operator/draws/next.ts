import { type House, mayDo } from "#portal/views/shared/campaigns/types.ts";

const next = {
  DRAFT: ["cancel", "edit", "submit"],
  IN_REVIEW: ["withdraw"],
  REVIEWED: ["cancel", "withdraw", "openDraw"],
  OPEN: ["exclude"],
  CLOSED: ["exclude"],
  COMMITTED: ["drawNow"],
  DRAWN: ["publish"],
} as const satisfies Record<string, readonly string[]>;

export type DrawDeed = (typeof next)[keyof typeof next][number];

/** Whoever writes draws writes them, whoever runs them runs them. */
const asks: Record<DrawDeed, "draft" | "run"> = {
  ...{ cancel: "draft", edit: "draft", submit: "draft", withdraw: "draft" },
  ...{ openDraw: "run", exclude: "run", drawNow: "run", publish: "run" },
};

/** What this person can do with a draw in a state, the last the likeliest. */
export const deedsWith = (state: string, house: House): DrawDeed[] =>
  (state in next ? next[state as keyof typeof next] : []).filter((deed) => mayDo(house, asks[deed]));
