import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "#portal/i18n/navigation.ts";
import { identifierIn } from "#portal/lib/identifier.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { MembersView } from "#portal/views/operator/members.tsx";
import { memberByIdentifier, memberList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("membersTitle") };
}

export default async function Members({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const text = search["q"]?.trim() ?? "";
  const identifier = identifierIn(text);
  if (identifier) {
    const { memberByIdentifier: found } = await read(memberByIdentifier, identifier);
    if (found.__typename === "Member") redirect({ href: `/operator/members/${found.id}`, locale: await getLocale() });
  }
  const { members } = await read(memberList, { first: 50, after: search["after"] ?? null, search: text || null });
  return <MembersView members={members} search={search} />;
}
