import type { Refusal } from "#api/kernel/refusal.ts";
import { UnknownMember } from "#api/use-cases/members/refusals.ts";
import type { MemberLookup, MemberWay, ResolvedMember } from "#api/use-cases/members/resolve-members.ts";

/** However somebody typed a member: the hub's id, an address, a telephone's or a card's number, a partner's own. */
export type Typed = {
  typed: string;
  /** Whose own number it may be; the caller's when absent. */
  partnerId?: string | null | undefined;
};

/** What an entry may mean by its shape. Digits may be a card's, a telephone's or a partner's own number. */
export function waysOf(lookup: MemberLookup): MemberWay[] {
  if (!("typed" in lookup)) return [lookup];
  const { typed, partnerId } = lookup;
  const value = typed.trim();
  if (/^mem_\w+$/.test(value)) return [{ memberId: value }];
  if (value.includes("@")) return [{ kind: "EMAIL", value }];
  return (["CARD", "PHONE", "PARTNER_NUMBER"] as const).map((kind) => ({ kind, value, partnerId }));
}

type Outcome = ResolvedMember | Refusal;

/** The one member that an entry means: nobody where its ways lead to two. Why not, where one was found and refused. */
export function meantBy(lookup: MemberLookup, outcomes: readonly Outcome[]): Outcome {
  const told = "typed" in lookup ? outcomes.filter((outcome) => !isUnknown(outcome)) : outcomes;
  const [first] = told;
  const ids = new Set(told.map((outcome) => ("memberId" in outcome ? outcome.memberId : outcome.code)));
  return first && ids.size === 1 ? first : new UnknownMember("typed" in lookup ? lookup.typed.trim() : "");
}

const isUnknown = (outcome: Outcome) =>
  "code" in outcome && ["UNKNOWN_MEMBER", "MEMBER_NOT_FOUND"].includes(outcome.code);
