import { giftCounter } from "#api/engine/limits.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { kept } from "#api/use-cases/kept.ts";

/** How many there are in all of each gift that may run out, by its counter; none of one that is not to be had now. */
export async function giftStocks(deps: Deps, codes: readonly string[]): Promise<Map<string, bigint>> {
  const found = await gifts(deps, codes);
  return new Map(
    found.flatMap((gift): [string, bigint][] => {
      if (!gift || (gift.state === "ACTIVE" && gift.stock === null)) return [];
      return [[giftCounter(gift.code), gift.state === "ACTIVE" ? (gift.stock ?? 0n) : 0n]];
    }),
  );
}

const gifts = kept("gift", async ({ db }, codes) => {
  const rows = await db.gift.findMany({ where: { code: { in: [...codes] } } });
  return new Map(rows.map((row) => [row.code, row]));
});
