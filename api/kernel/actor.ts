/** Who does a deed. Comes first in every use case. */
export type Actor =
  | { kind: "anonymous" }
  | { kind: "system"; id: "system" }
  | (Person & { kind: "operator"; roles: readonly OperatorRole[] })
  | (Person & { kind: "partnerStaff"; partnerId: string; roles: readonly PartnerRole[] })
  | { kind: "machine"; id: string; partnerId: string; terminalId: string | null; scopes: readonly Scope[] }
  | (Person & { kind: "member"; memberId: string });

/** Somebody who signs in; the id is the person's, whatever they act as. `sessionId`: by which session, where there is one. */
type Person = { id: string; sessionId?: string; via?: Via };

/** By which request the actor speaks, for the audit log; absent where none is. */
export type Via = { requestId: string; ip: string | null };

export type OperatorRole = "CLERK" | "FINANCE" | "RISK" | "ADMIN" | "AUDITOR";
export type PartnerRole = "OWNER" | "MANAGER" | "FINANCE" | "CASHIER" | "ANALYST";

/** What a machine's key may do. */
export type Scope = "purchases:write" | "purchases:read" | "members:write" | "members:read" | "settlement:read";

export const systemActor: Actor = { kind: "system", id: "system" };

/** How the actor appears in entries and audit rows. */
export function actorRef(actor: Actor): string {
  return actor.kind === "anonymous" ? "anonymous" : actor.kind === "system" ? "system" : `${actor.kind}:${actor.id}`;
}

/** The person behind an actor; null for machines, the system and whoever has not signed in. */
export function personOf(actor: Actor): (Person & { kind: "operator" | "partnerStaff" | "member" }) | null {
  return actor.kind === "operator" || actor.kind === "partnerStaff" || actor.kind === "member" ? actor : null;
}

/** The partner an actor speaks for, if any. */
export function partnerOf(actor: Actor): string | null {
  return actor.kind === "machine" || actor.kind === "partnerStaff" ? actor.partnerId : null;
}

/** Whose key space an actor's idempotency keys live in. */
export function keyOwnerOf(actor: Actor): string {
  return (
    partnerOf(actor) ?? (actor.kind === "member" ? actor.memberId : actor.kind === "operator" ? "operator" : "system")
  );
}
