import { getTranslations } from "next-intl/server";
import { addedMoney } from "#portal/lib/added-money.ts";
import type { CycleHead } from "#portal/lib/cycle.ts";
import type { MoneyText } from "#portal/lib/format.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import type { TableColumn } from "#portal/ui/table.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { cyclePositions } from "#schema/documents.ts";

type Page = NonNullable<AnswerOf<typeof cyclePositions>["cycle"]>["positions"];
type Position = Page["edges"][number]["node"];

/** Each partner's position, the largest first; a row leads to the entries it is made of. */
export async function PositionsPage({ cycle, page, search }: { cycle: CycleHead; page: Page; search: Search }) {
  const t = await getTranslations("operator");
  const clearing = await getTranslations("clearing");
  const rows = page.edges.map(({ node }) => node);
  const whole = !page.pageInfo.hasNextPage && !search["after"];
  // A page of many adds up to nothing: sums stand only under all of the rows.
  const sum = (pick: (row: Position) => MoneyText) => {
    const total = whole ? addedMoney(rows.map(pick)) : null;
    return total ? <Money column value={total} /> : null;
  };
  const columns: TableColumn[] = [
    { id: "partner", name: t("partner"), foot: whole ? t("total") : null },
    { id: "opening", name: t("opening"), align: "end", foot: sum(({ opening }) => opening) },
    { id: "debit", name: t("debits"), align: "end", foot: sum(({ debit }) => debit) },
    { id: "credit", name: t("credits"), align: "end", foot: sum(({ credit }) => credit) },
    { id: "net", name: t("position"), align: "end", foot: sum(({ net }) => net) },
  ];
  return (
    <Panel title={t("positionsTitle")} note={t("positionsNote")} flush>
      <PagedTable
        caption={t("positionsTitle")}
        columns={columns}
        rows={rows.map(({ partner, opening, debit, credit, net }) => ({
          id: partner.id,
          href: address("/operator/entries", { cycle: cycle.id, partner: partner.id }),
          cells: {
            partner: partner.name,
            opening: <Money column value={opening} sign="always" tone="muted" />,
            debit: <Money column value={debit} />,
            credit: <Money column value={credit} />,
            net: (
              <b className="font-semibold">
                <Money column value={net} sign="always" />
              </b>
            ),
          },
        }))}
        empty={<Empty title={clearing("positionsEmptyTitle")}>{clearing("positionsEmptyText")}</Empty>}
        path={`/operator/cycles/${cycle.id}/positions`}
        search={search}
        pageInfo={page.pageInfo}
        exportHref={`/exports/positions?cycle=${cycle.id}`}
      />
    </Panel>
  );
}
