import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { Challenge, Tx } from "#api/sql/rows.ts";
import { ChallengeNotFound } from "#api/use-cases/challenges/refusals.ts";
import { type ChallengeEvent, nextChallengeState } from "#api/use-cases/challenges/states.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** Holds a challenge still until the transaction ends. */
export async function lockChallenge(tx: Tx, id: string): Promise<Challenge> {
  await tx.$executeRaw`SELECT FROM challenge WHERE id = ${id} FOR UPDATE`;
  const found = await tx.challenge.findUnique({ where: { id } });
  if (!found) throw new ChallengeNotFound(id);
  return found;
}

/** The same for those whose challenge it is. */
export async function lockOwn(tx: Tx, actor: Actor, id: string): Promise<Challenge> {
  const found = await lockChallenge(tx, id);
  if (found.partnerId !== partnerOf(actor)) throw new ChallengeNotFound(id);
  return found;
}

type Move = { event: ChallengeEvent; at: Date; reason?: string | null; approvalId?: string | null } & Partial<
  Pick<Challenge, "round" | "startedAt" | "endedAt">
>;

/** Moves a locked challenge on and leaves the step. */
export async function moveChallenge(
  tx: Tx,
  actor: Actor,
  { id, partnerId, ...challenge }: Challenge,
  { event, at, reason = null, approvalId = null, ...changes }: Move,
): Promise<Challenge> {
  const { state: from } = challenge;
  const to = nextChallengeState({ id, state: from }, event);
  await recordStep(tx, actor, { object: "challenge", objectId: id, from, to, at, reason, approvalId, partnerId });
  return tx.challenge.update({ where: { id }, data: { state: to, ...changes } });
}
