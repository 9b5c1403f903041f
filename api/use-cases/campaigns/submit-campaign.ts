import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Tx } from "#api/sql/rows.ts";
import { layApproval } from "#api/use-cases/approvals/request-approval.ts";
import { checkDefinition, hasBudget, sharesOthersPay, storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import { housesOf, ownerOf, partnerIdOf, type VersionOfCampaign } from "#api/use-cases/campaigns/houses.ts";
import { lockOwn, moveVersion } from "#api/use-cases/campaigns/lock-version.ts";
import { policyOf } from "#api/use-cases/campaigns/policy.ts";
import { CampaignBudgetRequired, CampaignInvalid } from "#api/use-cases/campaigns/refusals.ts";
import { withdrawReviews } from "#api/use-cases/campaigns/review-campaign.ts";
import { nextCampaignState } from "#api/use-cases/campaigns/states.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findMessageProblems } from "#api/use-cases/journeys/check-campaign.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkText } from "#api/use-cases/partners/values.ts";

export type SubmitCampaign = { campaignVersionId: string; note: string };

/** Lays a draft before somebody else of the house, and before every other house that pays a share by name. */
export async function submitCampaign(
  deps: Deps,
  actor: Actor,
  { campaignVersionId, note }: SubmitCampaign,
): Promise<VersionOfCampaign> {
  can(actor, "campaign:draft");
  const reason = checkText("note", note);
  return deps.db.$transaction(async (tx) => {
    const draft = await lockOwn(tx, actor, campaignVersionId);
    if (draft.state === "IN_REVIEW") return draft;
    nextCampaignState(draft, "submit");
    const at = deps.clock.now();
    await checkReady(deps, tx, draft, at);
    const round = draft.round + 1;
    const submitted = await moveVersion(tx, actor, draft, { event: "submit", at, reason, round });
    for (const house of housesOf(submitted)) {
      const asked = { id: newId("approval"), action: "reviewCampaign", subjectId: draft.id, reason, at };
      const { version, campaignId } = draft;
      await layApproval(tx, actor, {
        ...asked,
        partnerId: partnerIdOf(house),
        payload: { round, house, campaignId, version },
      });
    }
    return submitted;
  });
}

/** Facts, partners and policies may have changed since it was written. */
async function checkReady(deps: Deps, tx: Tx, draft: VersionOfCampaign, at: Date): Promise<void> {
  const owner = ownerOf(draft.campaign);
  const definition = storedDefinition(draft);
  await checkDefinition(deps, owner, definition);
  if (draft.endsAt !== null && draft.endsAt <= at) {
    throw new InvalidValue("endsAt", draft.endsAt.toISOString(), "in the future");
  }
  const unsent = await findMessageProblems(tx, owner, definition);
  if (unsent.length > 0) throw new CampaignInvalid(unsent);
  if (hasBudget(definition)) return;
  if (sharesOthersPay(draft)) throw new CampaignBudgetRequired("OTHERS_PAY");
  if ((await policyOf(tx, owner)).budgetRequired) throw new CampaignBudgetRequired("OWN_RULE");
}

export type WithdrawCampaign = { campaignVersionId: string; reason: string };

/** Takes back what was submitted, or what was agreed on and has not begun: a draft again, to be agreed on anew. */
export async function withdrawCampaign(deps: Deps, actor: Actor, input: WithdrawCampaign): Promise<VersionOfCampaign> {
  can(actor, "campaign:draft");
  const reason = checkText("reason", input.reason);
  return deps.db.$transaction(async (tx) => {
    const found = await lockOwn(tx, actor, input.campaignVersionId);
    if (found.state === "DRAFT") return found;
    const at = deps.clock.now();
    const moved = await moveVersion(tx, actor, found, { event: "withdraw", at, reason });
    await withdrawReviews(tx, actor, found, { at, reason });
    return moved;
  });
}
