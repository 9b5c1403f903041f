import { drawWinners, seedHashOf } from "#api/engine/draw-winners.ts";
import type { Draw, Tx } from "#api/sql/rows.ts";
import { readTickets, sumUpList, termsOfDrawing } from "#api/use-cases/draws/ticket-list.ts";

/** What can be said of a draw by doing everything again; null: its time has not come. */
export type DrawProof = {
  /** The seed's hash is the one that was published when the draw opened. */
  seedHolds: boolean | null;
  /** The list as it lies there has the hash that was published before the draw. */
  listHolds: boolean | null;
  /** The winners follow from both. */
  winnersHold: boolean | null;
};

/** Does everything again from what is stored. */
export async function verifyDraw(tx: Tx, draw: Draw): Promise<DrawProof> {
  const { id, seed, seedHash, listHash } = draw;
  if (listHash === null) return { seedHolds: null, listHolds: null, winnersHold: null };
  const list = await sumUpList(tx, id);
  const counted = list.holderCount === draw.holderCount && list.ticketCount === draw.ticketCount;
  const listHolds = list.listHash === listHash && counted;
  if (seed === null) return { seedHolds: null, listHolds, winnersHold: null };
  const stored = await tx.drawWinner.findMany({ where: { drawId: id }, orderBy: { place: "asc" } });
  const found = drawWinners(termsOfDrawing(draw), await readTickets(tx, id));
  const winnersHold =
    stored.length === found.length &&
    found.every(({ place, prize, ticket, holder }, at) => {
      const told = stored[at];
      return told?.place === place && told.prize === prize && told.ticket === ticket && told.holder === holder;
    });
  return { seedHolds: seedHashOf(seed) === seedHash, listHolds, winnersHold };
}
