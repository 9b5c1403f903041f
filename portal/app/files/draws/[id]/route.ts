import { notFound } from "next/navigation";
import { fileAnswer } from "#portal/lib/file-answer.ts";
import { type Reader, readerOfVisitor } from "#portal/lib/read-as.ts";
import { drawFile, drawTicketList } from "#schema/documents.ts";

/** What anyone needs to check a draw: the draw itself, or with `?list` its tickets. Nobody has to sign in. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const read = await readerOfVisitor();
  const wantsList = new URL(request.url).searchParams.has("list");
  return fileAnswer(async () => {
    if (wantsList) return { name: "tickets.csv", mediaType: "text/csv", bytes: Buffer.from(await listOf(read, id)) };
    const file = (await read(drawFile, { id })).draw?.file;
    if (!file) notFound();
    return { name: "draw.json", mediaType: "application/json", bytes: Buffer.from(file) };
  });
}

async function listOf(read: Reader, id: string): Promise<string> {
  const parts: string[] = [];
  for (let part = 0; ; part++) {
    const text = (await read(drawTicketList, { id, part })).draw?.ticketList ?? null;
    if (text === null) notFound();
    parts.push(text);
    if (text.split("\n").length <= LINES_PER_PART) return parts.join("");
  }
}

/** A part with fewer lines is the last. */
const LINES_PER_PART = 50_000;
