"use client";

import { Bell as BellSign, CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { useRouter } from "#portal/i18n/navigation.ts";
import { useDeed } from "#portal/lib/deeds.ts";
import { classes } from "#portal/ui/classes.ts";
import { menuRow, ShellMenu } from "#portal/ui/shell/menu.tsx";
import { markNoticesRead } from "#schema/documents.ts";

/** A notice in words, ready to be shown. */
export type News = { id: string; title: string; text: string; when: string; href: string | null; unread: boolean };

/** What the person should know, newest first, with a count of what is new. */
export function Bell({ news, unread, unreadText }: { news: News[]; unread: number; unreadText: string }) {
  const t = useTranslations("notices");
  const router = useRouter();
  const { run } = useDeed(markNoticesRead);
  const read = async (noticeIds: string[] | null, href: string | null) => {
    if (noticeIds === null || noticeIds.length > 0) await run({ input: { noticeIds } });
    // A finished file is not a page: the browser saves it.
    if (href?.startsWith("/exports/")) window.location.assign(href);
    else if (href) router.push(href);
    router.refresh();
  };
  return (
    <ShellMenu
      label={t("bell", { count: unreadText })}
      trigger={
        <span className="relative">
          <BellSign className="size-[1.125rem]" aria-hidden="true" />
          {unread > 0 ? (
            <span
              data-unread={unread}
              className="-top-2 -right-2.5 figures absolute grid h-4.5 min-w-4.5 place-items-center rounded-full bg-bad px-1 font-semibold text-[0.6875rem] text-surface"
            >
              {unreadText}
            </span>
          ) : null}
        </span>
      }
    >
      <div className="flex w-[min(23rem,calc(100vw-3rem))] items-center justify-between gap-4 px-3 py-2">
        <span className="font-semibold">{t("title")}</span>
        <span className="text-ink-faint text-sm">{t("unread", { count: unread, n: unreadText })}</span>
      </div>
      {news.length === 0 ? (
        <p className="max-w-[23rem] px-3 pt-1 pb-3 text-ink-soft">{t("none")}</p>
      ) : (
        <>
          <div className="max-h-[60vh] max-w-[23rem] overflow-auto">
            {news.map((one) => (
              <DropdownMenu.Item
                key={one.id}
                className={classes(menuRow, "items-start")}
                onSelect={() => read(one.unread ? [one.id] : [], one.href)}
              >
                <span
                  aria-hidden="true"
                  className={classes("mt-2 size-2 shrink-0 rounded-full", one.unread ? "bg-accent" : "bg-transparent")}
                />
                <span className="min-w-0">
                  <span className={classes("block", one.unread && "font-medium")}>{one.title}</span>
                  {one.text ? (
                    <span className="block text-ink-soft text-sm [overflow-wrap:anywhere]">{one.text}</span>
                  ) : null}
                  <span className="block text-ink-faint text-sm">{one.when}</span>
                </span>
              </DropdownMenu.Item>
            ))}
          </div>
          {unread > 0 ? (
            <>
              <DropdownMenu.Separator className="my-1.5 border-line border-t" />
              <DropdownMenu.Item className={menuRow} onSelect={() => read(null, null)}>
                <CheckCheck className="size-4" aria-hidden="true" />
                {t("markRead")}
              </DropdownMenu.Item>
            </>
          ) : null}
        </>
      )}
    </ShellMenu>
  );
}
