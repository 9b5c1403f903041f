import "server-only";
import type { Report } from "#portal/lib/csv.ts";
import { historyFilter } from "#portal/lib/history-filter.ts";
import { allNodes, listed, mapped } from "#portal/lib/pages.ts";
import { placeFilter } from "#portal/lib/place-filter.ts";
import type { Reader } from "#portal/lib/read-as.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { noEffect } from "#portal/views/partner/entry-table.tsx";
import { memberHistory, partnerEntries, statementPage, viewer } from "#schema/documents.ts";

const PAGE = 100;
/** A row of these asks for more, and the gateway answers only so much at once. */
const ENTRY_PAGE = 50;

export async function historyReport(readAs: Reader, search: Search): Promise<Report | null> {
  const filter = await historyFilter(search);
  const rows = allNodes(async (after) => {
    const answer = await readAs(memberHistory, { ...filter, first: PAGE, after });
    return answer.viewer?.__typename === "MemberViewer" ? answer.viewer.member.history : null;
  });
  return {
    name: "zgoda.history",
    version: 1,
    fileName: "history.csv",
    columns: ["entry_id", "occurred_at", "event", "partner", "points", "pending", "available_after", "reason"],
    summed: ["points"],
    rows: mapped(rows, (row) => ({
      entry_id: row.id,
      occurred_at: row.occurredAt,
      event: row.kind,
      partner: row.partner?.name ?? null,
      points: row.points,
      pending: row.pending,
      available_after: row.availableAfter,
      reason: row.reason,
    })),
  };
}

export async function transactionsReport(readAs: Reader, search: Search): Promise<Report | null> {
  const { viewer: looking } = await readAs(viewer, {});
  if (looking?.__typename !== "PartnerStaff") return null;
  const filter = await placeFilter(search);
  const partnerId = looking.partner.id;
  const rows = allNodes(
    async (after) =>
      (await readAs(partnerEntries, { ...filter, partnerId, first: ENTRY_PAGE, after })).partner?.entries,
  );
  return {
    name: "zgoda.transactions",
    version: 1,
    fileName: `transactions.${looking.partner.id}.csv`,
    columns: [
      "entry_id",
      "occurred_at",
      "event",
      "location",
      "terminal",
      "member",
      "receipt",
      "receipt_total",
      "issued_points",
      "redeemed_points",
      "position",
      "currency",
      "cycle",
    ],
    summed: ["issued_points", "redeemed_points", "position"],
    rows: mapped(rows, (row) => {
      const { issued, redeemed, position } = row.effectOn ?? noEffect;
      return {
        entry_id: row.id,
        occurred_at: row.occurredAt,
        event: row.kind,
        location: row.location?.name ?? null,
        terminal: row.terminal?.code ?? null,
        member: row.member?.id ?? null,
        receipt: row.purchase?.receiptNumber ?? null,
        receipt_total: row.purchase?.total.amount ?? null,
        issued_points: issued,
        redeemed_points: redeemed,
        position: position?.amount ?? "0",
        currency: position?.currencyCode ?? row.purchase?.total.currencyCode ?? null,
        cycle: row.cycle.seq,
      };
    }),
  };
}

export async function statementReport(readAs: Reader, { id }: Search): Promise<Report | null> {
  const { statement } = await readAs(statementPage, { id: id ?? "" });
  if (!statement) return null;
  const { cycle, partner, obligation } = statement;
  const lines = statement.lines.map((line) => ({
    section: line.section as string,
    origin_cycle: line.originCycle?.seq ?? cycle.seq,
    entries: line.entryCount,
    amount: line.amount.amount,
    currency: line.amount.currencyCode,
  }));
  const opening = obligation && Number(obligation.opening.amount) !== 0 ? [openingOf(obligation.opening)] : [];
  return {
    name: "zgoda.statement",
    version: 1,
    fileName: `statement.${partner.id}.${cycle.seq}.v${statement.version}.csv`,
    columns: ["section", "origin_cycle", "entries", "amount", "currency"],
    summed: ["amount"],
    rows: listed([...opening, ...lines]),
  };
}

const openingOf = (opening: { amount: string; currencyCode: string }) => ({
  section: "OPENING",
  origin_cycle: null,
  entries: null,
  amount: opening.amount,
  currency: opening.currencyCode,
});
