import type { Actor } from "#api/kernel/actor.ts";
import type { Contract, Partner } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type MemberLookup, resolveMember } from "#api/use-cases/members/resolve-members.ts";
import { findTerms } from "#api/use-cases/partners/find-terms.ts";
import { ContractMissing, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { PartnerNotActive } from "./refusals.ts";

/**
 * What a deed at a till is decided on. Every read here is shared by all requests of one tick of the process, so that a
 * hundred purchases in flight ask the database once; what must be exact is checked again when the deed is posted.
 */
export type MemberRef = MemberLookup;

/** The member a till means. A partner's own number is sought among the numbers of the partner the deed is for. */
export async function memberIdOf(deps: Deps, actor: Actor, ref: MemberRef, partnerId: string): Promise<string> {
  const lookup = "memberId" in ref ? ref : { ...ref, partnerId: ref.partnerId ?? partnerId };
  return (await resolveMember(deps, actor, lookup)).memberId;
}

export type TermsInForce = { partner: Partner; contract: Contract };

/** The partner and the contract it trades under at an instant. Whoever has left has none any more, and is told so. */
export async function termsAt(deps: Deps, partnerId: string, at: Date): Promise<TermsInForce> {
  const terms = (await findTerms(deps, [partnerId], at)).get(partnerId);
  if (!terms) throw new PartnerNotFound(partnerId);
  const { partner, contract } = terms;
  if (!contract) throw (await hasLeft(deps, partner, at)) ?? new ContractMissing(partnerId);
  return { partner, contract };
}

async function hasLeft(deps: Deps, { id: partnerId, status }: Partner, at: Date): Promise<PartnerNotActive | null> {
  const where = { partnerId, state: { not: "WITHDRAWN" as const }, endsAt: { lte: at } };
  const exit = await deps.db.partnerExit.findFirst({ where });
  return exit && new PartnerNotActive(status === "CLOSED" ? status : "RUN_OFF", exit.endsAt);
}
