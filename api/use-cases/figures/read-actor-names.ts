import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

export type ActorName = { actor: string; name: string };

const NAMES_MAX = 100;

/**
 * The people behind actors as entries and approvals name them ("operator:usr_…"); machines and the hub have none. A
 * partner's owner is told its own people's only.
 */
export async function readActorNames(deps: Deps, actor: Actor, actors: readonly string[]): Promise<ActorName[]> {
  const partnerId = partnerOf(actor);
  can(actor, partnerId === null ? "approval:read" : "audit:read");
  const asked = actors.slice(0, NAMES_MAX);
  const ids = asked.map((ref) => ref.split(":")[1] ?? "");
  const known = partnerId === null ? ids : await workingAt(deps, partnerId, ids);
  const users = await deps.db.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return asked.flatMap((ref, index) => {
    const name = names.get(ids[index] ?? "");
    return name ? [{ actor: ref, name }] : [];
  });
}

async function workingAt({ db }: Deps, partnerId: string, userIds: string[]): Promise<string[]> {
  const staff = await db.staff.findMany({ where: { partnerId, userId: { in: userIds } }, select: { userId: true } });
  return staff.map(({ userId }) => userId);
}
