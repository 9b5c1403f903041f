import { notFound } from "next/navigation";
import { deliver } from "#portal/exports/deliver.ts";
import { reports } from "#portal/exports/reports.ts";
import { GatewayFailure } from "#portal/lib/gateway.ts";

type Export = { params: Promise<{ report: string }> };

const formats = ["CSV", "XLSX", "PDF"] as const;
const languages = ["EN", "RU", "BE"] as const;

/** What the page beside it shows, as a file: `?format=` and `?language=`, CSV and English when absent. */
export async function GET(request: Request, { params }: Export): Promise<Response> {
  const { report: name } = await params;
  const ask = reports[name];
  if (!ask) notFound();
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const named = <Choice extends string>(choices: readonly Choice[], text: string | undefined) =>
    choices.find((choice) => choice === text?.toUpperCase());
  const format = named(formats, search["format"]) ?? "CSV";
  try {
    return await deliver(await ask(search), format, named(languages, search["language"]) ?? "EN");
  } catch (error) {
    if (!(error instanceof GatewayFailure)) throw error;
    const status = error.code === "UNAUTHENTICATED" ? 401 : error.code === "FORBIDDEN" ? 404 : 502;
    return new Response(error.message, { status });
  }
}
