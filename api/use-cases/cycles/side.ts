import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { may, type Permission } from "#api/use-cases/can.ts";

/** Which partners' side an actor sees: everybody's, one's own, or nobody's. */
export type Side = { partnerId: string | null };

/** Null when the actor sees nobody's. Bulk reads answer it with nothing, as for what does not exist. */
export function sideOf(actor: Actor, permission: Permission): Side | null {
  if (!may(actor, permission)) return null;
  if (actor.kind === "system" || actor.kind === "operator") return { partnerId: null };
  const partnerId = partnerOf(actor);
  return partnerId === null ? null : { partnerId };
}

/** For rows that have an owner: whether it is on this side. */
export const isOn = (side: Side, partnerId: string | null): boolean =>
  side.partnerId === null || side.partnerId === partnerId;
