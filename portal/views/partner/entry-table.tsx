import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getTexts } from "#portal/lib/texts.ts";
import { Money, Points } from "#portal/ui/amount.tsx";
import { DataTable, type TableColumn } from "#portal/ui/table.tsx";
import type { OverviewPartner } from "#portal/views/partner/overview.tsx";

export type PartnerEntry = OverviewPartner["entries"]["edges"][number]["node"];
type Line = PartnerEntry["lines"]["edges"][number]["node"];

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

async function rowOf(entry: PartnerEntry) {
  const events = await getTranslations("events");
  const texts = await getTexts();
  const { issued, redeemed, position } = effectOf(entry);
  return {
    id: entry.id,
    href: `/partner/transactions/${entry.id}`,
    cells: {
      when: <span className="whitespace-nowrap">{texts.instant(entry.occurredAt)}</span>,
      event: events(entry.kind),
      outlet: entry.location?.name,
      till: entry.terminal?.code,
      member: entry.member?.name,
      receipt: entry.purchase?.receiptNumber,
      total: entry.purchase ? <Money value={entry.purchase.total} tone="muted" /> : null,
      issued: issued === 0 ? null : <Points value={issued} />,
      redeemed: redeemed === 0 ? null : <Points value={redeemed} />,
      position: position ? <Money value={position} sign="always" /> : null,
      cycle: String(entry.cycle.seq),
    },
  };
}

/** The entry's effect on the partner, from its own lines: debit positive. */
export function effectOf(entry: { lines: { edges: { node: Pick<Line, "account" | "points" | "money"> }[] } }) {
  const lines = entry.lines.edges.map(({ node }) => node);
  const points = (accounts: string[]) =>
    lines.filter(({ account }) => accounts.includes(account)).reduce((sum, line) => sum + (line.points ?? 0), 0);
  return {
    issued: points(["ISSUED", "CLAWBACK"]),
    redeemed: -points(["REDEEMED"]),
    position: addedMoney(lines.filter(({ account }) => account === "POSITION").flatMap(({ money }) => money ?? [])),
  };
}

const E6 = 1_000_000n;

/** Exact sum of amounts of one currency; null when there is nothing to add. */
export function addedMoney<M extends { amount: string; currencyCode: string }>(amounts: readonly M[]) {
  const [first] = amounts;
  if (!first) return null;
  const sum = amounts.reduce((total, { amount }) => total + millionths(amount), 0n);
  const size = sum < 0n ? -sum : sum;
  const fraction = String(size % E6)
    .padStart(6, "0")
    .replace(/0{1,4}$/, "");
  return { amount: `${sum < 0n ? "-" : ""}${size / E6}.${fraction}`, currencyCode: first.currencyCode };
}

function millionths(amount: string): bigint {
  const [whole = "0", fraction = ""] = amount.replace("-", "").split(".");
  const size = BigInt(whole) * E6 + BigInt(fraction.padEnd(6, "0"));
  return amount.startsWith("-") ? -size : size;
}
