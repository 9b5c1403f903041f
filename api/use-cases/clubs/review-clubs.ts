import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { Club, ClubMembership, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { giveBackFromPools } from "#api/use-cases/pools/give-back.ts";
import { lockClub, move } from "./join-club.ts";
import { whoFits } from "./rule.ts";

const CHUNK_MEMBERS = 500;

/** Whoever came in by a rule that no longer holds for them has left, with what they have in its pool. Answers how many. */
export async function reviewClubs(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const clubs = await deps.db.club.findMany({ where: { entry: "RULE", state: "OPEN" }, orderBy: { id: "asc" } });
  let left = 0;
  for (const club of clubs) left += await review(deps, club);
  await giveBackFromPools(deps);
  return left;
}

type Parted = { club: Club; known: ClubMembership; at: Date; reason: string };

async function part(tx: Tx, { club, known: { id, memberId }, at, reason }: Parted): Promise<number> {
  await lockClub(tx, club.id);
  const known = await tx.clubMembership.findUnique({ where: { id } });
  if (known?.state !== "IN") return 0;
  await move(tx, systemActor, { club, memberId, known }, { event: "leave", at, reason });
  return 1;
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
      left += await deps.db.$transaction((tx) => part(tx, { club, known, at, reason }));
    }
    after = last.id;
  }
}
