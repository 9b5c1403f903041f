import "server-only";
import { categoryChoices } from "#portal/lib/category-words.ts";
import { read } from "#portal/lib/read.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { OfferChoices } from "#portal/views/shared/offerings/forms.ts";
import type { House, PoolRow } from "#portal/views/shared/offerings/types.ts";
import { campaignList } from "#schema/documents.ts";

const states = ["SCHEDULED", "LIVE", "DRAFT", "IN_REVIEW"] as const;

/** What a house may offer personally, and to whom. */
export async function offerChoices(
  house: House,
  pools: readonly PoolRow[],
  segments: ReadonlyMap<string, string>,
): Promise<OfferChoices> {
  const { locale } = await getTexts();
  const whose = { partnerId: house.partnerId, coalitionWide: house.partnerId === null };
  const { campaigns } = await read(campaignList, { first: 25, after: null, states: [...states], ...whose });
  return {
    campaigns: campaigns.edges.flatMap(({ node: { id, latest } }) =>
      latest ? [{ value: id, name: said(latest.definition.name, locale) }] : [],
    ),
    pools: pools.map(({ id, name }) => ({ value: id, name: said(name, locale) })),
    segments: [...segments].map(([value, name]) => ({ value, name })),
    categories: await categoryChoices(),
  };
}
