import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { CyclesView } from "#portal/views/operator/cycles.tsx";
import { cycleList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("cyclesTitle") };
}

export default async function Cycles({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { cycles } = await read(cycleList, { first: 24, after: search["after"] ?? null });
  return <CyclesView cycles={cycles} search={search} />;
}
