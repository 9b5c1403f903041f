import "server-only";
import type { Messages } from "#portal/i18n/messages.ts";
import type { Report } from "#portal/lib/csv.ts";
import { allNodes, mapped } from "#portal/lib/pages.ts";
import type { Reader } from "#portal/lib/read-as.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { cycleEntries } from "#schema/documents.ts";

const PAGE = 100;

/** The entries behind a figure, as the page beside it shows them. */
export async function entriesReport(readAs: Reader, search: Search): Promise<Report | null> {
  const cycleId = search["cycle"];
  if (!cycleId) return null;
  const partnerId = search["partner"] ?? null;
  const section = search["section"];
  const rows = allNodes(async (after) => {
    const { cycle } = await readAs(cycleEntries, {
      cycleId,
      first: PAGE,
      after,
      partnerId,
      effectOn: partnerId ?? "",
      section: (section ?? null) as keyof Messages["sectionsOf"] | null,
      originCycleId: search["origin"] ?? null,
      issuerId: search["issuer"] ?? null,
      redeemerId: search["redeemer"] ?? null,
    });
    return cycle?.entries;
  });
  return {
    name: "zgoda.entries",
    version: 1,
    fileName: `entries.${cycleId}.csv`,
    columns: ["entry_id", "occurred_at", "posted_at", "event", "partner", "member", "points", "amount", "reason"],
    summed: ["points", "amount"],
    rows: mapped(rows, (row) => ({
      entry_id: row.id,
      occurred_at: row.occurredAt,
      posted_at: row.postedAt,
      event: row.kind,
      partner: row.partner?.name ?? null,
      member: row.member?.id ?? null,
      points: row.points,
      amount: row.effectOn?.position.amount ?? null,
      reason: row.reason,
    })),
  };
}
