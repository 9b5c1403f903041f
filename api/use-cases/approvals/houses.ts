import { type Actor, partnerOf } from "#api/kernel/actor.ts";

/** Whose requests an actor decides and sees: a partner's people their own house's, everybody else the operator's. */
export const houseOf = (actor: Actor): string | null => partnerOf(actor);

/** What it takes to see them, and to answer them at all. */
export const toRead = (actor: Actor) => (houseOf(actor) === null ? "approval:read" : "houseApproval:read");
export const toDecide = (actor: Actor) => (houseOf(actor) === null ? "approval:decide" : "houseApproval:decide");

/** Where a house's people look at what waits for them; a path of the portal. Null: there is no such page. */
export const approvalsOf = (partnerId: string | null): string | null =>
  partnerId === null ? "/operator/approvals" : null;
