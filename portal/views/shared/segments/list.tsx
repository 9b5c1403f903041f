import { getTranslations } from "next-intl/server";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { IslandTexts } from "#portal/ui/island-texts.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { House } from "#portal/views/shared/campaigns/types.ts";
import { FactsHelp } from "#portal/views/shared/campaigns/wizard/facts-help.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { Fact } from "#portal/views/shared/facts.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { MemberCount } from "#portal/views/shared/segments/count.tsx";
import { DefineSegments } from "#portal/views/shared/segments/define.tsx";
import { CustomerTabs } from "#portal/views/shared/segments/tabs.tsx";
import { type Listed, mayCount, mayDefine, segmentsPath, type Template } from "#portal/views/shared/segments/types.ts";
import { recountSegments } from "#schema/documents.ts";

type ListProps = {
  rows: Listed[];
  templates: readonly Template[];
  /** What an expression may read. */
  facts: readonly Fact[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  house: House;
  search: Search;
};

/** The house's segments, and for a partner those of the coalition that it may address. */
export async function SegmentList({ rows, templates, facts, pageInfo, house, search }: ListProps) {
  const t = await getTranslations("segments");
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={
          mayCount(house) && rows.some(({ isOwn }) => isOwn) ? (
            <DeedDialog
              operation={recountSegments}
              input={{}}
              takes={{ key: true }}
              look="secondary"
              button={t("recount")}
              title={t("recount")}
              text={t("recountText")}
              confirm={t("recount")}
              done={t("recountDone")}
            />
          ) : null
        }
      />
      {house.shell === "partner" ? <CustomerTabs current="segments" /> : null}
      {mayDefine(house) ? <DefineSegments templates={templates} /> : null}
      <Panel flush>
        <PagedTable
          caption={t("title")}
          columns={[
            { id: "name", name: t("segment") },
            { id: "members", name: t("members"), align: "end" },
            { id: "counted", name: t("counted") },
            { id: "whose", name: t("whose") },
            { id: "state", name: t("state") },
          ]}
          rows={await Promise.all(rows.map((row) => rowOf(row, house)))}
          empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
          path={segmentsPath(house)}
          search={search}
          pageInfo={pageInfo}
        />
      </Panel>
      {facts.length > 0 ? (
        <details className="mt-6">
          <summary className="font-medium text-ink-soft">{t("factsTitle")}</summary>
          <div className="mt-3">
            <IslandTexts names={["campaigns"]}>
              <FactsHelp facts={facts} />
            </IslandTexts>
          </div>
        </details>
      ) : null}
    </>
  );
}

async function rowOf(segment: Listed, house: House) {
  const t = await getTranslations("segments");
  const texts = await getTexts();
  const { id, isOwn, lastRecount: count } = segment;
  const running = count && (count.state === "QUEUED" || count.state === "RUNNING") ? count : null;
  return {
    id,
    href: `${segmentsPath(house)}/${id}`,
    cells: {
      name: (
        <>
          <span className="block font-medium">{said(segment.name, texts.locale)}</span>
          <code className="block text-ink-faint text-sm">{segment.code}</code>
        </>
      ),
      members: <MemberCount isOwn={isOwn} memberCount={segment.memberCount} countedAt={segment.countedAt} />,
      counted: running ? (
        <Status state={running.state} />
      ) : segment.countedAt ? (
        <span className="whitespace-nowrap">{texts.instant(segment.countedAt)}</span>
      ) : null,
      whose: house.shell === "operator" ? t(segment.isShared ? "shared" : "notShared") : t(isOwn ? "own" : "coalition"),
      state: <Status state={segment.state} />,
    },
  };
}
