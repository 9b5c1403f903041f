import type { Campaign } from "#api/engine/campaign.ts";
import { type CampaignSet, compile } from "#api/engine/campaign-set.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findTerms } from "#api/use-cases/partners/find-terms.ts";
import { mayIssue } from "./standing.ts";

/** What a receipt has to do without, because an attempt to book it met a limit: payers, and counters with nothing left. */
export type Withheld = { funders: ReadonlySet<string>; counters: ReadonlySet<string> };
export const nothingWithheld: Withheld = { funders: new Set(), counters: new Set() };

type Till = { partnerId: string; mayIssue: boolean; at: Date };

/** Without campaigns of which somebody who pays a share may give nothing at present: nobody else pays it. */
export async function payableCampaigns(
  deps: Deps,
  set: CampaignSet,
  { partnerId, at, ...till }: Till,
  { funders: withheld }: Withheld,
): Promise<CampaignSet> {
  const others = new Set(namedIn(set).filter((funder) => funder !== partnerId));
  if (others.size === 0 && till.mayIssue) return set;
  const campaigns = set.campaigns.map(({ campaign }) => campaign);
  const terms = others.size === 0 ? new Map() : await findTerms(deps, [...others], at);
  const pays = (funder: string, campaign: Campaign) => {
    if (funder === "ISSUER" || funder === partnerId) return till.mayIssue || !givesPoints(campaign);
    const found = terms.get(funder);
    return funder === "OPERATOR" || (!withheld.has(funder) && found?.contract && mayIssue(found.partner));
  };
  const payable = campaigns.filter((campaign) => fundersOf(campaign).every((funder) => pays(funder, campaign)));
  return payable.length === campaigns.length ? set : compile(payable);
}

const named = new WeakMap<CampaignSet, readonly string[]>();

/** Every partner that pays a share by name; looked for once in each set. */
function namedIn(set: CampaignSet): readonly string[] {
  const known = named.get(set);
  if (known) return known;
  const found = set.campaigns.flatMap(({ campaign }) => fundersOf(campaign)).filter((funder) => !isRole(funder));
  named.set(set, [...new Set(found)]);
  return namedIn(set);
}

const isRole = (funder: string) => funder === "ISSUER" || funder === "OPERATOR";

function fundersOf({ funding, rules }: Campaign): string[] {
  const own = rules.flatMap(({ effects }) =>
    effects.flatMap((effect) => ("fundedBy" in effect ? effect.fundedBy : null) ?? []),
  );
  return [...funding, ...own].map(({ funder }) => funder);
}

const givesPoints = ({ rules }: Campaign) =>
  rules.some(({ effects }) => effects.some(({ kind }) => kind === "points" || kind === "multiply"));
