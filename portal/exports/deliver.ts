import "server-only";
import { cookies } from "next/headers";
import type { Asked } from "#portal/exports/reports.ts";
import { apiOrigin } from "#portal/lib/config.ts";
import { deed } from "#portal/lib/gateway.ts";
import { requestExport } from "#schema/documents.ts";

export type Format = "CSV" | "XLSX" | "PDF";
export type Language = "EN" | "RU" | "BE";

/** What may be said about a file on its way; its size is the browser's to count. */
const passed = ["content-type", "content-disposition", "content-length", "repr-digest"];

/**
 * Has the gateway make the file, as the visitor, and hands it on. A large one is made in the background: the answer then
 * leads to where it will be.
 */
export async function deliver(asked: Asked, format: Format, language: Language): Promise<Response> {
  const cookie = (await cookies()).toString();
  const input = { ...asked, format, language, idempotencyKey: crypto.randomUUID().replaceAll("-", "") };
  const { requestExport: result } = await deed(apiOrigin(), requestExport, { input }, { cookie });
  if (!("exportJob" in result)) return new Response(result.message, { status: statusOf(result.code) });
  const { state, downloadPath } = result.exportJob;
  if (!downloadPath) return new Response(null, { status: state === "FAILED" ? 500 : 202 });
  const file = await fetch(`${apiOrigin()}${downloadPath}`, { headers: { cookie }, cache: "no-store" });
  const headers = new Headers({ "cache-control": "private, no-store" });
  for (const name of passed) {
    const value = file.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(file.body, { status: file.status, headers });
}

const statusOf = (code: string) => (code === "REPORT_SUBJECT_NOT_FOUND" ? 404 : 400);
