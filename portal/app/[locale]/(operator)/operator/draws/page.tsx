import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { DrawList } from "#portal/views/operator/draws/list.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import { drawList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("drawDesk"))("title") };
}

export default async function Draws({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const [house, { draws }] = await Promise.all([
    houseIn("operator"),
    read(drawList, { after: search["after"] ?? null }),
  ]);
  return <DrawList page={draws} house={house} search={search} />;
}
