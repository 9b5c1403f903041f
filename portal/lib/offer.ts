import type { ExportOffer } from "#portal/ui/export-menu.tsx";

/** A table's rows as a file, among the operator's files. */
export const operatorOffer = (report: ExportOffer["report"], filters: ExportOffer["filters"] = {}): ExportOffer => ({
  report,
  filters,
  formats: ["CSV", "XLSX"],
  filesHref: "/operator/exports",
});

/** The same among a partner's. */
export const partnerOffer = (report: ExportOffer["report"], filters: ExportOffer["filters"] = {}): ExportOffer => ({
  report,
  filters,
  formats: ["XLSX", "CSV"],
  filesHref: "/partner/exports",
});
