"use client";

import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { ChevronRight, Columns3, Download, Rows3, Rows4 } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { type ReactNode, useMemo, useState } from "react";
import { Link, useRouter } from "#portal/i18n/navigation.ts";
import { Button, ButtonLink, DownloadLink } from "#portal/ui/button.tsx";
import { classes } from "#portal/ui/classes.ts";
import { ExportMenu, type ExportOffer } from "#portal/ui/export-menu.tsx";
import { useRowKeys } from "#portal/ui/row-keys.ts";
import { ScrollRegion } from "#portal/ui/scroll-region.tsx";

export type TableColumn = { id: string; name: string; align?: "end"; hidden?: boolean; foot?: ReactNode };
/** Cells come rendered from the server, so that amounts and dates are formatted once. */
export type TableRow = { id: string; href?: string; cells: Record<string, ReactNode> };

export type TableProps = {
  caption: string;
  columns: TableColumn[];
  rows: TableRow[];
  /** Shown in place of the rows when there are none. */
  empty: ReactNode;
  exportHref?: string;
  /** The same rows as a report, in every format it can be had in. */
  offer?: ExportOffer;
  firstHref?: string;
  nextHref?: string;
  /** "25 of 1,240", already formatted. */
  count?: string;
};

const features = tableFeatures({ columnVisibilityFeature });
/** So many rows are taken in at a glance. */
const PLAIN_MOST = 8;
const helper = createColumnHelper<typeof features, TableRow>();

/** Rows of one kind, as the server pages and filters them. `j`/`k` walk, Enter opens. */
export function DataTable(props: TableProps) {
  const { caption, columns, rows, empty, exportHref, offer, firstHref, nextHref, count } = props;
  const t = useTranslations("table");
  const [dense, setDense] = useState(false);
  const router = useRouter();
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map((column) => helper.accessor((row) => row.cells[column.id], { id: column.id, header: column.name })),
      ),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: (row) => row.id,
    initialState: { columnVisibility: Object.fromEntries(columns.map((column) => [column.id, !column.hidden])) },
  });
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const open = (row: TableRow | undefined) => row?.href && router.push(row.href);
  const body = useRowKeys((index) => open(rows[index]));
  const visible = table.getVisibleLeafColumns();
  const opens = rows.some((row) => row.href);
  const tooled = needsTools(props);
  const pad = dense ? "py-1.5" : "py-3";
  const end = (id: string) => byId.get(id)?.align === "end";

  return (
    <div>
      <ScrollRegion label={caption} className="max-h-[82dvh] print:max-h-none">
        <table className="w-full border-separate border-spacing-0 text-left">
          <caption className="sr-only">{caption}</caption>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => (
                  <th
                    key={header.id}
                    scope="col"
                    className={classes(
                      "sticky top-0 z-10 whitespace-nowrap border-line border-y bg-sunken px-3 py-2 font-medium",
                      "text-[0.8125rem] text-ink-soft first:pl-5 last:pr-5",
                      end(header.id) && "text-right",
                    )}
                  >
                    <table.FlexRender header={header} />
                  </th>
                ))}
                {opens ? (
                  <th className="sticky top-0 z-10 border-line border-y bg-sunken">
                    <span className="sr-only">{t("open")}</span>
                  </th>
                ) : null}
              </tr>
            ))}
          </thead>
          <tbody ref={body}>
            {rows.length === 0 ? (
              <tr>
                <td colSpan={visible.length + 1}>{empty}</td>
              </tr>
            ) : null}
            {table.getRowModel().rows.map((row) => (
              <tr
                key={row.id}
                data-row
                onClick={(event) => !isInteractive(event.target) && open(row.original)}
                className={classes(
                  "group hover:bg-sunken/60 data-[current]:bg-accent-soft",
                  row.original.href && "cursor-pointer",
                )}
              >
                {row.getVisibleCells().map((cell, index) => (
                  <td
                    key={cell.id}
                    className={classes(
                      "border-line/70 border-b px-3 align-top first:pl-5 last:pr-5 group-last:border-b-0",
                      pad,
                      end(cell.column.id) && "figures text-right",
                    )}
                  >
                    {index === 0 && row.original.href ? (
                      <Link href={row.original.href} className="font-medium hover:underline">
                        {cell.getValue() as ReactNode}
                      </Link>
                    ) : (
                      (cell.getValue() as ReactNode)
                    )}
                  </td>
                ))}
                {opens ? (
                  <td
                    className={classes("border-line/70 border-b pr-4 text-right align-top group-last:border-b-0", pad)}
                  >
                    {row.original.href ? (
                      <ChevronRight className="mt-0.5 inline size-4 text-ink-faint" aria-hidden="true" />
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
          <Foot columns={rows.length > 0 ? visible.map(({ id }) => byId.get(id)) : []} opens={opens} />
        </table>
      </ScrollRegion>
      {tooled ? (
        <div className="no-print flex flex-wrap items-center gap-2 border-line border-t px-4 py-2.5">
          <span className="figures mr-auto pl-1 text-ink-faint text-sm">{count}</span>
          <TableTools
            dense={dense}
            onDensity={() => setDense(!dense)}
            columns={table.getAllLeafColumns().map((column) => ({
              id: column.id,
              name: byId.get(column.id)?.name ?? column.id,
              shown: column.getIsVisible(),
              toggle: () => column.toggleVisibility(),
            }))}
            exportHref={exportHref}
          />
          {offer ? <ExportMenu {...offer} /> : null}
          <Paging firstHref={firstHref} nextHref={nextHref} />
        </div>
      ) : null}
    </div>
  );
}

/** A few rows that are all there is are read without tools. */
const needsTools = ({ rows, columns, count, exportHref, offer, firstHref, nextHref }: TableProps) =>
  rows.length > PLAIN_MOST ||
  columns.some(({ hidden }) => hidden) ||
  [count, exportHref, offer, firstHref, nextHref].some((given) => given !== undefined);

/** What the rows add up to. */
function Foot({ columns, opens }: { columns: (TableColumn | undefined)[]; opens: boolean }) {
  if (!columns.some((column) => column?.foot)) return null;
  const cell = "sticky bottom-0 border-line border-t-2 bg-surface";
  return (
    <tfoot>
      <tr>
        {columns.map((column) => (
          <td
            key={column?.id}
            className={classes(
              cell,
              "px-3 py-3 font-semibold first:pl-5 last:pr-5",
              column?.align === "end" && "figures text-right",
            )}
          >
            {column?.foot}
          </td>
        ))}
        {opens ? <td className={cell} /> : null}
      </tr>
    </tfoot>
  );
}

function Paging({ firstHref, nextHref }: { firstHref?: string; nextHref?: string }) {
  const t = useTranslations("table");
  const router = useRouter();
  if (!firstHref && !nextHref) return null;
  return (
    <>
      {firstHref ? (
        <Button size="small" onClick={() => router.back()}>
          {t("previous")}
        </Button>
      ) : null}
      {nextHref ? (
        <ButtonLink href={nextHref} size="small" data-next>
          {t("next")}
        </ButtonLink>
      ) : null}
    </>
  );
}

type ToolsProps = {
  dense: boolean;
  onDensity: () => void;
  columns: { id: string; name: string; shown: boolean; toggle: () => void }[];
  exportHref?: string;
};

function TableTools({ dense, onDensity, columns, exportHref }: ToolsProps) {
  const t = useTranslations("table");
  const Density = dense ? Rows3 : Rows4;
  return (
    <>
      <Button
        look="quiet"
        size="square"
        onClick={onDensity}
        aria-pressed={dense}
        title={t("density")}
        aria-label={t("density")}
      >
        <Density className="size-4" aria-hidden="true" />
      </Button>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger
          className="grid size-9 place-items-center rounded-lg text-ink-soft hover:bg-sunken"
          title={t("columns")}
          aria-label={t("columns")}
        >
          <Columns3 className="size-4" aria-hidden="true" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content align="end" sideOffset={6} className="panel z-50 min-w-48 p-1.5">
            {columns.map((column) => (
              <DropdownMenu.CheckboxItem
                key={column.id}
                checked={column.shown}
                onCheckedChange={column.toggle}
                onSelect={(event) => event.preventDefault()}
                className="flex cursor-pointer items-center justify-between gap-6 rounded-md px-3 py-1.5 outline-none data-[highlighted]:bg-sunken"
              >
                {column.name}
                <DropdownMenu.ItemIndicator>✓</DropdownMenu.ItemIndicator>
              </DropdownMenu.CheckboxItem>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {exportHref ? (
        <DownloadLink href={exportHref} size="small">
          <Download className="size-4" aria-hidden="true" />
          CSV
        </DownloadLink>
      ) : null}
    </>
  );
}

const isInteractive = (target: EventTarget) => target instanceof Element && target.closest("a, button, input") !== null;
