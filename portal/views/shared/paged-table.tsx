import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { address, isFiltered, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import type { ExportOffer } from "#portal/ui/export-menu.tsx";
import { FilteredEmpty } from "#portal/ui/states.tsx";
import { DataTable, type TableColumn, type TableRow } from "#portal/ui/table.tsx";

type PagedTableProps = {
  caption: string;
  columns: TableColumn[];
  rows: TableRow[];
  /** Shown where there never was a row; filters that hide all of them say so themselves. */
  empty: ReactNode;
  path: string;
  search: Search;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  exportHref?: string;
  offer?: ExportOffer;
  /** Names in the address that choose the view and hide no rows. */
  views?: string[];
};

/** One page of a connection as a table: what it shows, and the ways on and back in the address. */
export async function PagedTable(props: PagedTableProps) {
  const { caption, columns, rows, empty, path, search, pageInfo, exportHref, offer, views = [] } = props;
  const table = await getTranslations("table");
  const texts = await getTexts();
  const filters = Object.fromEntries(Object.entries(search).filter(([name]) => !views.includes(name)));
  const cleared = Object.fromEntries(Object.entries(search).filter(([name]) => views.includes(name)));
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      empty={isFiltered(filters) ? <FilteredEmpty clearHref={address(path, cleared)} /> : empty}
      exportHref={exportHref}
      offer={offer}
      firstHref={search["after"] ? address(path, search, { after: null }) : undefined}
      nextHref={pageInfo.hasNextPage ? address(path, search, { after: pageInfo.endCursor }) : undefined}
      count={table("shown", { shown: texts.points(rows.length) })}
    />
  );
}
