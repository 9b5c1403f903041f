import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { Card, Identifier, Member } from "#api/sql/rows.ts";
import { maskedIdentifier } from "#api/use-cases/members/identifiers.ts";

export type MemberFace = Pick<Member, "id" | "status" | "enrolledAt" | "enrolledAtPartnerId" | "mergedIntoId">;
export type Profile = { name: string; language: string; birthDate: Date | null };

/** A member as the viewer may see it: itself and the operator fully, a partner with the name masked. */
export type MemberView = MemberFace & {
  name: string | null;
  /** Null for viewers who get the masked face. */
  person: { language: string; birthDate: Date | null } | null;
};

export type IdentifierView = Pick<Identifier, "id" | "kind" | "createdAt"> & {
  /** The partner whose own number it is. */
  partnerId: string | null;
  /** Masked unless the viewer is the member, the operator, or the partner whose number it is. */
  value: string;
};

export type CardView = Pick<
  Card,
  "id" | "memberId" | "form" | "status" | "issuedAt" | "blockedAt" | "blockedReason"
> & {
  lastDigits: string;
  /** All digits. Null for partners. */
  number: string | null;
};

export function viewMember(actor: Actor, member: MemberFace & { profile: Profile | null }): MemberView {
  const { id, status, enrolledAt, enrolledAtPartnerId, mergedIntoId, profile } = member;
  const face = { id, status, enrolledAt, enrolledAtPartnerId, mergedIntoId };
  if (!seesPerson(actor, id)) return { ...face, name: profile && maskedName(profile.name), person: null };
  const person = profile && { language: profile.language, birthDate: profile.birthDate };
  return { ...face, name: profile?.name ?? null, person };
}

export function viewIdentifier(actor: Actor, identifier: Identifier): IdentifierView {
  const { id, memberId, kind, scope, createdAt } = identifier;
  const open = seesPerson(actor, memberId) || (scope !== "" && scope === partnerOf(actor));
  return {
    id,
    kind,
    createdAt,
    partnerId: scope || null,
    value: open ? identifier.value : maskedIdentifier(identifier),
  };
}

export function viewCard(actor: Actor, card: Card): CardView {
  const { id, memberId, form, status, issuedAt, blockedAt, blockedReason, number } = card;
  const shown = seesPerson(actor, memberId) ? number : null;
  return {
    id,
    memberId,
    form,
    status,
    issuedAt,
    blockedAt,
    blockedReason,
    lastDigits: number.slice(-4),
    number: shown,
  };
}

/** May the viewer read personal data of this member? */
export function seesPerson(actor: Actor, memberId: string): boolean {
  if (actor.kind === "member") return actor.memberId === memberId;
  return actor.kind === "operator" || actor.kind === "system";
}

/** Of members already shown to the viewer by name or number, whose details it may go on to read. */
export function shownTo(actor: Actor, memberIds: readonly string[]): string[] {
  return actor.kind === "member" ? memberIds.filter((id) => id === actor.memberId) : [...memberIds];
}

/** "Ana Kavaliova" -> "A•• K••": a cashier can ask "is it you?" and learn no name. */
export function maskedName(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${word.slice(0, 1)}••`)
    .join(" ");
}
