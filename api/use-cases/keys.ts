import { type Actor, keyOwnerOf } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { IdempotencyKeyReused } from "#api/ledger/refusals.ts";
import type { Tx } from "#api/sql/rows.ts";

/** A request that makes something outside the ledger; the ledger's deeds keep their own keys. */
export type Making = {
  /** The use case's name: one key serves one verb. */
  verb: string;
  input: { idempotencyKey: string };
  /** The id the thing will have, if this is the first request. */
  objectId: string;
};

/**
 * Takes the key for this request inside the transaction that makes the thing. Answers the id of what the first
 * request made when the key was taken before; a concurrent twin waits here until the first commits.
 */
export async function takeKey(tx: Tx, actor: Actor, { verb, input, objectId }: Making): Promise<string | null> {
  const { idempotencyKey: key, ...said } = input;
  const owner = keyOwnerOf(actor);
  const print = fingerprint({ verb, ...said });
  const { count } = await tx.requestKey.createMany({
    data: [{ owner, key, fingerprint: print, objectId }],
    skipDuplicates: true,
  });
  if (count === 1) return null;
  const first = await tx.requestKey.findUniqueOrThrow({ where: { owner_key: { owner, key } } });
  if (first.fingerprint !== print) throw new IdempotencyKeyReused(key);
  return first.objectId;
}
