import { getTranslations } from "next-intl/server";
import { historyFilter } from "#portal/lib/history-filter.ts";
import { readMember } from "#portal/lib/member.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { MemberHistory, PAGE } from "#portal/views/member/history.tsx";
import { memberHistory } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("member"))("historyTitle") };
}

export default async function History({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const filter = await historyFilter(search);
  const member = await readMember(memberHistory, { ...filter, first: PAGE, after: search["after"] ?? null });
  return <MemberHistory member={member} search={search} />;
}
