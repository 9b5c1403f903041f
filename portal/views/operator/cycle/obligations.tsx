import { getTranslations } from "next-intl/server";
import type { CycleHead } from "#portal/lib/cycle.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { TableColumn } from "#portal/ui/table.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { cycleObligations } from "#schema/documents.ts";

type Page = NonNullable<AnswerOf<typeof cycleObligations>["cycle"]>["obligations"];

/** What each partner pays or is paid, and how far it has come. */
export async function ObligationsPage({ cycle, page, search }: { cycle: CycleHead; page: Page; search: Search }) {
  const t = await getTranslations("operator");
  const clearing = await getTranslations("clearing");
  const texts = await getTexts();
  const rows = page.edges.map(({ node }) => node).filter(({ state }) => state !== "SUPERSEDED");
  const columns: TableColumn[] = [
    { id: "partner", name: t("partner") },
    { id: "direction", name: t("direction") },
    { id: "amount", name: t("amount"), align: "end" },
    { id: "paid", name: t("paid"), align: "end" },
    { id: "carried", name: t("carried"), align: "end" },
    { id: "due", name: t("due") },
    { id: "state", name: t("state") },
  ];
  return (
    <Panel title={t("obligationsTitle")} note={t("obligationsNote")} flush>
      <PagedTable
        caption={t("obligationsTitle")}
        columns={columns}
        rows={rows.map((row) => ({
          id: row.id,
          href: address("/operator/entries", { cycle: cycle.id, partner: row.partner.id }),
          cells: {
            partner: row.partner.name,
            direction: t(row.direction),
            amount: (
              <b className="font-semibold">
                <Money value={row.amount} sign="never" />
              </b>
            ),
            paid: <Money value={row.paid} tone="muted" />,
            carried: <Money column value={row.carried} sign="always" tone="muted" />,
            due: row.dueOn ? <span className="whitespace-nowrap">{texts.businessDate(row.dueOn)}</span> : null,
            state: <Status state={row.state} />,
          },
        }))}
        empty={<Empty title={clearing("obligationsEmptyTitle")}>{clearing("obligationsEmptyText")}</Empty>}
        path={`/operator/cycles/${cycle.id}/obligations`}
        search={search}
        pageInfo={page.pageInfo}
        exportHref={`/exports/obligations?cycle=${cycle.id}`}
      />
    </Panel>
  );
}
