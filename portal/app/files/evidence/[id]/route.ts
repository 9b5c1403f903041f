import { notFound } from "next/navigation";
import { fileAnswer } from "#portal/lib/file-answer.ts";
import { readerOfVisitor } from "#portal/lib/read-as.ts";
import { disputeEvidenceFile } from "#schema/documents.ts";

/** A file that was brought as evidence, as the visitor may see it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return fileAnswer(async () => {
    const { disputeEvidenceFile: file } = await (await readerOfVisitor())(disputeEvidenceFile, { evidenceId: id });
    if (!file) notFound();
    return { name: file.fileName, mediaType: file.mediaType, bytes: Buffer.from(file.contentBase64, "base64") };
  });
}
