import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getTexts } from "#portal/lib/texts.ts";
import { Money, Points } from "#portal/ui/amount.tsx";
import { DataTable, type TableColumn } from "#portal/ui/table.tsx";
import type { OverviewPartner } from "#portal/views/partner/overview.tsx";

export type PartnerEntry = OverviewPartner["entries"]["edges"][number]["node"];

type EntryTableProps = {
  entries: PartnerEntry[];
  empty: ReactNode;
  totals?: Record<"issued" | "redeemed" | "position", ReactNode> | null;
  exportHref?: string;
  firstHref?: string;
  nextHref?: string;
  count?: string;
};

/** What happened at a partner's places, in points and in what it made the partner owe. */
export async function EntryTable({ entries, totals, ...rest }: EntryTableProps) {
  const t = await getTranslations("partner");
  const columns: TableColumn[] = [
    { id: "when", name: t("when"), foot: totals ? (await getTranslations("table"))("total") : undefined },
    { id: "event", name: t("event") },
    { id: "outlet", name: t("outlet") },
    { id: "till", name: t("till"), hidden: true },
    { id: "member", name: t("member") },
    { id: "receipt", name: t("receipt"), hidden: true },
    { id: "total", name: t("purchaseTotal"), align: "end" },
    { id: "issued", name: t("issuedPoints"), align: "end", foot: totals?.issued },
    { id: "redeemed", name: t("redeemedPoints"), align: "end", foot: totals?.redeemed },
    { id: "position", name: t("position"), align: "end", foot: totals?.position },
    { id: "cycle", name: t("cycle"), align: "end", hidden: true },
  ];
  const rows = await Promise.all(entries.map(rowOf));
  return <DataTable caption={t("transactionsTitle")} columns={columns} rows={rows} {...rest} />;
}

/** What an entry did that did nothing to the partner. */
export const noEffect = { issued: 0, redeemed: 0, position: null };

async function rowOf(entry: PartnerEntry) {
  const events = await getTranslations("events");
  const texts = await getTexts();
  const { issued, redeemed, position } = entry.effectOn ?? noEffect;
  return {
    id: entry.id,
    href: `/partner/transactions/${entry.id}`,
    cells: {
      when: <span className="whitespace-nowrap">{texts.instant(entry.occurredAt)}</span>,
      event: <span className="whitespace-nowrap">{events(entry.kind)}</span>,
      outlet: entry.location?.name,
      till: entry.terminal?.code,
      member: <span className="whitespace-nowrap">{entry.member?.name}</span>,
      receipt: entry.purchase?.receiptNumber,
      total: entry.purchase ? <Money value={entry.purchase.total} tone="muted" /> : null,
      issued: issued === 0 ? null : <Points value={issued} />,
      redeemed: redeemed === 0 ? null : <Points value={redeemed} />,
      position: position && Number(position.amount) !== 0 ? <Money column value={position} sign="always" /> : null,
      cycle: String(entry.cycle.seq),
    },
  };
}
