import type { Actor } from "#api/kernel/actor.ts";
import type { Partner, PartnerStatus } from "#api/sql/rows.ts";
import { seesPartner } from "#api/use-cases/can.ts";

/** A partner as its viewer may see it: everybody its face, itself and the operator also its inside. */
export type PartnerView = Pick<
  Partner,
  "id" | "code" | "name" | "category" | "isOperator" | "mayIssue" | "mayRedeem"
> & {
  inside: { status: PartnerStatus; createdAt: Date } | null;
};

export function viewPartner(actor: Actor, partner: Partner): PartnerView {
  const { id, code, name, category, isOperator, mayIssue, mayRedeem, status, createdAt } = partner;
  const inside = seesPartner(actor, id) ? { status, createdAt } : null;
  return { id, code, name, category, isOperator, mayIssue, mayRedeem, inside };
}

/** Whom everybody in the coalition may know of: partners that were ever activated. */
export function isPublic(partner: Partner): boolean {
  return partner.status !== "ONBOARDING";
}
