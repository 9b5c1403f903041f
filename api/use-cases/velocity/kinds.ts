import type { VelocityAction, VelocityCaseState, VelocityKind, VelocitySubject } from "#api/sql/rows.ts";

/** What can be counted, and whose. */
export const velocityKinds = {
  POINTS_EARNED: { says: "Points earned.", memberOnly: false },
  POINTS_REDEEMED: { says: "Points redeemed.", memberOnly: false },
  RECEIPTS: { says: "Receipts, whether or not they moved points.", memberOnly: false },
  RETURNS_AFTER_REDEMPTION: {
    says: "Returns of goods after their buyer had spent points, since buying them or in paying for them.",
    memberOnly: false,
  },
  POINTS_TRANSFERRED: { says: "Points given to other members.", memberOnly: true },
  FIRST_REDEMPTION_AFTER_ENROLMENT: {
    says: "Points redeemed within the window that begins with the member's enrolment.",
    memberOnly: true,
  },
  EXCLUDED_PAIR: {
    says: "Points redeemed at one partner after points were earned at another on the same business day.",
    memberOnly: true,
  },
} as const satisfies Record<VelocityKind, { says: string; memberOnly: boolean }>;

export const velocitySubjects = {
  MEMBER: "Each member.",
  TERMINAL: "Each till.",
  LOCATION: "Each outlet.",
  PARTNER: "Each partner, by what happens at its places.",
} as const satisfies Record<VelocitySubject, string>;

export const velocityActions = {
  OPEN_CASE: "Opens a case; nothing else changes.",
  OPEN_CASE_AND_BLOCK_MEMBER: "Opens a case and blocks the member, until somebody unblocks it.",
} as const satisfies Record<VelocityAction, string>;

export const velocityCaseStates = {
  OPEN: "Nobody looks into it yet.",
  TAKEN: "Somebody looks into it.",
  CONFIRMED: "It was fraud, or misuse.",
  DISMISSED: "There was nothing wrong.",
} as const satisfies Record<VelocityCaseState, string>;

/** No window is longer, in hours. */
export const WINDOW_HOURS_MAX = 31 * 24;
