import { getTranslations } from "next-intl/server";
import type { CycleHead } from "#portal/lib/cycle.ts";
import { operatorOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { cycleStatements } from "#schema/documents.ts";

type Page = NonNullable<AnswerOf<typeof cycleStatements>["cycle"]>["statements"];

/** What partners were sent, version by version. */
export async function StatementsPage({ cycle, page, search }: { cycle: CycleHead; page: Page; search: Search }) {
  const t = await getTranslations("clearing");
  const operator = await getTranslations("operator");
  const texts = await getTexts();
  return (
    <Panel title={t("statementsTitle")} note={t("statementsNote")} flush>
      <PagedTable
        caption={t("statementsTitle")}
        columns={[
          { id: "partner", name: operator("partner") },
          { id: "version", name: t("statementVersion"), align: "end" },
          { id: "position", name: operator("position"), align: "end" },
          { id: "published", name: t("published") },
          { id: "state", name: operator("state") },
          { id: "hash", name: t("hash"), hidden: true },
        ]}
        rows={page.edges.map(({ node }) => ({
          id: node.id,
          href: `/operator/statements/${node.id}`,
          cells: {
            partner: node.partner.name,
            version: String(node.version),
            position: <Money column value={node.position} sign="always" />,
            published: <span className="whitespace-nowrap">{texts.instant(node.publishedAt)}</span>,
            state: <Status state={node.supersededAt ? "SUPERSEDED" : (node.obligation?.state ?? "CONFIRMED")} />,
            hash: <code className="text-sm">{node.hash.slice(0, 16)}…</code>,
          },
        }))}
        empty={<Empty title={t("statementsEmptyTitle")}>{t("statementsEmptyText")}</Empty>}
        path={`/operator/cycles/${cycle.id}/statements`}
        search={search}
        pageInfo={page.pageInfo}
        offer={operatorOffer("NET_OBLIGATIONS", { cycleId: cycle.id })}
      />
    </Panel>
  );
}
