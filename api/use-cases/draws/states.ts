import type { DrawState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type DrawEvent =
  | "edit"
  | "submit"
  | "withdraw"
  | "reject"
  | "approve"
  | "open"
  | "close"
  | "commit"
  | "draw"
  | "publish"
  | "cancel";

/** A draw's life. Once it is open it is a promise to everybody, and is carried out. */
export const drawMachine = {
  DRAFT: { edit: "DRAFT", submit: "IN_REVIEW", cancel: "CANCELLED" },
  IN_REVIEW: { withdraw: "DRAFT", reject: "DRAFT", approve: "REVIEWED" },
  REVIEWED: { withdraw: "DRAFT", open: "OPEN", cancel: "CANCELLED" },
  OPEN: { close: "CLOSED" },
  CLOSED: { commit: "COMMITTED" },
  COMMITTED: { draw: "DRAWN" },
  DRAWN: { publish: "PUBLISHED" },
  PUBLISHED: {},
  CANCELLED: {},
} as const satisfies Machine<DrawState, DrawEvent>;

export const nextDrawState = (found: { id: string; state: DrawState }, event: DrawEvent) =>
  nextState<DrawState, DrawEvent>(drawMachine, { object: "draw", ...found }, event);

/** From here on everybody may look at it. */
export const publicDrawStates = ["OPEN", "CLOSED", "COMMITTED", "DRAWN", "PUBLISHED"] as const satisfies DrawState[];
export const isPublicDraw = ({ state }: { state: DrawState }) => publicDrawStates.some((one) => one === state);

/** The list of those who take no part is written until the list of tickets is fixed. */
export const takesExclusions = ({ state }: { state: DrawState }) =>
  ["DRAFT", "IN_REVIEW", "REVIEWED", "OPEN", "CLOSED"].includes(state);

export const drawStates = {
  DRAFT: "Being written.",
  IN_REVIEW: "Somebody else looks at it.",
  REVIEWED: "Agreed on; it can be opened.",
  OPEN: "Tickets are given. The hash of the seed is published.",
  CLOSED: "No ticket counts any more; what was on its way is waited for.",
  COMMITTED: "The list of tickets is fixed, and its hash is published.",
  DRAWN: "The seed is revealed and the winners are found; the protocol is looked through.",
  PUBLISHED: "The winners are published. Anyone can check them.",
  CANCELLED: "Given up before it was open.",
} as const satisfies Record<DrawState, string>;
