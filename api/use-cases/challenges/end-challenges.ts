import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import { lockChallenge, moveChallenge } from "#api/use-cases/challenges/lock-challenge.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Tills send what they did offline; so long after its last instant a challenge still rewards what happened in time. */
const LATE_MS = 86_400_000;

/** Ends challenges whose time is over. Answers how many. */
export async function endChallenges(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const at = deps.clock.now();
  const endsAt = { lte: new Date(at.getTime() - LATE_MS) };
  const over = await deps.db.challenge.findMany({ where: { state: { in: ["LIVE", "PAUSED"] }, endsAt } });
  for (const { id } of over) {
    await deps.db.$transaction(async (tx) => {
      const found = await lockChallenge(tx, id);
      if (found.state === "ENDED") return;
      await moveChallenge(tx, actor, found, { event: "end", at, reason: "Its time is over", endedAt: at });
    });
  }
  return over.length;
}
