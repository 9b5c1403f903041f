import type { CompiledEffect, Take } from "#api/engine/set/compiled.ts";
import { spread } from "#api/engine/spread.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Scene } from "./scene.ts";
import { sumOf } from "./shares.ts";

type Discount = Extract<CompiledEffect, { kind: "discount" | "cheapest" }>;
type Priced = { netE6: readonly MoneyE6[]; coinE6: MoneyE6 };

/** What an effect takes off each line, in whole coins, never more than the line still costs. */
export function discountOf(effect: Discount, scene: Scene, priced: Priced): MoneyE6[] {
  const lines = scene.matching(effect.where);
  if (effect.kind === "cheapest") return offPieces(effect, scene, { ...priced, lines });
  return effect.each
    ? offEach(effect.take, scene, { ...priced, lines })
    : offTogether(effect.take, { ...priced, lines });
}

type OnLines = Priced & { lines: readonly number[] };

/** Each line on its own; amounts and prices are for each piece. */
function offEach(take: Take, { pieces }: Scene, { netE6, coinE6, lines }: OnLines): MoneyE6[] {
  const off = netE6.map(() => 0n);
  for (const line of lines) off[line] = offOne(take, netE6[line] ?? 0n, { pieces: pieces[line] ?? 1n, coinE6 });
  return off;
}

/** All meant lines as one; what comes off is spread over them by what they cost. */
function offTogether(take: Take, { netE6, coinE6, lines }: OnLines): MoneyE6[] {
  const coins = netE6.map(() => 0n);
  for (const line of lines) coins[line] = (netE6[line] ?? 0n) / coinE6;
  const base = lines.reduce((sum, line) => sum + (netE6[line] ?? 0n), 0n);
  const whole = offOne(take, base, { pieces: 1n, coinE6 }) / coinE6;
  const most = sumOf(coins);
  return most === 0n ? coins : spread(whole < most ? whole : most, coins).map((share) => share * coinE6);
}

/** The pieces that cost least, earlier lines first among equals. */
function offPieces(effect: Extract<Discount, { kind: "cheapest" }>, scene: Scene, { netE6, coinE6, lines }: OnLines) {
  const off = netE6.map(() => 0n);
  let left = scene.count(effect.count);
  const pieces = (line: number) => scene.pieces[line] ?? 1n;
  const cheapestFirst = lines.toSorted((a, b) => {
    const difference = (netE6[a] ?? 0n) * pieces(b) - (netE6[b] ?? 0n) * pieces(a);
    return difference === 0n ? a - b : difference < 0n ? -1 : 1;
  });
  for (const line of cheapestFirst) {
    if (left <= 0n) break;
    const taken = left < pieces(line) ? left : pieces(line);
    const part = ((netE6[line] ?? 0n) * taken) / pieces(line);
    off[line] = offOne(effect.take, part, { pieces: taken, coinE6 });
    left -= taken;
  }
  return off;
}

/** Rounded down to whole coins, between nothing and all of it. */
function offOne(take: Take, amountE6: MoneyE6, { pieces, coinE6 }: { pieces: bigint; coinE6: MoneyE6 }): MoneyE6 {
  const wanted = wantedOff(take, amountE6, pieces);
  const most = wanted < amountE6 ? wanted : amountE6;
  return most > 0n ? most - (most % coinE6) : 0n;
}

function wantedOff(take: Take, amountE6: MoneyE6, pieces: bigint): MoneyE6 {
  if (take.by === "PERCENT") return (amountE6 * take.bps) / 10_000n;
  return take.by === "AMOUNT" ? take.amountE6 * pieces : amountE6 - take.priceE6 * pieces;
}
