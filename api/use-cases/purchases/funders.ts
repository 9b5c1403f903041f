import type { Effect, Funder } from "#api/engine/effects.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Contract } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { together } from "#api/use-cases/together.ts";
import { termsAt } from "./context.ts";

/** What each of those who pay bears of a receipt, the till's own partner first; null: the operator. */
export type Shares = Map<string | null, bigint>;

/** Points by whose they are. */
export const pointsByFunder = (effects: readonly Effect[]): Shares => sharesOf(effects, ["points"]);

/** The money of discounts and gifts by who pays it. */
export const moneyByFunder = (effects: readonly Effect[]): Shares => sharesOf(effects, ["discount", "gift"]);

function sharesOf(effects: readonly Effect[], kinds: readonly Effect["kind"][]): Shares {
  const shares: Shares = new Map();
  for (const effect of effects) {
    if (!kinds.includes(effect.kind) || !("funders" in effect)) continue;
    for (const { partnerId, total } of effect.funders satisfies readonly Funder[]) {
      shares.set(partnerId, (shares.get(partnerId) ?? 0n) + total);
    }
  }
  return new Map([...shares].filter(([, share]) => share > 0n));
}

/** Of the money of discounts and gifts, what others than the till's partner pay. */
export function paidByOthers(
  effects: readonly Effect[],
  partnerId: string,
): { payerId: string | null; amountE6: MoneyE6 }[] {
  return [...moneyByFunder(effects)]
    .filter(([payerId]) => payerId !== partnerId)
    .map(([payerId, amountE6]) => ({ payerId, amountE6 }));
}

export const sumE6 = (parts: readonly { amountE6: MoneyE6 }[]) =>
  parts.reduce((sum, { amountE6 }) => sum + amountE6, 0n);

export const sumPoints = (shares: Shares): Points => shares.values().reduce((sum, share) => sum + share, 0n);

/** The operator as the partner it is in the books. */
export async function operatorIdOf(deps: Deps): Promise<string> {
  const [operator] = await operators(deps, ["operator"]);
  if (!operator) throw new Error("the hub has no operator yet");
  return operator;
}

const operators = together(async ({ db }) => {
  const operator = await db.partner.findFirst({ where: { isOperator: true }, select: { id: true } });
  return new Map(operator ? [["operator", operator.id]] : []);
});

/** Whose points they will be, and under which contract. */
export async function issuerOf(
  deps: Deps,
  funder: string | null,
  at: Date,
): Promise<{ issuerId: string; contract: Contract }> {
  const issuerId = funder ?? (await operatorIdOf(deps));
  const { contract } = await termsAt(deps, issuerId, at);
  return { issuerId, contract };
}
