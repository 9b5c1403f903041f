import type { Actor } from "#api/kernel/actor.ts";
import type { CampaignSimulation } from "#api/sql/rows.ts";
import { houseOf, OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

type Found<Row> = Promise<Map<string, Row>>;

/** What a trial shows is for those who pay by name: it tells sums of a partner's receipts. */
function visible(actor: Actor) {
  const house = houseOf(actor);
  const submitted = { not: "DRAFT" as const };
  if (house === OPERATOR) return { version: { OR: [{ campaign: { partnerId: null } }, { state: submitted }] } };
  const own = { campaign: { partnerId: house } };
  return { version: { OR: [own, { funderIds: { has: house }, state: submitted }] } };
}

/** Simulations by id. */
export async function findSimulations(deps: Deps, actor: Actor, ids: readonly string[]): Found<CampaignSimulation> {
  if (!may(actor, "campaign:read")) return new Map();
  const rows = await deps.db.campaignSimulation.findMany({ where: { id: { in: [...ids] }, ...visible(actor) } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The newest ones of each version; older ones are of older texts. */
const PER_VERSION = 10;

/** Newest first. */
export async function findSimulationsOf(
  deps: Deps,
  actor: Actor,
  versionIds: readonly string[],
): Found<CampaignSimulation[]> {
  if (!may(actor, "campaign:read")) return new Map();
  const rows = await deps.db.campaignSimulation.findMany({
    where: { versionId: { in: [...versionIds] }, ...visible(actor) },
    orderBy: { id: "desc" },
  });
  const all = Map.groupBy(rows, ({ versionId }) => versionId);
  return new Map([...all].map(([id, simulations]) => [id, simulations.slice(0, PER_VERSION)]));
}
