import type { ClubMembershipState, ClubState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export const clubMachine = {
  OPEN: { close: "CLOSED" },
  CLOSED: {},
} as const satisfies Machine<ClubState, "close">;

export type MembershipEvent = "invite" | "join" | "leave";

/** Somebody's way through a club; whoever left may come again. */
export const membershipMachine = {
  INVITED: { join: "IN", leave: "LEFT" },
  IN: { leave: "LEFT" },
  LEFT: { invite: "INVITED", join: "IN" },
} as const satisfies Machine<ClubMembershipState, MembershipEvent>;

export const nextMembership = (found: { id: string; state: ClubMembershipState }, event: MembershipEvent) =>
  nextState<ClubMembershipState, MembershipEvent>(membershipMachine, { object: "clubMembership", ...found }, event);

export const clubEntries = {
  INVITATION: "Whom those who run it invite.",
  CODE: "Whoever knows its code.",
  RULE: "Whoever stands on one of its tiers or is in one of its segments.",
} as const;
