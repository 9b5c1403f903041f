import { BellRing, ChevronRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink, DownloadLink } from "#portal/ui/button.tsx";
import { classes } from "#portal/ui/classes.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { INBOX, InboxTabs } from "#portal/views/member/inbox/inbox-tabs.tsx";
import { noticeWords } from "#portal/views/shared/notice-words.ts";
import { markNoticesRead, type notices } from "#schema/documents.ts";

type Answer = AnswerOf<typeof notices>;
type Notice = Answer["notices"]["edges"][number]["node"];

/** What happened to the member's account: answers, gifts, prizes, files. */
export async function AccountNews({ answer, search }: { answer: Answer; search: Search }) {
  const t = await getTranslations("accountNews");
  const inbox = await getTranslations("inbox");
  const { unreadNoticeCount: unread, notices } = answer;
  return (
    <>
      <PageHead
        title={inbox("title")}
        lead={unread > 0 ? inbox("unread", { count: unread }) : inbox("allRead")}
        actions={
          unread > 0 ? (
            <DeedButton operation={markNoticesRead} input={{ noticeIds: null }} look="secondary" done={t("read")}>
              {t("markAll")}
            </DeedButton>
          ) : null
        }
      />
      <InboxTabs current="account" news={unread} />
      <Panel flush>
        {notices.edges.length > 0 ? (
          <ul>
            {notices.edges.map(({ node }) => (
              <NewsRow key={node.id} notice={node} />
            ))}
          </ul>
        ) : (
          <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
        )}
      </Panel>
      {search["after"] || notices.pageInfo.hasNextPage ? (
        <div className="mt-4 flex justify-between gap-3">
          {search["after"] ? (
            <ButtonLink href={address(INBOX, search, { after: null })}>{inbox("newest")}</ButtonLink>
          ) : (
            <span />
          )}
          {notices.pageInfo.hasNextPage ? (
            <ButtonLink href={address(INBOX, search, { after: notices.pageInfo.endCursor })}>
              {inbox("older")}
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

async function NewsRow({ notice: { kind, facts, href, createdAt, readAt } }: { notice: Notice }) {
  const t = await getTranslations("accountNews");
  const texts = await getTexts();
  const { title, more } = noticeWords(await getTranslations(), { kind, facts }, texts);
  const isNews = readAt === null;
  return (
    <li className={classes("border-line/70 border-t px-5 py-4 first:border-t-0", isNews && "bg-accent-soft/40")}>
      <article className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3">
        <span className="grid size-9 place-items-center rounded-lg bg-accent-soft text-accent-strong">
          <BellRing className="size-[1.125rem]" aria-hidden="true" />
        </span>
        <div className="min-w-0">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 className={classes("min-w-0 [overflow-wrap:anywhere]", isNews ? "font-semibold" : "font-medium")}>
              {isNews ? <span className="sr-only">{t("isNew")} </span> : null}
              {title}
            </h2>
            <span className="text-ink-faint text-sm">{texts.instant(createdAt)}</span>
          </div>
          {more.length > 0 ? <p className="text-ink-soft [overflow-wrap:anywhere]">{more.join(" · ")}</p> : null}
          {href ? <Lead href={href} /> : null}
        </div>
      </article>
    </li>
  );
}

/** A finished file is not a page: the browser saves it. */
async function Lead({ href }: { href: string }) {
  const t = await getTranslations("accountNews");
  if (href.startsWith("/exports/")) return <DownloadLink href={href}>{t("open")}</DownloadLink>;
  return (
    <Link href={href} className="inline-flex min-h-11 items-center gap-1 font-medium text-accent hover:underline">
      {t("open")}
      <ChevronRight className="size-4" aria-hidden="true" />
    </Link>
  );
}
