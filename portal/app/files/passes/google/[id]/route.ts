import { notFound } from "next/navigation";
import { refusedAnswer } from "#portal/lib/file-answer.ts";
import { readerOfVisitor } from "#portal/lib/read-as.ts";
import { googlePass } from "#schema/documents.ts";

/** Leads to where Google keeps the visitor's card, with the points of this instant. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  try {
    const { googlePass: link } = await (await readerOfVisitor())(googlePass, { cardId: id });
    if (link === null) notFound();
    return new Response(null, { status: 303, headers: { location: link, "cache-control": "no-store" } });
  } catch (error) {
    return refusedAnswer(error);
  }
}
