import { getTranslations } from "next-intl/server";
import { address } from "#portal/lib/search-params.ts";
import { Tabs } from "#portal/ui/tabs.tsx";

export const INBOX = "/me/inbox";

type InboxTabsProps = { current: "all" | "unread" | "account"; news: number };

/** Messages, those of them that are new, and what happened to the account. */
export async function InboxTabs({ current, news }: InboxTabsProps) {
  const t = await getTranslations("inbox");
  const account = await getTranslations("accountNews");
  return (
    <Tabs
      label={t("title")}
      tabs={[
        { href: INBOX, name: t("all"), current: current === "all" },
        { href: address(INBOX, { show: "unread" }), name: t("onlyUnread"), current: current === "unread" },
        {
          href: address(INBOX, { show: "account" }),
          name: news > 0 ? account("tabUnread", { n: String(news) }) : account("tab"),
          current: current === "account",
        },
      ]}
    />
  );
}
