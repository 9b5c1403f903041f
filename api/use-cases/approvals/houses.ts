import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { Approval } from "#api/sql/rows.ts";

/** Whose requests an actor decides and sees: a partner's people their own house's, everybody else the operator's. */
export const houseOf = (actor: Actor): string | null => partnerOf(actor);

/** What it takes to see them, and to answer them at all. */
export const toRead = (actor: Actor) => (houseOf(actor) === null ? "approval:read" : "houseApproval:read");
export const toDecide = (actor: Actor) => (houseOf(actor) === null ? "approval:decide" : "houseApproval:decide");

/** Where people look at a request, or at what became of it; a path of the portal. Null: there is no such page. */
export function approvalPath(
  shell: "operator" | "partner",
  { action, payload }: Pick<Approval, "action"> & { payload: unknown },
): string | null {
  if (shell === "operator") return "/operator/approvals";
  const { campaignId } = payload as { campaignId?: string };
  return action === "reviewCampaign" && campaignId ? `/partner/campaigns/${campaignId}` : null;
}
