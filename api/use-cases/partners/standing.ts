import type { PartnerStatus } from "#api/sql/rows.ts";

/** What a partner, its tills and its people can do. */
export type Right =
  /** Give points for purchases. */
  | "issue"
  /** Set members' points aside, and take them. */
  | "redeem"
  /** Take goods back: points given come back, points taken go back. */
  | "return"
  /** Get the money it is owed; else its pay-outs are held. */
  | "bePaid"
  /** Its people sign in and its machines' keys work. */
  | "logIn";

type Rights = Readonly<Record<Right, boolean>>;

const all: Rights = { issue: true, redeem: true, return: true, bePaid: true, logIn: true };

/**
 * What each status lets a partner do. Members are never punished for an issuer's weakness: goods can be returned until
 * it has left. Its points can be spent elsewhere in every status; only the programme's rule about the lots of an issuer
 * in default changes that. Whoever gave notice keeps its status and its rights until the notice ends: then its contract
 * does, and without one nothing is issued or redeemed.
 */
export const partnerRights: Readonly<Record<PartnerStatus, Rights>> = {
  ONBOARDING: { ...all, issue: false, redeem: false, return: false, bePaid: false },
  ACTIVE: all,
  ISSUE_BLOCKED: { ...all, issue: false },
  SUSPENDED: { ...all, issue: false, redeem: false, bePaid: false },
  DEFAULTED: { ...all, issue: false, redeem: false, bePaid: false },
  CLOSED: { issue: false, redeem: false, return: false, bePaid: false, logIn: false },
};

export const mayPartner = ({ status }: { status: PartnerStatus }, right: Right): boolean =>
  partnerRights[status][right];

/** The statuses in which partners have a right. */
export const statusesWith = (right: Right): PartnerStatus[] =>
  (Object.keys(partnerRights) as PartnerStatus[]).filter((status) => partnerRights[status][right]);
