import "server-only";
import { historyFilter } from "#portal/lib/history-filter.ts";
import { placeFilter } from "#portal/lib/place-filter.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { partnerStates } from "#portal/views/operator/partners.tsx";
import type { VariablesOf } from "#schema/typed.ts";
import type { requestExport } from "#schema/documents.ts";

export type ReportAsked = Pick<VariablesOf<typeof requestExport>["input"], "report" | "filters">;
