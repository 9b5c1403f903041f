import { getTranslations } from "next-intl/server";
import { entryKinds } from "#portal/lib/entry-kinds.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, isFiltered, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money, Points } from "#portal/ui/amount.tsx";
import { ChoiceFilter, DateFilter, Filters } from "#portal/ui/filters.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty, FilteredEmpty } from "#portal/ui/states.tsx";
import { EntryTable } from "#portal/views/partner/entry-table.tsx";
import type { partnerEntries } from "#schema/documents.ts";

type Partner = NonNullable<AnswerOf<typeof partnerEntries>["partner"]>;

const PATH = "/partner/transactions";

export async function PartnerTransactions({ partner, search }: { partner: Partner; search: Search }) {
  const t = await getTranslations("partner");
  const table = await getTranslations("table");
  const events = await getTranslations("events");
  const texts = await getTexts();
  const { edges, pageInfo } = partner.entries;
  const totals = partner.entryTotals;
  const outlets = partner.locations.edges.map(({ node }) => ({ value: node.id, name: node.name }));
  return (
    <>
      <PageHead title={t("transactionsTitle")} lead={t("transactionsLead")} />
      <Filters>
        <ChoiceFilter
          name="kind"
          label={t("event")}
          all={table("all")}
          choices={entryKinds.map((kind) => ({ value: kind, name: events(kind) }))}
        />
        <ChoiceFilter name="outlet" label={t("outlet")} all={table("all")} choices={outlets} />
        <DateFilter name="from" label={table("from")} />
        <DateFilter name="until" label={table("until")} />
      </Filters>
      <Panel flush>
        <EntryTable
          entries={edges.map(({ node }) => node)}
          totals={
            totals && {
              issued: <Points value={totals.issued} />,
              redeemed: <Points value={totals.redeemed} />,
              position: <Money value={totals.position} sign="always" />,
            }
          }
          empty={
            isFiltered(search) ? (
              <FilteredEmpty clearHref={PATH} />
            ) : (
              <Empty title={t("transactionsEmptyTitle")}>{t("transactionsEmptyText")}</Empty>
            )
          }
          exportHref={address("/exports/transactions", search, { after: null })}
          firstHref={search["after"] ? address(PATH, search, { after: null }) : undefined}
          nextHref={pageInfo.hasNextPage ? address(PATH, search, { after: pageInfo.endCursor }) : undefined}
          count={table("shownOf", { shown: texts.points(edges.length), total: texts.points(totals?.entryCount ?? 0) })}
        />
      </Panel>
    </>
  );
}
