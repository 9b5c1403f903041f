import type { MoneyE6 } from "#api/kernel/money.ts";
import type { WaterfallLayer } from "#api/ledger/movements.ts";
import { proRata } from "#api/use-cases/risk/waterfall.ts";

/** A layer of a covered default, and what of it has not come back yet. `seq` is its place in the waterfall. */
export type OpenLayer = { seq: number; account: WaterfallLayer["account"]; ownerId: string; openE6: MoneyE6 };

/** What one layer gets back. */
export type Repaid = OpenLayer & { amountE6: MoneyE6 };

/**
 * Late money goes back the way it came, last in, first out: what no bound covered, then the survivors side by side,
 * pro rata to what each still misses, then the operator's first loss, the defaulter's pool share, its collateral.
 * `amountE6` is at most what is open; the parts add up to it exactly.
 */
export function repay(amountE6: MoneyE6, layers: readonly OpenLayer[], defaulterId: string): Repaid[] {
  let left = amountE6;
  const repaid: Repaid[] = [];
  for (const rank of ranksOf(layers, defaulterId)) {
    const open = rank.reduce((sum, { openE6 }) => sum + openE6, 0n);
    const given = left < open ? left : open;
    left -= given;
    const parts = proRata(
      given,
      rank.map((layer) => ({ id: layer.ownerId, weight: layer.openE6, layer })),
    );
    repaid.push(...parts.map(({ layer, share }) => ({ ...layer, amountE6: share })));
  }
  return repaid.filter((part) => part.amountE6 > 0n);
}

/** Layers that stand equal come together; later ones in the waterfall first. */
function ranksOf(layers: readonly OpenLayer[], defaulterId: string): OpenLayer[][] {
  const isSurvivor = ({ account, ownerId }: OpenLayer) => account === "LOSS_POOL" && ownerId !== defaulterId;
  const survivors = layers.filter(isSurvivor);
  const alone = layers.filter((layer) => !isSurvivor(layer)).map((layer) => [layer]);
  const ranks = survivors.length > 0 ? [...alone, survivors] : alone;
  const placeOf = (rank: readonly OpenLayer[]) => Math.max(...rank.map(({ seq }) => seq));
  return ranks.toSorted((a, b) => placeOf(b) - placeOf(a));
}
