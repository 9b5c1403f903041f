import { notFound } from "next/navigation";
import { fileAnswer } from "#portal/lib/file-answer.ts";
import { readerOfVisitor } from "#portal/lib/read-as.ts";
import { claimFile } from "#schema/documents.ts";

/** The picture of a claim's receipt, as the visitor may see it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return fileAnswer(async () => {
    const { claimFile: file } = await (await readerOfVisitor())(claimFile, { claimId: id });
    if (!file) notFound();
    return { name: file.fileName, mediaType: file.mediaType, bytes: Buffer.from(file.contentBase64, "base64") };
  });
}
