import type { Limit } from "#api/engine/campaign.ts";
import { counterOf } from "#api/engine/limits.ts";
import { localDate } from "#api/engine/lot-dates.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { formatMoney } from "#api/kernel/money.ts";
import { findCounters } from "#api/ledger/counters.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import { findCampaignVersions } from "#api/use-cases/campaigns/find-campaigns.ts";
import { houseOf, housesOf, OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** A limit for the whole campaign, and how much of it is used up in its present period, as the limit counts. */
export type SpentLimit = { limit: Limit; spent: string };

/** By version; for those who pay by name, and the operator. */
export async function findSpent(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, SpentLimit[]>> {
  const house = houseOf(actor);
  const seen = [...(await findCampaignVersions(deps, actor, ids)).values()].filter(
    (version) => house === OPERATOR || housesOf(version).includes(house),
  );
  if (seen.length === 0) return new Map();
  const { timeZone } = await findProgramme(deps);
  const day = localDate(deps.clock.now(), timeZone);
  const asked = seen.map((version) => ({
    id: version.id,
    limits: storedDefinition(version)
      .limits.filter(({ scope }) => scope === "CAMPAIGN")
      .map((limit) => ({ limit, counter: counterOf({ id: version.campaignId }, limit, { memberId: "", day }) })),
  }));
  const used = await findCounters(
    deps.db,
    asked.flatMap(({ limits }) => limits.map(({ counter }) => counter)),
  );
  const spentOf = ({ unit }: Limit, value: bigint) => (unit === "MONEY" ? formatMoney(value) : String(value));
  return new Map(
    asked.map(({ id, limits }) => [
      id,
      limits.map(({ limit, counter }) => ({ limit, spent: spentOf(limit, used.get(counter) ?? 0n) })),
    ]),
  );
}
