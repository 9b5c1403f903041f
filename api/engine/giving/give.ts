import type { Parts } from "#api/engine/effects.ts";
import type { Give, Reach } from "#api/engine/set/compiled.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Scene } from "./scene.ts";
import { only, partsOf, sumOf } from "./shares.ts";

/** The part of the receipt paid in money after all discounts, whole and by line. */
export type MoneyBase = { totalE6: MoneyE6; byLineE6: readonly MoneyE6[]; pointValueE6: MoneyE6 };

/** A result before and after it was rounded down. */
export type Given = Parts & { exactE6: bigint };

const ONE_E6 = 1_000_000n;

/**
 * Points, tickets, stamps: rounded down once for all meant lines together, or once for each; PAID leaves out lines
 * that nothing is paid for in money.
 */
export function giveOf(
  { give, each, where }: { give: Give } & Reach,
  scene: Scene,
  base: MoneyBase,
  among: "ALL" | "PAID" = "ALL",
): Given {
  if (scene.activity && where === null) return whole(give, base);
  const meant = scene.matching(where);
  const lines = among === "PAID" ? meant.filter((line) => (base.byLineE6[line] ?? 0n) > 0n) : meant;
  if (lines.length === 0) return { total: 0n, byLine: [], exactE6: 0n };
  return each ? giveEach(give, lines, { scene, base }) : giveTogether(give, lines, base);
}

function whole(give: Give, { totalE6, pointValueE6 }: MoneyBase): Given {
  const exactE6 = exactOf(give, totalE6, { pieces: 1n, pointValueE6 });
  return { total: exactE6 / ONE_E6, byLine: [], exactE6 };
}

function giveTogether(give: Give, lines: readonly number[], { byLineE6, pointValueE6 }: MoneyBase): Given {
  const weights = only(lines, byLineE6);
  const exactE6 = exactOf(give, sumOf(weights), { pieces: 1n, pointValueE6 });
  const ones = byLineE6.map(() => 1n);
  const total = exactE6 / ONE_E6;
  return { ...partsOf(total, sumOf(weights) > 0n ? weights : only(lines, ones)), exactE6 };
}

/** Fixed numbers count for each piece. */
function giveEach(give: Give, lines: readonly number[], { scene, base }: { scene: Scene; base: MoneyBase }): Given {
  const byLine = base.byLineE6.map(() => 0n);
  let exactE6 = 0n;
  for (const line of lines) {
    const pieces = scene.pieces[line] ?? 1n;
    const exact = exactOf(give, base.byLineE6[line] ?? 0n, { pieces, pointValueE6: base.pointValueE6 });
    byLine[line] = exact / ONE_E6;
    exactE6 += exact;
  }
  return { total: sumOf(byLine), byLine, exactE6 };
}

/** In millionths, cut after six places. */
function exactOf(
  give: Give,
  moneyE6: MoneyE6,
  { pieces, pointValueE6 }: { pieces: bigint; pointValueE6: MoneyE6 },
): bigint {
  if (give.by === "PERCENT") return (moneyE6 * give.bps * ONE_E6) / (10_000n * pointValueE6);
  if (give.by === "FIXED") return give.number * pieces * ONE_E6;
  return (moneyE6 / give.perE6) * give.number * ONE_E6;
}
