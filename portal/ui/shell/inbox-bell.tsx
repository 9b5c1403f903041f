import { Bell } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";

/** The way to the member's inbox, with how much of it is news. */
export async function InboxBell({ unread }: { unread: number }) {
  const t = await getTranslations("inbox");
  return (
    <Link
      href="/me/inbox"
      aria-label={unread > 0 ? t("bellUnread", { count: unread }) : t("title")}
      className="relative grid size-11 place-items-center rounded-lg text-ink-soft hover:bg-sunken hover:text-ink"
    >
      <Bell className="size-[1.125rem]" aria-hidden="true" />
      {unread > 0 ? (
        <span
          aria-hidden="true"
          className="absolute top-1 right-0.5 min-w-5 rounded-full bg-accent px-1 text-center font-semibold text-[0.6875rem] text-on-accent leading-5"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      ) : null}
    </Link>
  );
}
