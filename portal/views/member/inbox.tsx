import { ChevronRight, Gift, Info, Newspaper } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { classes } from "#portal/ui/classes.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty, FilteredEmpty } from "#portal/ui/states.tsx";
import { InboxTabs } from "#portal/views/member/inbox/inbox-tabs.tsx";
import { markMessagesRead, type myInbox } from "#schema/documents.ts";

type Answer = AnswerOf<typeof myInbox>;
type Message = Answer["inbox"]["edges"][number]["node"];

const path = "/me/inbox";
const icons = { SERVICE: Info, OFFERS: Gift, NEWS: Newspaper } as const;

/** What came to the member, newest first. */
export async function InboxPage({ answer, news, search }: { answer: Answer; news: number; search: Search }) {
  const t = await getTranslations("inbox");
  const { inbox, unreadMessageCount: unread } = answer;
  const onlyUnread = search["show"] === "unread";
  const rows = inbox.edges.map(({ node }) => node);
  return (
    <>
      <PageHead
        title={t("title")}
        lead={unread > 0 ? t("unread", { count: unread }) : t("allRead")}
        actions={
          unread > 0 ? (
            <DeedButton operation={markMessagesRead} input={{}} look="secondary" done={t("allRead")}>
              {t("markAll")}
            </DeedButton>
          ) : null
        }
      />
      <InboxTabs current={onlyUnread ? "unread" : "all"} news={news} />
      <Panel flush>
        {rows.length > 0 ? (
          <ul>
            {rows.map((message) => (
              <Row key={message.id} message={message} />
            ))}
          </ul>
        ) : onlyUnread ? (
          <FilteredEmpty clearHref={path} />
        ) : (
          <Empty title={t("emptyTitle")} action={<ButtonLink href="/me/profile">{t("choose")}</ButtonLink>}>
            {t("emptyText")}
          </Empty>
        )}
      </Panel>
      <div className="mt-4 flex justify-between gap-3">
        {search["after"] ? (
          <ButtonLink href={address(path, search, { after: null })}>{t("newest")}</ButtonLink>
        ) : (
          <span />
        )}
        {inbox.pageInfo.hasNextPage ? (
          <ButtonLink href={address(path, search, { after: inbox.pageInfo.endCursor })}>{t("older")}</ButtonLink>
        ) : null}
      </div>
    </>
  );
}

async function Row({ message }: { message: Message }) {
  const t = await getTranslations("inbox");
  const texts = await getTexts();
  const { id, purpose, title, body, href, createdAt, readAt, partner } = message;
  const Icon = icons[purpose];
  const isNews = readAt === null;
  return (
    <li className={classes("border-line/70 border-t px-5 py-4 first:border-t-0", isNews && "bg-accent-soft/40")}>
      <article className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3">
        <span className="grid size-9 place-items-center rounded-lg bg-accent-soft text-accent-strong">
          <Icon className="size-[1.125rem]" aria-hidden="true" />
        </span>
        <div className="min-w-0">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 className={classes("min-w-0 [overflow-wrap:anywhere]", isNews ? "font-semibold" : "font-medium")}>
              {isNews ? <span className="sr-only">{t("isNew")} </span> : null}
              {title}
            </h2>
            <span className="text-ink-faint text-sm">{texts.instant(createdAt)}</span>
          </div>
          <p className="text-ink-faint text-sm">
            {partner?.name ?? t("coalition")} · {t(`purpose_${purpose}`)}
          </p>
          <p className="mt-1.5 whitespace-pre-line text-ink-soft [overflow-wrap:anywhere]">{body}</p>
          <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1">
            {href ? (
              <Link
                href={href}
                className="inline-flex min-h-11 items-center gap-1 font-medium text-accent hover:underline"
              >
                {t("open")}
                <ChevronRight className="size-4" aria-hidden="true" />
              </Link>
            ) : null}
            {isNews ? (
              <DeedButton
                operation={markMessagesRead}
                input={{ messageIds: [id] }}
                look="quiet"
                className={href ? "min-h-11" : "-ml-4 min-h-11"}
                done={t("read")}
              >
                {t("markRead")}
              </DeedButton>
            ) : null}
          </div>
        </div>
      </article>
    </li>
  );
}
