import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { Approval } from "#api/sql/rows.ts";

/** Whose requests an actor decides and sees: a partner's people their own house's, everybody else the operator's. */
export const houseOf = (actor: Actor): string | null => partnerOf(actor);

/** What it takes to see them, and to answer them at all. */
export const toRead = (actor: Actor) => (houseOf(actor) === null ? "approval:read" : "houseApproval:read");
export const toDecide = (actor: Actor) => (houseOf(actor) === null ? "approval:decide" : "houseApproval:decide");

type Asked = Pick<Approval, "action" | "subjectId"> & { payload: unknown };

/** What partners' own people decide, and where it stands. */
const partnerPages: Readonly<Record<string, (asked: Asked) => string>> = {
  reviewCampaign: ({ payload }) => `/partner/campaigns/${(payload as { campaignId: string }).campaignId}`,
  reviewJourney: ({ payload }) => `/partner/journeys/${(payload as { journeyId: string }).journeyId}`,
  reviewChallenge: ({ subjectId }) => `/partner/challenges/${subjectId}`,
};

/** Where people look at a request, or at what became of it; a path of the portal. Null: there is no such page. */
export function approvalPath(shell: "operator" | "partner", asked: Asked): string | null {
  return shell === "operator" ? "/operator/approvals" : (partnerPages[asked.action]?.(asked) ?? null);
}
