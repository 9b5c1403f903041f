import type { Campaign } from "#api/engine/campaign.ts";
import { askingForMore, evaluateInFull } from "#api/engine/evaluate.ts";
import type { Explanation } from "#api/engine/explanation.ts";
import { questionOf } from "#api/engine/replay.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import type { VersionOfCampaign } from "#api/use-cases/campaigns/houses.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findPurchases, type RecordedPurchase } from "./find-purchases.ts";

/**
 * The stored reasons, and after them each rule that ran then and was passed over without being asked, by its articles,
 * hour, outlet or the member's keys. By purchase; for those who have to check a receipt, not for members.
 */
export async function findFullExplanations(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, Explanation>> {
  if (actor.kind === "member") return new Map();
  const purchases = [...(await findPurchases(deps, actor, ids)).values()].filter(
    ({ explanation }) => explanation.known,
  );
  const versions = await ranThen(deps, purchases);
  return new Map(purchases.map((purchase) => [purchase.id, inFull(purchase, versions)]));
}

/** Every version that was started and not over when one of the receipts was recorded. */
function ranThen({ db }: Deps, purchases: readonly RecordedPurchase[]): Promise<VersionOfCampaign[]> {
  if (purchases.length === 0) return Promise.resolve([]);
  const times = purchases.map(({ recordedAt }) => recordedAt.getTime());
  const [first, last] = [new Date(Math.min(...times)), new Date(Math.max(...times))];
  const owners = purchases.map(({ partnerId }) => ({ partnerId }));
  return db.campaignVersion.findMany({
    where: {
      startedAt: { lte: last },
      AND: [{ OR: [{ endedAt: null }, { endedAt: { gt: first } }] }],
      campaign: { OR: [{ partnerId: null }, ...owners] },
    },
    include: { campaign: true },
    orderBy: { id: "asc" },
  });
}

/** What ran elsewhere, or was stopped then, was not passed over: it is not told of. */
function inFull(purchase: RecordedPurchase, versions: readonly VersionOfCampaign[]): Explanation {
  const { explanation, partnerId, recordedAt } = purchase;
  const campaigns = versions
    .filter(({ startedAt, endedAt, campaign }) => {
      const ran = startedAt !== null && startedAt <= recordedAt && (endedAt === null || endedAt > recordedAt);
      return ran && (campaign.partnerId === null || campaign.partnerId === partnerId);
    })
    .map((version): Campaign => {
      const { campaignId: id, version: nth, campaign } = version;
      return { ...storedDefinition(version), id, version: nth, partnerId: campaign.partnerId };
    });
  const told = new Set(explanation.steps.map(({ rule }) => rule));
  // Nobody paid for them at that till, or its partner had not joined.
  const elsewhere = new Set(askingForMore(questionOf(purchase, explanation, campaigns)));
  const there = campaigns.filter((campaign) => !elsewhere.has(campaign));
  const replayed = evaluateInFull(questionOf(purchase, explanation, there)).explanation.steps;
  const passedOver = replayed.filter(({ rule, because }) => !told.has(rule) && because === "CONDITION");
  return { ...explanation, steps: [...explanation.steps, ...passedOver] };
}
