import type { Actor } from "#api/kernel/actor.ts";

/** The signed-in member's id; for anybody else none, which the use case then refuses. */
export const ownMemberId = (actor: Actor): string => (actor.kind === "member" ? actor.memberId : "");
