import type { Actor } from "#api/kernel/actor.ts";
import type { Page, PageArgs } from "#api/kernel/page.ts";
import { type MatrixCell, readMatrices } from "#api/ledger/read/matrix.ts";
import { may } from "#api/use-cases/can.ts";
import { pageOfSorted } from "#api/use-cases/cycles/page-of-sorted.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** The pair a cell stands for. */
export const pairOf = ({ issuerId, redeemerId }: MatrixCell) => `${issuerId}|${redeemerId}`;

/** Who pays for whose redemptions, the largest charge first; only for the operator. The cursor is the pair. */
export async function listMatrixCells(
  deps: Deps,
  actor: Actor,
  cycleIds: readonly string[],
  page: PageArgs,
): Promise<Map<string, Page<MatrixCell>>> {
  if (!may(actor, "matrix:read")) return new Map();
  const matrices = await readMatrices(deps.db, cycleIds);
  return new Map([...matrices].map(([id, cells]) => [id, pageOfSorted(cells.toSorted(byCharge), page, pairOf)]));
}

function byCharge(a: MatrixCell, b: MatrixCell): number {
  if (a.chargeE6 !== b.chargeE6) return a.chargeE6 > b.chargeE6 ? -1 : 1;
  return pairOf(a) < pairOf(b) ? -1 : 1;
}
