import type { Actor } from "#api/kernel/actor.ts";
import type { MovementOf, Posted } from "#api/ledger/movements.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

export type RecordOpening = { lots: MovementOf<"open">["lots"]; idempotencyKey: string };

/** Brings in balances that members earned before the hub kept the books, lot by lot, at the prices agreed then. */
export async function recordOpening(deps: Deps, actor: Actor, input: RecordOpening): Promise<Posted> {
  can(actor, "opening:record");
  return once(deps, requestOf("recordOpening", actor, input), async () => {
    const empty = input.lots.find(({ points }) => points <= 0n);
    if (empty) throw new InvalidValue("points", String(empty.points), "greater than zero");
    return { occurredAt: deps.clock.now(), place: null, movements: [{ kind: "open", lots: input.lots }] };
  });
}
