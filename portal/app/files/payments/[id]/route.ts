import { notFound } from "next/navigation";
import { fileAnswer } from "#portal/lib/file-answer.ts";
import { readerOfVisitor } from "#portal/lib/read-as.ts";
import { paymentFileContent } from "#schema/documents.ts";

/** A file of pay-outs as the bank gets it, or the same transfers as CSV. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const asCsv = new URL(request.url).searchParams.get("as") === "csv";
  return fileAnswer(async () => {
    const { paymentFile: file } = await (await readerOfVisitor())(paymentFileContent, { id });
    if (!file) notFound();
    return {
      name: `${file.messageId}.${asCsv ? "csv" : "xml"}`,
      mediaType: asCsv ? "text/csv; charset=utf-8" : "application/xml; charset=utf-8",
      bytes: Buffer.from(asCsv ? file.csv : file.content, "utf8"),
    };
  });
}
