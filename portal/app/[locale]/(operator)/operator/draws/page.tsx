import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { DrawList } from "#portal/views/operator/draws/list.tsx";
import { drawList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("drawDesk"))("title") };
}

export default async function Draws({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const answer = await read(drawList, { after: search["after"] ?? null });
  return <DrawList page={answer.draws} search={search} />;
}
