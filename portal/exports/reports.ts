import "server-only";
import { historyFilter } from "#portal/lib/history-filter.ts";
import { placeFilter } from "#portal/lib/place-filter.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { partnerStates } from "#portal/views/operator/partners.tsx";
import type { requestExport } from "#schema/documents.ts";

type Input = Parameters<NonNullable<(typeof requestExport)["types"]>>[0]["input"];

/** Which of the gateway's reports is meant, narrowed to what the page beside it shows. */
export type Asked = Pick<Input, "report" | "filters">;

/** By the name in the address. */
export const reports: Record<string, (search: Search) => Promise<Asked>> = {
  history: async (search) => {
    const { kinds, from, until } = await historyFilter(search);
    return { report: "HISTORY", filters: { event: kinds.join(), from, until } };
  },
  transactions: async (search) => {
    const { kind, locationId, from, until } = await placeFilter(search);
    return { report: "TRANSACTIONS", filters: { event: kind, place: "OWN", locationId, from, until } };
  },
  statement: async ({ id }) => ({ report: "STATEMENT", filters: { statementId: id ?? "" } }),
  entries: async (search) => ({
    report: "ENTRIES",
    filters: {
      ...cycleOf(search),
      partnerId: search["partner"] ?? null,
      section: search["section"] ?? null,
      originCycleId: search["origin"] ?? null,
      issuerId: search["issuer"] ?? null,
      redeemerId: search["redeemer"] ?? null,
    },
  }),
  cycles: async () => ({ report: "CYCLES" }),
  positions: async (search) => ({ report: "POSITIONS", filters: cycleOf(search) }),
  matrix: async (search) => ({ report: "SETTLEMENT_MATRIX", filters: cycleOf(search) }),
  obligations: async (search) => ({ report: "NET_OBLIGATIONS", filters: cycleOf(search) }),
  partners: async (search) => ({
    report: "PARTNERS",
    filters: {
      search: search["q"] ?? null,
      state: partnerStates.find((state) => state === search["status"]) ?? null,
    },
  }),
};

const cycleOf = (search: Search) => ({ cycleId: search["cycle"] ?? "" });
