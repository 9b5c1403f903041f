import "server-only";
import { entriesReport } from "#portal/exports/entries.ts";
import {
  cyclesReport,
  matrixReport,
  obligationsReport,
  partnersReport,
  positionsReport,
} from "#portal/exports/operator.ts";
import { historyReport, statementReport, transactionsReport } from "#portal/exports/own.ts";
import type { Report } from "#portal/lib/csv.ts";
import type { Reader } from "#portal/lib/read-as.ts";
import type { Search } from "#portal/lib/search-params.ts";

/** By the name in the address. Null: there is nothing the viewer may see under what was asked. */
export const reports: Record<string, (readAs: Reader, search: Search) => Promise<Report | null>> = {
  history: historyReport,
  transactions: transactionsReport,
  statement: statementReport,
  entries: entriesReport,
  cycles: cyclesReport,
  matrix: matrixReport,
  positions: positionsReport,
  obligations: obligationsReport,
  partners: partnersReport,
};
