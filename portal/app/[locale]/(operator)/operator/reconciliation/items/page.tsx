import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { ReconFrame } from "#portal/views/operator/recon/frame.tsx";
import { itemKinds, itemStates, ReconItems } from "#portal/views/operator/recon/items.tsx";
import { reconItemList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("recon"))("tabItems") };
}

/** What waits for somebody, unless something else is asked for. */
const openStates = ["SUGGESTED", "BREAK", "INVESTIGATING"] as const;

export default async function Items({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const state = itemStates.find((one) => one === search["state"]);
  const kind = itemKinds.find((one) => one === search["kind"]);
  const older = Number(search["older"] ?? 0);
  const answer = await ifAllowed(
    read(reconItemList, {
      first: 50,
      after: search["after"] ?? null,
      states: state ? [state] : [...openStates],
      kinds: kind ? [kind] : null,
      olderThanDays: Number.isInteger(older) && older > 0 ? older : null,
    }),
  );
  if (!answer) return <NoPermission homeHref="/operator" />;
  const names = await namesOf(answer.reconItems.edges.map(({ node }) => node.takenBy));
  return (
    <ReconFrame part="/items">
      <ReconItems page={answer.reconItems} search={search} names={names} />
    </ReconFrame>
  );
}
