import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { at, budget, definition, keyed, marketer, reviewer } from "#api/test/campaigns.ts";
import { world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { advanceCampaigns } from "#api/use-cases/campaigns/advance-campaigns.ts";
import { draftCampaign } from "#api/use-cases/campaigns/draft-campaign.ts";
import { pauseCampaign } from "#api/use-cases/campaigns/run-campaign.ts";
import { runSimulation } from "#api/use-cases/campaigns/run-simulation.ts";
import { simulateCampaign } from "#api/use-cases/campaigns/simulate-campaign.ts";
import { submitCampaign } from "#api/use-cases/campaigns/submit-campaign.ts";

test("news of a campaign lead to it, everybody to their own shell's page", async () => {
  const w = await world({ at });
  const { db } = w.deps;
  const [author, owner] = [marketer(w.grocer), reviewer(w.grocer, "OWNER")];
  const idOf = (actor: typeof author) => ("id" in actor ? actor.id : "");
  const works = (actor: typeof author, role: "PARTNER_MANAGER" | "PARTNER_OWNER") => ({
    id: newId("staff"),
    userId: idOf(actor),
    partnerId: w.grocer.id,
    roles: [role],
  });
  const clerk = { id: newId("staff"), userId: "usr_clerk", partnerId: null, roles: ["OPERATOR_ADMIN" as const] };
  await db.staff.createMany({ data: [works(author, "PARTNER_MANAGER"), works(owner, "PARTNER_OWNER"), clerk] });

  const shared = [
    { funder: "ISSUER", bps: 5_000 },
    { funder: "OPERATOR", bps: 5_000 },
  ];
  const wish = { ...definition, funding: shared, limits: [budget] };
  const made = await draftCampaign(w.deps, author, { definition: wish, idempotencyKey: keyed() });
  const campaignVersionId = made.id;
  const tried = await simulateCampaign(w.deps, author, { campaignVersionId, days: 3, idempotencyKey: keyed() });
  await runSimulation(w.deps, { campaignSimulationId: tried.id });
  await submitCampaign(w.deps, author, { campaignVersionId, note: "For spring" });
  for (const { id: approvalId, partnerId } of await db.approval.findMany()) {
    await decideApproval(w.deps, partnerId ? owner : w.operator, { approvalId, decision: "APPROVE" });
  }
  await advanceCampaigns(w.deps, systemActor);
  await pauseCampaign(w.deps, owner, { campaignVersionId, reason: "Too many" });

  const news = await db.notice.findMany({ orderBy: [{ kind: "asc" }, { href: "asc" }] });
  const page = (shell: string) => `/${shell}/campaigns/${made.campaignId}`;
  expect(new Set(news.map(({ kind, userId, href }) => `${kind} ${userId} ${href}`))).toEqual(
    new Set([
      `SIMULATION_DONE ${idOf(author)} ${page("partner")}`,
      `APPROVAL_WAITING ${idOf(owner)} ${page("partner")}`,
      `APPROVAL_WAITING usr_clerk /operator/approvals`,
      `APPROVAL_DECIDED ${idOf(author)} ${page("partner")}`,
      `CAMPAIGN_STOPPED usr_clerk ${page("operator")}`,
    ]),
  );
});
