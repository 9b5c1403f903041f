import type { CompiledCampaign } from "#api/engine/set/compiled.ts";

/** Why a campaign stands back, and for which other one (its id). */
export type Standback = { because: "BETTER" | "EXCLUSIVE"; about: string | null };

/** What a campaign would give if it were alone; null: nothing. */
export type Worth = (campaign: CompiledCampaign) => bigint | null;

export type Chosen = {
  campaigns: readonly CompiledCampaign[];
  standing: ReadonlyMap<CompiledCampaign, Standback>;
};

/** Which of the campaigns that could apply do. They come in order of application; the order decides ties. */
export function choose(campaigns: readonly CompiledCampaign[], worth: Worth): Chosen {
  const standing = new Map<CompiledCampaign, Standback>();
  standBackInGroups(campaigns, { worth, standing });
  standBackForExclusive(campaigns, { worth, standing });
  return { campaigns: campaigns.filter((campaign) => !standing.has(campaign)), standing };
}

type Deciding = { worth: Worth; standing: Map<CompiledCampaign, Standback> };

function standBackInGroups(campaigns: readonly CompiledCampaign[], { worth, standing }: Deciding): void {
  const contenders = campaigns.filter(({ campaign }) => campaign.stacking.mode === "BEST");
  for (const group of Map.groupBy(contenders, ({ campaign }) => campaign.stacking.group).values()) {
    if (group.length < 2) continue;
    const best = group.reduce((leader, next) => ((worth(next) ?? -1n) > (worth(leader) ?? -1n) ? next : leader));
    for (const one of group) if (one !== best) standing.set(one, { because: "BETTER", about: best.campaign.id });
  }
}

/** An exclusive campaign that would give something applies alone; one that comes after others stands back itself. */
function standBackForExclusive(campaigns: readonly CompiledCampaign[], { worth, standing }: Deciding): void {
  const left = campaigns.filter((campaign) => !standing.has(campaign));
  const exclusives = left.filter(({ campaign }) => campaign.stacking.exclusive);
  if (exclusives.length === 0) return;
  const giving = left.filter((campaign) => worth(campaign) !== null);
  const [first] = giving;
  if (!first) return;
  const alone = first.campaign.stacking.exclusive;
  for (const one of alone ? left : exclusives) {
    if (one !== first) standing.set(one, { because: "EXCLUSIVE", about: first.campaign.id });
  }
}
