import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { MemberOf } from "#portal/lib/member.ts";
import { address, isFiltered, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink, DownloadLink } from "#portal/ui/button.tsx";
import { ChoiceFilter, DateFilter, Filters } from "#portal/ui/filters.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty, FilteredEmpty } from "#portal/ui/states.tsx";
import { byDay } from "#portal/views/member/days.ts";
import { HistoryList } from "#portal/views/member/history-list.tsx";
import type { memberHistory } from "#schema/documents.ts";

export const PAGE = 30;
const PATH = "/me/history";

type HistoryProps = { member: MemberOf<typeof memberHistory>; search: Search };

/** Everything that happened, by day, with what was left after each. */
export async function MemberHistory({ member, search }: HistoryProps) {
  const t = await getTranslations("member");
  const table = await getTranslations("table");
  const texts = await getTexts();
  const rows = member.history.edges.map(({ node }) => node);
  const { hasNextPage, endCursor } = member.history.pageInfo;
  return (
    <>
      <PageHead
        title={t("historyTitle")}
        actions={
          <DownloadLink href={address("/exports/history", search, { after: null })} size="small">
            <Download className="size-4" aria-hidden="true" />
            {t("export")}
          </DownloadLink>
        }
      />
      <Filters>
        <ChoiceFilter
          name="kind"
          label={t("kind")}
          all={table("all")}
          choices={(["EARNED", "SPENT", "RETURNED", "OTHER"] as const).map((kind) => ({
            value: kind,
            name: t(`kind${kind}`),
          }))}
        />
        <DateFilter name="from" label={table("from")} />
        <DateFilter name="until" label={table("until")} />
      </Filters>
      {rows.length === 0 && isFiltered(search) ? (
        <Panel>
          <FilteredEmpty clearHref={PATH} />
        </Panel>
      ) : null}
      {rows.length === 0 && !isFiltered(search) ? (
        <Panel>
          <Empty title={t("emptyTitle")} action={<ButtonLink href="/me/card">{t("showCard")}</ButtonLink>}>
            {t("emptyText")}
          </Empty>
        </Panel>
      ) : null}
      {byDay(rows, texts.day).map(({ day, rows: ofDay }) => (
        <section key={day} aria-label={day} className="mb-6">
          <h2 className="mb-2 px-1 font-medium text-ink-soft text-sm">{day}</h2>
          <div className="panel overflow-hidden">
            <HistoryList rows={ofDay} />
          </div>
        </section>
      ))}
      <div className="flex justify-center gap-2">
        {search["after"] ? (
          <ButtonLink href={address(PATH, search, { after: null })}>{table("previous")}</ButtonLink>
        ) : null}
        {hasNextPage && endCursor ? (
          <ButtonLink href={address(PATH, search, { after: endCursor })}>{table("next")}</ButtonLink>
        ) : null}
      </div>
    </>
  );
}
