import { notFound } from "next/navigation";
import { reports } from "#portal/exports/reports.ts";
import { csvResponse } from "#portal/lib/csv.ts";
import { GatewayFailure } from "#portal/lib/gateway.ts";
import { readerOfVisitor } from "#portal/lib/read-as.ts";

type Export = { params: Promise<{ report: string }> };

/** A report as a CSV file, read page by page as the visitor. */
export async function GET(request: Request, { params }: Export): Promise<Response> {
  const { report: name } = await params;
  const make = reports[name];
  if (!make) notFound();
  try {
    const report = await make(await readerOfVisitor(), Object.fromEntries(new URL(request.url).searchParams));
    return report ? csvResponse(report) : new Response(null, { status: 404 });
  } catch (error) {
    if (!(error instanceof GatewayFailure)) throw error;
    const status = error.code === "UNAUTHENTICATED" ? 401 : error.code === "FORBIDDEN" ? 403 : 502;
    return new Response(error.message, { status });
  }
}
