import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { AccountNews } from "#portal/views/member/inbox/account-news.tsx";
import { InboxPage } from "#portal/views/member/inbox.tsx";
import { myInbox, notices, unreadMessages } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("inbox"))("title") };
}

export default async function Inbox({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const page = { first: 25, after: search["after"] ?? null };
  if (search["show"] === "account") return <AccountNews answer={await read(notices, page)} search={search} />;
  const unread = search["show"] === "unread" ? true : null;
  const [answer, { unreadNoticeCount }] = await Promise.all([
    read(myInbox, { ...page, unread }),
    read(unreadMessages, {}),
  ]);
  return <InboxPage answer={answer} news={unreadNoticeCount} search={search} />;
}
