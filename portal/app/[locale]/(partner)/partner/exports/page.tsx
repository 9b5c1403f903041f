import { getTranslations } from "next-intl/server";
import { RefreshOn } from "#portal/lib/live.tsx";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { ExportsView } from "#portal/views/shared/exports.tsx";
import { exportList, noticesChanged } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("exportsPage"))("title") };
}

export default async function Exports({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { exports } = await read(exportList, { first: 50, after: search["after"] ?? null });
  return (
    <>
      <RefreshOn bell={noticesChanged} variables={{}} />
      <ExportsView exports={exports} path="/partner/exports" search={search} />
    </>
  );
}
