import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, isFiltered, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Points } from "#portal/ui/amount.tsx";
import { Filters, SearchFilter } from "#portal/ui/filters.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty, FilteredEmpty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable, type TableColumn } from "#portal/ui/table.tsx";
import type { memberList } from "#schema/documents.ts";

type Members = AnswerOf<typeof memberList>["members"];
type Member = Members["edges"][number]["node"];

const PATH = "/operator/members";

export async function MembersView({ members, search }: { members: Members; search: Search }) {
  const t = await getTranslations("operator");
  const table = await getTranslations("table");
  const texts = await getTexts();
  const { edges, pageInfo } = members;
  const columns: TableColumn[] = [
    { id: "name", name: t("member") },
    { id: "status", name: t("status") },
    { id: "balance", name: t("balance"), align: "end" },
    { id: "pending", name: t("pending"), align: "end" },
    { id: "debt", name: t("debt"), align: "end", hidden: true },
    { id: "enrolledAt", name: t("enrolledAt") },
    { id: "enrolled", name: t("enrolled") },
  ];
  return (
    <>
      <PageHead title={t("membersTitle")} lead={t("membersLead")} />
      <Filters>
        <SearchFilter name="q" label={t("memberSearch")} />
      </Filters>
      <Panel flush>
        <DataTable
          caption={t("membersTitle")}
          columns={columns}
          rows={await Promise.all(edges.map(({ node }) => rowOf(node)))}
          empty={
            isFiltered(search) ? (
              <FilteredEmpty clearHref={PATH} />
            ) : (
              <Empty title={t("membersEmptyTitle")}>{t("membersEmptyText")}</Empty>
            )
          }
          firstHref={search["after"] ? address(PATH, search, { after: null }) : undefined}
          nextHref={pageInfo.hasNextPage ? address(PATH, search, { after: pageInfo.endCursor }) : undefined}
          count={table("shown", { shown: texts.points(edges.length) })}
        />
      </Panel>
    </>
  );
}

async function rowOf(member: Member) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const { balance } = member;
  return {
    id: member.id,
    href: `${PATH}/${member.id}`,
    cells: {
      name: member.name ?? t("noName"),
      status: <Status state={member.status} />,
      balance: balance ? <Points value={balance.available} /> : null,
      pending: balance ? <Points value={balance.pending} tone="muted" /> : null,
      debt: balance ? <Points value={balance.debt} /> : null,
      enrolledAt: member.enrolledBy?.name,
      enrolled: texts.date(member.enrolledAt),
    },
  };
}
