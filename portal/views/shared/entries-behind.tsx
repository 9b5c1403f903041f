import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { CycleEntries } from "#portal/lib/entries-behind.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money, Points } from "#portal/ui/amount.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { DataTable, type TableColumn } from "#portal/ui/table.tsx";

type Entry = CycleEntries["entries"]["edges"][number]["node"];

type EntriesBehindProps = {
  cycle: CycleEntries;
  search: Search;
  path: string;
  entryPath: string;
  /** Whose position the amounts are taken from. */
  ofPartner?: string;
  children?: ReactNode;
  title?: string;
  lead?: string;
};

/** Entries of a cycle, narrowed to those behind one figure. */
export async function EntriesBehind(props: EntriesBehindProps) {
  const { cycle, search, path, entryPath, ofPartner, children, title, lead } = props;
  const t = await getTranslations("operator");
  const names = await getTranslations("sectionsOf");
  const table = await getTranslations("table");
  const texts = await getTexts();
  const { edges, pageInfo } = cycle.entries;
  const section = search["section"];
  const columns: TableColumn[] = [
    { id: "when", name: t("occurred") },
    { id: "event", name: t("event") },
    { id: "partner", name: t("partner") },
    { id: "member", name: t("member") },
    { id: "points", name: t("movedPoints"), align: "end" },
    ...(ofPartner ? [{ id: "amount", name: t("amount"), align: "end" as const }] : []),
    { id: "posted", name: t("posted"), hidden: true },
    { id: "reason", name: t("reason"), hidden: true },
  ];
  const rows = await Promise.all(edges.map(({ node }) => rowOf(node, entryPath)));
  const cycleName = t("cycleNumber", { number: String(cycle.seq) });
  const sectionName = section ? `, ${names(section as Parameters<typeof names>[0])}` : "";
  return (
    <>
      <PageHead title={title ?? t("behind")} lead={lead ?? `${cycleName}${sectionName}`} />
      {children}
      <Panel flush>
        <DataTable
          caption={title ?? t("behind")}
          columns={columns}
          rows={rows}
          empty={<Empty title={t("entriesEmptyTitle")}>{t("entriesEmptyText")}</Empty>}
          {...(search["ours"] ? {} : { exportHref: address("/exports/entries", search, { after: null }) })}
          firstHref={search["after"] ? address(path, search, { after: null }) : undefined}
          nextHref={pageInfo.hasNextPage ? address(path, search, { after: pageInfo.endCursor }) : undefined}
          count={table("shown", { shown: texts.points(edges.length) })}
        />
      </Panel>
    </>
  );
}

async function rowOf(entry: Entry, entryPath: string) {
  const events = await getTranslations("events");
  const texts = await getTexts();
  return {
    id: entry.id,
    href: `${entryPath}/${entry.id}`,
    cells: {
      when: <span className="whitespace-nowrap">{texts.instant(entry.occurredAt)}</span>,
      event: <span className="whitespace-nowrap">{events(entry.kind)}</span>,
      partner: entry.partner?.name,
      member: entry.member?.name,
      points: entry.points === 0 ? null : <Points value={entry.points} />,
      amount: entry.effectOn ? <Money column value={entry.effectOn.position} sign="always" /> : null,
      posted: texts.instant(entry.postedAt),
      reason: entry.reason,
    },
  };
}
