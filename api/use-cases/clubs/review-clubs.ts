import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { Club } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { move } from "./join-club.ts";
import { whoFits } from "./rule.ts";

const CHUNK_MEMBERS = 500;

/** Whoever came in by a rule that no longer holds for them has left. Answers how many. */
export async function reviewClubs(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const clubs = await deps.db.club.findMany({ where: { entry: "RULE", state: "OPEN" }, orderBy: { id: "asc" } });
  let left = 0;
  for (const club of clubs) left += await review(deps, club);
  return left;
}

async function review(deps: Deps, club: Club): Promise<number> {
  let left = 0;
  let after = "";
  for (;;) {
    const inside = await deps.db.clubMembership.findMany({
      where: { clubId: club.id, state: "IN", invitedAt: null, id: { gt: after } },
      orderBy: { id: "asc" },
      take: CHUNK_MEMBERS,
    });
    const last = inside.at(-1);
    if (!last) return left;
    const fitting = await whoFits(
      deps,
      deps.db,
      club,
      inside.map(({ memberId }) => memberId),
    );
    const at = deps.clock.now();
    for (const known of inside.filter(({ memberId }) => !fitting.has(memberId))) {
      const reason = "The club's rule no longer holds";
      await deps.db.$transaction((tx) =>
        move(tx, systemActor, { club, memberId: known.memberId, known }, { event: "leave", at, reason }),
      );
      left += 1;
    }
    after = last.id;
  }
}
