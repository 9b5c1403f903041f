import { createHash, createHmac } from "node:crypto";
import { type DrawTerms, LIST_HEADER, listLine } from "#api/engine/draw-winners.ts";
import type { Draw, Tx } from "#api/sql/rows.ts";
import { drawTermsOf } from "#api/use-cases/draws/definition.ts";

/** Lines of the list in one part, as it is fetched. */
export const LINES_PER_PART = 50_000;

type Held = { holder: number; tickets: bigint };

/** A part of the list, from 0: whoever holds tickets, in the order of their numbers. */
async function readPart(tx: Tx, drawId: string, part: number): Promise<Held[]> {
  const from = part * LINES_PER_PART;
  return tx.drawHolder.findMany({
    where: { drawId, holder: { gt: from, lte: from + LINES_PER_PART } },
    orderBy: { holder: "asc" },
    select: { holder: true, tickets: true },
  });
}

async function* partsOf(tx: Tx, drawId: string): AsyncGenerator<Held[]> {
  for (let part = 0; ; part++) {
    const held = await readPart(tx, drawId, part);
    if (held.length === 0) return;
    yield held;
  }
}

/** The text of a part, as it is published; the first bears the header. */
export async function listPart(tx: Tx, drawId: string, part: number): Promise<string> {
  const held = await readPart(tx, drawId, part);
  return `${part === 0 ? LIST_HEADER : ""}${textOf(held)}`;
}

const textOf = (held: readonly Held[]) => held.map(({ holder, tickets }) => listLine(holder, tickets)).join("");

/** Of the whole list as it lies there: its hash, how many hold tickets, and how many tickets there are. */
export async function sumUpList(tx: Tx, drawId: string) {
  const hash = createHash("sha256").update(LIST_HEADER);
  let [holderCount, ticketCount] = [0, 0n];
  for await (const held of partsOf(tx, drawId)) {
    hash.update(textOf(held));
    holderCount += held.length;
    ticketCount = held.reduce((sum, { tickets }) => sum + tickets, ticketCount);
  }
  return { listHash: hash.digest("hex"), holderCount, ticketCount };
}

/** How many tickets each holder has, in the order of their numbers. */
export async function readTickets(tx: Tx, drawId: string): Promise<bigint[]> {
  const tickets: bigint[] = [];
  for await (const held of partsOf(tx, drawId)) for (const one of held) tickets.push(one.tickets);
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
