import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { gathered } from "#api/use-cases/partners/find-inside.ts";
import { seesColleague } from "#api/use-cases/staff/remove-staff.ts";
import { type StaffView, viewStaff } from "#api/use-cases/staff/staff-view.ts";

/** Stands for the operator among partner ids. */
export const OPERATOR = "operator";

/** A page of each organisation's staff, by when they came, in one query. The cursor is the id. */
export async function findStaffOf(
  deps: Deps,
  actor: Actor,
  organisations: readonly string[],
  { first, after }: PageArgs,
): Promise<Map<string, Page<StaffView>>> {
  const seen = organisations.filter((one) => seesColleague(actor, one === OPERATOR ? null : one));
  const heads = await deps.db.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM unnest(${seen}::text[]) AS o(id) CROSS JOIN LATERAL (
      SELECT id FROM staff WHERE partner_id IS NOT DISTINCT FROM nullif(o.id, ${OPERATOR})
        AND (${after}::text IS NULL OR id > ${after})
      ORDER BY id LIMIT ${first + 1}) s`;
  const found = await findStaff(
    deps,
    actor,
    heads.map(({ id }) => id),
  );
  const rows = [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lists = gathered(seen, rows, (row) => row.partnerId ?? OPERATOR);
  return new Map([...lists].map(([id, list]) => [id, pageOf(list, first)]));
}

/** Staff by id, without those whose organisation the viewer may not look into. */
export async function findStaff(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, StaffView>> {
  const rows = await deps.db.staff.findMany({ where: { id: { in: [...ids] } } });
  const seen = rows.filter((row) => seesColleague(actor, row.partnerId));
  const users = await deps.db.user.findMany({ where: { id: { in: seen.map((row) => row.userId) } } });
  const byId = new Map(users.map((user) => [user.id, user]));
  return new Map(seen.map((row) => [row.id, viewStaff(row, byId.get(row.userId) ?? { name: "", email: "" })]));
}
