import { notFound } from "next/navigation";
import { fileAnswer } from "#portal/lib/file-answer.ts";
import { readerOfVisitor } from "#portal/lib/read-as.ts";
import { applePass } from "#schema/documents.ts";

/** The visitor's card for Apple's wallet: telephones open it by its media type. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return fileAnswer(async () => {
    const { applePass: archive } = await (await readerOfVisitor())(applePass, { cardId: id });
    if (archive === null) notFound();
    return { name: "card.pkpass", mediaType: "application/vnd.apple.pkpass", bytes: Buffer.from(archive, "base64") };
  });
}
