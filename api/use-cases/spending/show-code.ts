import type { Actor } from "#api/kernel/actor.ts";
import { rotatingCode, windowEnd, windowOf } from "#api/kernel/rotating-code.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { guardOf } from "./guard.ts";

/** What a till reads to spend: the card, and a code that lives half a minute. */
export type SpendCode = { cardId: string; code: string; payload: string; until: Date };

/** Nobody but the member sees it, and nobody while their points are locked. */
export async function showSpendCode(deps: Deps, actor: Actor): Promise<SpendCode | null> {
  if (actor.kind !== "member" || !may(actor, "spend:guard")) return null;
  const { memberId } = actor;
  const [guard, card] = await Promise.all([
    guardOf(deps, memberId),
    deps.db.card.findFirst({ where: { memberId, status: "ACTIVE" }, orderBy: { issuedAt: "desc" } }),
  ]);
  if (!card || guard.locked) return null;
  const window = windowOf(deps.clock.now());
  const code = rotatingCode(card.id, window, deps.secrets.apiKey);
  return { cardId: card.id, code, payload: `${card.number}-${code}`, until: windowEnd(window) };
}
