import { type Actor, keyOwnerOf } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import type { Deed, Posted } from "#api/ledger/movements.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** What makes a deed once for ever: whose key it is, and what was asked with it. */
export type Request = Pick<Deed, "kind" | "actor" | "owner" | "key" | "fingerprint">;

/** A keyed input's identity; everything but the key is what was asked. */
export function requestOf<Input extends { idempotencyKey: string }>(kind: string, actor: Actor, input: Input): Request {
  const { idempotencyKey, ...asked } = input;
  const owner = keyOwnerOf(actor);
  return { kind, actor, owner, key: idempotencyKey, fingerprint: fingerprint({ kind, ...asked }) };
}

/**
 * Decides and posts. A refusal is final only when the key is new: what was done once is answered as done, also when
 * it would be refused by now (the card was blocked since, the goods are already back).
 */
export async function once(
  deps: Deps,
  request: Request,
  decide: () => Promise<Omit<Deed, keyof Request>>,
): Promise<Posted> {
  try {
    return await deps.ledger.post({ ...request, ...(await decide()) });
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const first = await deps.ledger.findDeed(request.owner, request.key, request.fingerprint);
    if (first) return first;
    throw refusal;
  }
}
