import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

export type ActorName = { actor: string; name: string };

const NAMES_MAX = 100;

/** The people behind actors as entries and approvals name them ("operator:usr_…"); machines and the hub have none. */
export async function readActorNames(deps: Deps, actor: Actor, actors: readonly string[]): Promise<ActorName[]> {
  can(actor, "approval:read");
  const asked = actors.slice(0, NAMES_MAX);
  const ids = asked.map((ref) => ref.split(":")[1] ?? "");
  const users = await deps.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return asked.flatMap((ref, index) => {
    const name = names.get(ids[index] ?? "");
    return name ? [{ actor: ref, name }] : [];
  });
}
