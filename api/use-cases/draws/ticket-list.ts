import { createHash, createHmac } from "node:crypto";
import { type DrawTerms, LIST_HEADER } from "#api/engine/draw-winners.ts";
import type { Draw, Tx } from "#api/sql/rows.ts";
import { drawTermsOf } from "#api/use-cases/draws/definition.ts";

/** Lines of the list in one part, as it is fetched. */
export const LINES_PER_PART = 50_000;

/** A part of the list as it is published, without the header. */
type Part = { text: string; holders: number; tickets: bigint };

/** From 0: whoever holds tickets, in the order of their numbers; put together where they lie. */
async function readPart(tx: Tx, drawId: string, part: number): Promise<Part> {
  const from = part * LINES_PER_PART;
  const [read] = await tx.$queryRaw<Part[]>`
    SELECT coalesce(string_agg(holder || ',' || tickets || E'\n', '' ORDER BY holder), '') AS text,
      count(*)::int AS holders, coalesce(sum(tickets), 0)::bigint AS tickets
    FROM draw_holder WHERE draw_id = ${drawId} AND holder > ${from} AND holder <= ${from + LINES_PER_PART}`;
  return read ?? { text: "", holders: 0, tickets: 0n };
}

async function* partsOf(tx: Tx, drawId: string): AsyncGenerator<Part> {
  for (let part = 0; ; part++) {
    const read = await readPart(tx, drawId, part);
    if (read.holders === 0) return;
    yield read;
  }
}

/** The text of a part, as it is published; the first bears the header. */
export async function listPart(tx: Tx, drawId: string, part: number): Promise<string> {
  const { text } = await readPart(tx, drawId, part);
  return `${part === 0 ? LIST_HEADER : ""}${text}`;
}

/** Of the whole list as it lies there: its hash, how many hold tickets, and how many tickets there are. */
export async function sumUpList(tx: Tx, drawId: string) {
  const hash = createHash("sha256").update(LIST_HEADER);
  let [holderCount, ticketCount] = [0, 0n];
  for await (const { text, holders, tickets } of partsOf(tx, drawId)) {
    hash.update(text);
    holderCount += holders;
    ticketCount += tickets;
  }
  return { listHash: hash.digest("hex"), holderCount, ticketCount };
}

/** How many tickets each holder has, in the order of their numbers. */
export async function readTickets(tx: Tx, drawId: string): Promise<bigint[]> {
  const tickets: bigint[] = [];
  for await (const { text } of partsOf(tx, drawId)) {
    for (const line of text.trimEnd().split("\n")) tickets.push(BigInt(line.slice(line.indexOf(",") + 1)));
  }
  return tickets;
}

/** Puts holders in an order that tells nothing of them, and that nobody could choose after the seed was thrown. */
export const saltOf = (seed: string) => createHmac("sha256", Buffer.from(seed, "hex")).update("holders").digest("hex");

/** What winners follow from, of a draw whose seed may be known. */
export function termsOfDrawing(draw: Draw): DrawTerms {
  const { seed, listHash, publicValue, code } = draw;
  if (seed === null || listHash === null) throw new Error(`the draw ${draw.id} is not drawn`);
  const { prizes, onePrizePerHolder } = drawTermsOf(draw);
  const quantities = prizes.map(({ quantity }) => quantity);
  return { code, seed, listHash, publicValue: publicValue ?? "", quantities, onePrizePerHolder };
}
