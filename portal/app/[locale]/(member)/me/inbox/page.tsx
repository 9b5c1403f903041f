import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { InboxPage } from "#portal/views/member/inbox.tsx";
import { myInbox } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("inbox"))("title") };
}

export default async function Inbox({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const unread = search["show"] === "unread" ? true : null;
  const answer = await read(myInbox, { first: 25, after: search["after"] ?? null, unread });
  return <InboxPage answer={answer} search={search} />;
}
