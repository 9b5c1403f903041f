import { getTranslations } from "next-intl/server";
import { categoryWords } from "#portal/lib/category-words.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, isFiltered, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { ChoiceFilter, Filters, SearchFilter } from "#portal/ui/filters.tsx";
import { Meter } from "#portal/ui/meter.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty, FilteredEmpty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable, type TableColumn } from "#portal/ui/table.tsx";
import { PartnersTabs } from "#portal/views/operator/partners-tabs.tsx";
import type { partnerList } from "#schema/documents.ts";

type Partners = AnswerOf<typeof partnerList>["partners"];
type Partner = Partners["edges"][number]["node"];

export const partnerStates = ["ONBOARDING", "ACTIVE", "ISSUE_BLOCKED", "SUSPENDED", "DEFAULTED", "CLOSED"] as const;
const PATH = "/operator/partners";

export async function PartnersView({ partners, search }: { partners: Partners; search: Search }) {
  const t = await getTranslations("operator");
  const table = await getTranslations("table");
  const states = await getTranslations("states");
  const risk = await getTranslations("risk");
  const texts = await getTexts();
  const columns: TableColumn[] = [
    { id: "name", name: t("partner") },
    { id: "code", name: t("code") },
    { id: "category", name: t("category") },
    { id: "status", name: t("status") },
    { id: "position", name: t("position"), align: "end" },
    { id: "exposure", name: t("exposure"), align: "end" },
    { id: "limit", name: t("limit"), align: "end", hidden: true },
    { id: "collateral", name: t("collateral"), align: "end" },
    { id: "use", name: t("use"), align: "end" },
    { id: "last", name: risk("lastSettlement") },
    { id: "joined", name: t("joined"), hidden: true },
  ];
  const { edges, pageInfo } = partners;
  return (
    <>
      <PageHead title={t("partnersTitle")} lead={t("partnersLead")} />
      <PartnersTabs current="" />
      <Filters>
        <SearchFilter name="q" label={t("search")} />
        <ChoiceFilter
          name="status"
          label={t("status")}
          all={table("all")}
          choices={partnerStates.map((state) => ({ value: state, name: states(state) }))}
        />
      </Filters>
      <Panel flush>
        <DataTable
          caption={t("partnersTitle")}
          columns={columns}
          rows={await Promise.all(edges.map(({ node }) => rowOf(node)))}
          empty={
            isFiltered(search) ? (
              <FilteredEmpty clearHref={PATH} />
            ) : (
              <Empty title={t("partnersEmptyTitle")}>{t("partnersEmptyText")}</Empty>
            )
          }
          exportHref={address("/exports/partners", search, { after: null })}
          firstHref={search["after"] ? address(PATH, search, { after: null }) : undefined}
          nextHref={pageInfo.hasNextPage ? address(PATH, search, { after: pageInfo.endCursor }) : undefined}
          count={table("shown", { shown: texts.points(edges.length) })}
        />
      </Panel>
    </>
  );
}

async function rowOf(partner: Partner) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const categoryName = await categoryWords();
  const { exposure } = partner;
  const share = exposure?.usedBps === null || exposure === null ? null : exposure.usedBps / 10_000;
  return {
    id: partner.id,
    href: `${PATH}/${partner.id}`,
    cells: {
      name: partner.name,
      code: <code className="text-sm">{partner.code}</code>,
      category: categoryName(partner.category),
      status: partner.status ? <Status state={partner.status} /> : null,
      position: partner.position ? <Money value={partner.position.net} sign="always" /> : null,
      exposure: exposure ? <Money value={exposure.exposure} /> : null,
      collateral: exposure ? <Money value={exposure.collateral} /> : null,
      last: <LastSettlement partner={partner} />,
      limit: exposure?.limit ? <Money value={exposure.limit} /> : null,
      use:
        share === null ? null : (
          <span className="ml-auto block w-24">
            {texts.share(share)}
            <Meter share={share} label={`${t("use")}: ${texts.share(share)}`} />
          </span>
        ),
      joined: partner.joinedAt ? texts.date(partner.joinedAt) : null,
    },
  };
}

async function LastSettlement({ partner }: { partner: Partner }) {
  const t = await getTranslations("operator");
  const last = partner.statements.edges[0]?.node;
  if (!last) return null;
  return (
    <span className="whitespace-nowrap">
      {t("cycleNumber", { number: String(last.cycle.seq) })}{" "}
      {last.obligation ? <Status state={last.obligation.state} /> : null}
    </span>
  );
}
