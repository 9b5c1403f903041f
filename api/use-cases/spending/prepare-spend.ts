import type { Count, Movement } from "#api/ledger/movements.ts";
import type { Programme } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { shareRefusalOf } from "#api/use-cases/pools/pool-places.ts";
import { missingFromPool } from "#api/use-cases/pools/spend-through.ts";
import { checkSpend, type Spend, spendRefusalOf } from "./check-spend.ts";

/** What a deed that spends points does first, and what it counts. */
export type PreparedSpend = { movements: Movement[]; counts: Count[] };

export const noSpend: PreparedSpend = { movements: [], counts: [] };

/** The member's say about spending here, and what their household adds to what they have. */
export async function prepareSpend(deps: Deps, spend: Spend, programme: Programme): Promise<PreparedSpend> {
  const counts = await checkSpend(deps, spend, programme);
  const pooled = await missingFromPool(deps, spend, programme);
  return { movements: pooled.movements, counts: [...counts, ...pooled.counts] };
}

/** A limit reached by such a deed, in words the till can act on; anything else is passed on. */
export const spendProblem = (refusal: unknown, { counts }: PreparedSpend): unknown =>
  spendRefusalOf(shareRefusalOf(refusal, counts), counts);
