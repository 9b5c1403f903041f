import type { Actor } from "#api/kernel/actor.ts";
import { formatMoney } from "#api/kernel/money.ts";
import type { PartnerAmount, Posted } from "#api/ledger/movements.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";

export type RecordSecured = { parts: PartnerAmount[]; idempotencyKey: string };

/** Cash partners put up as collateral, on the segregated account. */
export function recordCollateral(deps: Deps, actor: Actor, input: RecordSecured): Promise<Posted> {
  return recordSecured(deps, actor, "collateralIn", input);
}

/** Cash partners pay into the shared loss pool, on the segregated account. */
export function recordLossPool(deps: Deps, actor: Actor, input: RecordSecured): Promise<Posted> {
  return recordSecured(deps, actor, "lossPoolIn", input);
}

function recordSecured(
  deps: Deps,
  actor: Actor,
  kind: "collateralIn" | "lossPoolIn",
  input: RecordSecured,
): Promise<Posted> {
  can(actor, "collateral:record");
  const verb = kind === "collateralIn" ? "recordCollateral" : "recordLossPool";
  return once(deps, requestOf(verb, actor, input), async () => {
    await requireSound(deps, input.parts);
    return { occurredAt: deps.clock.now(), place: null, movements: [{ kind, parts: input.parts }] };
  });
}

async function requireSound({ db }: Deps, parts: readonly PartnerAmount[]): Promise<void> {
  if (parts.length === 0) throw new InvalidValue("parts", "[]", "at least one partner's amount");
  const ids = parts.map(({ partnerId }) => partnerId);
  const partners = await db.partner.findMany({ where: { id: { in: ids } }, select: { id: true } });
  for (const { partnerId, amountE6 } of parts) {
    if (!partners.some(({ id }) => id === partnerId)) throw new PartnerNotFound(partnerId);
    if (amountE6 <= 0n) throw new InvalidValue("amount", formatMoney(amountE6), "greater than zero");
  }
}
