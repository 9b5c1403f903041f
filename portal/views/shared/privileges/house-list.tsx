import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import type { TableColumn } from "#portal/ui/table.tsx";
import { said, type Written } from "#portal/views/shared/campaigns/words.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { type PrivilegesShell, PrivilegesTabs } from "#portal/views/shared/privileges/tabs.tsx";

type Listed = {
  id: string;
  name: Written;
  partner: { name: string } | null;
  /** The line under its name. */
  under: string;
  cells: Record<string, ReactNode>;
};

type HouseListProps = {
  of: "clubs" | "events";
  shell: PrivilegesShell;
  search: Search;
  rows: Listed[];
  /** Beside the name, and whose it is where all houses are listed. */
  columns: TableColumn[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** Making another one; null for who may not. */
  make: ReactNode;
};

/** The clubs or events of a house, or of all, each a link to its page. */
export async function HouseList({ of, shell, search, rows, columns, pageInfo, make }: HouseListProps) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  const path = `/${shell}/${of}`;
  const shown = rows.map(({ id, name, partner, under, cells }) => ({
    id,
    cells: {
      name: (
        <>
          <Link href={`${path}/${id}`} className="font-medium hover:underline">
            {said(name, texts.locale)}
          </Link>
          <span className="block text-ink-faint text-sm">{under}</span>
        </>
      ),
      whose: partner?.name ?? t("coalition"),
      ...cells,
    },
  }));
  return (
    <>
      <PageHead title={t(`tab_${of}`)} lead={t(`${of}Lead`)} actions={rows.length > 0 ? make : null} />
      <PrivilegesTabs shell={shell} current={of} />
      <Panel flush>
        <PagedTable
          caption={t(`tab_${of}`)}
          columns={[
            { id: "name", name: t("name") },
            ...(shell === "operator" ? [{ id: "whose", name: t("whose") }] : []),
            ...columns,
          ]}
          rows={shown}
          empty={
            <Empty title={t(`${of}EmptyTitle`)} action={make}>
              {t(`${of}EmptyText`)}
            </Empty>
          }
          path={path}
          search={search}
          pageInfo={pageInfo}
        />
      </Panel>
    </>
  );
}
