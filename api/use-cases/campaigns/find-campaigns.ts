import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Approval, Campaign, CampaignState } from "#api/sql/rows.ts";
import { houseOf, OPERATOR, type VersionOfCampaign } from "#api/use-cases/campaigns/houses.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { readStepsWithNotes, type StepRow } from "#api/use-cases/steps.ts";

type Found<Row> = Promise<Map<string, Row>>;

/**
 * The versions an actor may see: a house all of its own; whoever pays a share by name, once it is submitted; every
 * partner what the coalition runs, once it is scheduled; the operator whatever is no other's draft.
 */
export function visibleVersions(actor: Actor) {
  const house = houseOf(actor);
  const submitted = { not: "DRAFT" as const };
  if (house === OPERATOR) return { OR: [{ campaign: { partnerId: null } }, { state: submitted }] };
  const agreed = { in: ["SCHEDULED", "LIVE", "PAUSED"] satisfies CampaignState[] };
  return {
    OR: [
      { campaign: { partnerId: house } },
      { funderIds: { has: house }, state: submitted },
      { campaign: { partnerId: null }, OR: [{ state: agreed }, { startedAt: { not: null } }] },
    ],
  };
}

/** Campaigns by id, of which the actor may see a version. */
export async function findCampaigns(deps: Deps, actor: Actor, ids: readonly string[]): Found<Campaign> {
  if (!may(actor, "campaign:read")) return new Map();
  const where = { id: { in: [...ids] }, versions: { some: visibleVersions(actor) } };
  const rows = await deps.db.campaign.findMany({ where });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Versions by id. */
export async function findCampaignVersions(deps: Deps, actor: Actor, ids: readonly string[]): Found<VersionOfCampaign> {
  if (!may(actor, "campaign:read")) return new Map();
  const where = { id: { in: [...ids] }, ...visibleVersions(actor) };
  const rows = await deps.db.campaignVersion.findMany({ where, include: { campaign: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** All versions of campaigns, newest first. */
export async function findVersionsOf(
  deps: Deps,
  actor: Actor,
  campaignIds: readonly string[],
): Found<VersionOfCampaign[]> {
  if (!may(actor, "campaign:read")) return new Map();
  const rows = await deps.db.campaignVersion.findMany({
    where: { campaignId: { in: [...campaignIds] }, ...visibleVersions(actor) },
    orderBy: { version: "desc" },
    include: { campaign: true },
  });
  return Map.groupBy(rows, ({ campaignId }) => campaignId);
}

export type ListCampaigns = PageArgs & {
  /** With a version in one of these states. */
  states?: readonly CampaignState[] | null | undefined;
  partnerId?: string | null | undefined;
  /** Only the coalition's own. */
  coalitionWide?: boolean | null | undefined;
};

/** Newest first. The cursor is the id. */
export async function listCampaigns(deps: Deps, actor: Actor, input: ListCampaigns): Promise<Page<Campaign>> {
  can(actor, "campaign:read");
  const { first, after, states, partnerId, coalitionWide } = input;
  const inState = states ? [{ state: { in: [...states] } }] : [];
  const rows = await deps.db.campaign.findMany({
    where: {
      versions: { some: { AND: [visibleVersions(actor), ...inState] } },
      ...(coalitionWide ? { partnerId: null } : partnerId ? { partnerId } : {}),
      ...(after === null ? {} : { id: { lt: after } }),
    },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** How versions came to where they stand, oldest first; with the notes, for they are written to be read. */
export async function findCampaignSteps(deps: Deps, actor: Actor, ids: readonly string[]): Found<StepRow[]> {
  const seen = [...(await findCampaignVersions(deps, actor, ids)).keys()];
  return readStepsWithNotes(deps, actor, seen);
}

/** A house's answer to the version as it was submitted last. */
export type CampaignReview = Pick<Approval, "id" | "partnerId" | "state" | "decidedAt" | "decisionNote">;

export async function findReviews(deps: Deps, actor: Actor, ids: readonly string[]): Found<CampaignReview[]> {
  const seen = await findCampaignVersions(deps, actor, ids);
  const rows = await deps.db.approval.findMany({
    where: { action: "reviewCampaign", subjectId: { in: [...seen.keys()] } },
    orderBy: { id: "asc" },
  });
  const current = rows.filter(({ subjectId, payload }) => roundOf(payload) === seen.get(subjectId)?.round);
  return Map.groupBy(current, ({ subjectId }) => subjectId);
}

/** In which round of submitting an answer was asked for. */
export function roundOf(payload: Approval["payload"]): number {
  return (payload as { round: number }).round;
}

export type CampaignJoiningRow = { versionId: string; partnerId: string; joinedAt: Date; leftAt: Date | null };

/** Where a coalition-wide version runs whose tills' partners pay; a partner sees its own joining only. */
export async function findJoinings(deps: Deps, actor: Actor, ids: readonly string[]): Found<CampaignJoiningRow[]> {
  const seen = [...(await findCampaignVersions(deps, actor, ids)).keys()];
  const house = houseOf(actor);
  const own = house === OPERATOR ? {} : { partnerId: house };
  const rows = await deps.db.campaignJoining.findMany({
    where: { versionId: { in: seen }, ...own },
    orderBy: { partnerId: "asc" },
  });
  return Map.groupBy(rows, ({ versionId }) => versionId);
}
