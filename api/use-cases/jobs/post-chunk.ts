import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import type { Movement } from "#api/ledger/movements.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** One deed of a job. `about` is exactly what it acts on: the same work is never done twice. */
export type JobDeed = { about: unknown; movement: Movement };

export const CHUNK_DEEDS = 500;

/**
 * Posts a chunk of a job's deeds side by side, so that they share batches. A refusal means that somebody was quicker
 * (the points were spent, the reservation captured): nothing is left to do there. Answers how many were posted.
 */
export async function postChunk(deps: Deps, actor: Actor, kind: string, deeds: readonly JobDeed[]): Promise<number> {
  const occurredAt = deps.clock.now();
  const outcomes = await Promise.allSettled(
    deeds.map(({ about, movement }) => {
      const print = fingerprint({ kind, about });
      const key = { owner: actorRef(actor), key: `${kind}:${print}`, fingerprint: print };
      return deps.ledger.post({ kind, actor, ...key, occurredAt, place: null, movements: [movement] });
    }),
  );
  const failed = outcomes.find((one) => one.status === "rejected" && !(one.reason instanceof Refusal));
  if (failed?.status === "rejected") throw failed.reason;
  return outcomes.filter((one) => one.status === "fulfilled" && !one.value.replayed).length;
}
