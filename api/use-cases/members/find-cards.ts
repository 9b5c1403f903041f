import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findMembers } from "#api/use-cases/members/find-members.ts";
import { type CardView, shownTo, viewCard } from "#api/use-cases/members/member-view.ts";
import { gathered } from "#api/use-cases/partners/find-inside.ts";

/** Cards by id, without those of members the viewer may not see. */
export async function findCards(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, CardView>> {
  can(actor, "member:read");
  const rows = await deps.db.card.findMany({ where: { id: { in: [...ids] } } });
  const members = await findMembers(deps, actor, [...new Set(rows.map((row) => row.memberId))]);
  return new Map(rows.filter((row) => members.has(row.memberId)).map((row) => [row.id, viewCard(actor, row)]));
}

/** The cards of members the viewer was shown, newest first. */
export async function findCardsOf(
  deps: Deps,
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, CardView[]>> {
  can(actor, "member:read");
  const shown = shownTo(actor, memberIds);
  const rows = await deps.db.card.findMany({ where: { memberId: { in: shown } }, orderBy: { id: "desc" } });
  const lists = gathered(shown, rows, (row) => row.memberId);
  return new Map([...lists].map(([id, list]) => [id, list.map((row) => viewCard(actor, row))]));
}
