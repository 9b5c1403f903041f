import "server-only";
import { notFound } from "next/navigation";
import { allNodes } from "#portal/lib/pages.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { read } from "#portal/lib/read.ts";
import { cycleMatrix, cyclePage, cyclePositions, cycleReview } from "#schema/documents.ts";

export type CycleHead = NonNullable<AnswerOf<typeof cyclePage>["cycle"]>;

/** What proves a cycle: its steps, its inputs, what computing it again gives. */
export type CycleProof = NonNullable<AnswerOf<typeof cycleReview>["cycle"]>;

export async function readCycleProof(id: string): Promise<CycleProof> {
  const { cycle } = await read(cycleReview, { id });
  if (!cycle) notFound();
  return cycle;
}

/** What every page of a cycle shows on top. */
export async function readCycle(id: string): Promise<CycleHead> {
  const { cycle } = await read(cyclePage, { id });
  if (!cycle) notFound();
  return cycle;
}

type Found<Op extends typeof cycleMatrix | typeof cyclePositions> = NonNullable<AnswerOf<Op>["cycle"]>;

export type Cell = Found<typeof cycleMatrix>["matrix"]["edges"][number]["node"];
export type PartnerPosition = Found<typeof cyclePositions>["positions"]["edges"][number]["node"];

/** One answer of the gateway holds this many rows of these. */
const PAGE = 100;

/** So many pairs are drawn; a coalition of a few dozen partners has fewer. */
export const CELLS_MOST = 2_000;

/** The pairs of a cycle, the largest charge first, and whether there are more than are drawn. */
export async function readCells(id: string): Promise<{ cells: Cell[]; more: boolean }> {
  const cells = await upTo(
    CELLS_MOST + 1,
    allNodes(async (after) => (await read(cycleMatrix, { id, first: PAGE, after })).cycle?.matrix),
  );
  return { cells: cells.slice(0, CELLS_MOST), more: cells.length > CELLS_MOST };
}

export async function readPositions(id: string): Promise<PartnerPosition[]> {
  return upTo(
    CELLS_MOST,
    allNodes(async (after) => (await read(cyclePositions, { id, first: PAGE, after })).cycle?.positions),
  );
}

async function upTo<Row>(most: number, rows: AsyncIterable<Row>): Promise<Row[]> {
  const read: Row[] = [];
  for await (const row of rows) {
    read.push(row);
    if (read.length === most) break;
  }
  return read;
}
