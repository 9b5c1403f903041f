import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Definition } from "#api/test/campaigns.ts";
import type { TestPartner, World } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { advanceCampaigns } from "#api/use-cases/campaigns/advance-campaigns.ts";
import { draftCampaign, draftCampaignVersion } from "#api/use-cases/campaigns/draft-campaign.ts";
import { joinCampaign } from "#api/use-cases/campaigns/join-campaign.ts";
import { setCampaignPolicy } from "#api/use-cases/campaigns/policy.ts";
import { runSimulation } from "#api/use-cases/campaigns/run-simulation.ts";
import { simulateCampaign } from "#api/use-cases/campaigns/simulate-campaign.ts";
import { submitCampaign } from "#api/use-cases/campaigns/submit-campaign.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";

type Side = { issuer: TestPartner; mark: string; memberId: string; amountE6: bigint };

/** A bit of everything an author can write. */
const written = (mark: string): Definition => ({
  name: { en: `${mark} spring`, ru: `${mark} весна`, be: `${mark} вясна` },
  startsAt: "2026-04-01T00:00:00.000Z",
  stacking: { group: `${mark}-group` },
  rules: [
    {
      label: { en: `${mark} rule` },
      conditions: [{ label: { en: `${mark} condition` }, expression: `receipt.partner != "${mark}"` }],
      effects: [
        {
          kind: "points",
          give: { by: "PER_AMOUNT", number: "7", per: "7.77" },
          fundedBy: [{ funder: "ISSUER", bps: 10_000 }],
        },
        { kind: "discount", take: { by: "AMOUNT", amount: "0.01" } },
      ],
    },
  ],
  limits: [{ unit: "MONEY", most: "77.77", scope: "CAMPAIGN", period: "EVER" }],
});

/** Campaigns of both sides, with a version that runs, one in review, and a trial; and one that both joined. */
export async function campaignsOfBoth(w: World, sides: readonly Side[]): Promise<void> {
  for (const side of sides) await ofOne(w, side);
  const shared = await live(w, w.operator, { ...w.operator, id: newId("user") } as Actor, {
    definition: written("Everybody"),
    key: "everybodys-campaign",
  });
  for (const { issuer } of sides) await joinCampaign(w.deps, issuer.finance, { campaignVersionId: shared.id });
}

async function ofOne(w: World, { issuer, mark, memberId, amountE6 }: Side): Promise<void> {
  const { deps } = w;
  const writes: Actor = { kind: "partnerStaff", id: newId("user"), partnerId: issuer.id, roles: ["MANAGER"] };
  await setCampaignPolicy(deps, issuer.finance, { budgetRequired: true, reason: `${mark} is careful` });
  const running = await live(w, writes, issuer.finance, { definition: written(mark), key: `${mark}-campaign-of-it` });
  const next = { campaignId: running.campaignId, idempotencyKey: `${mark}-next-version` };
  const { id: campaignVersionId } = await draftCampaignVersion(deps, writes, next);
  await submitCampaign(deps, writes, { campaignVersionId, note: `${mark} wants more` });
  const wish = { campaignVersionId: running.id, days: 60, idempotencyKey: `${mark}-simulation` };
  const { id: campaignSimulationId } = await simulateCampaign(deps, writes, wish);
  await runSimulation(deps, { campaignSimulationId });
  // The till takes off more than is granted.
  const campaignDiscounts = [{ campaignId: running.campaignId, amountE6: 70_000n }];
  await recordPurchase(deps, issuer.till, {
    member: { memberId },
    totalE6: amountE6,
    lines: [{ amountE6, discountE6: 70_000n, campaignDiscounts, name: `${mark} bargain` }],
    receiptNumber: `${mark}-bargain`,
    idempotencyKey: `${mark}-bargain-of-it`,
  });
}

async function live(
  { deps }: World,
  writes: Actor,
  reads: Actor,
  { definition, key }: { definition: Definition; key: string },
) {
  const made = await draftCampaign(deps, writes, { definition, idempotencyKey: key });
  await submitCampaign(deps, writes, { campaignVersionId: made.id, note: `${definition.name.en} again` });
  const asked = await deps.db.approval.findFirstOrThrow({ where: { subjectId: made.id, state: "WAITING" } });
  await decideApproval(deps, reads, { approvalId: asked.id, decision: "APPROVE", note: `${definition.name.en} it is` });
  await advanceCampaigns(deps, systemActor);
  return made;
}
