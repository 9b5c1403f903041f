import { type Actor, personOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Notice } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { NoticeNotFound } from "#api/use-cases/notices/refusals.ts";

/** The viewer's own notices, newest first; machines have none. The cursor is the id. */
export async function listNotices(
  deps: Deps,
  actor: Actor,
  { first, after, unread }: PageArgs & { unread?: boolean | null | undefined },
): Promise<Page<Notice>> {
  can(actor, "notice:read");
  const rows = await deps.db.notice.findMany({
    where: { ...own(actor), ...(unread ? { readAt: null } : {}), ...(after === null ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** Notices by id; one's own only. */
export async function findNotices(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, Notice>> {
  const rows = await deps.db.notice.findMany({ where: { ...own(actor), id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

export async function countUnreadNotices(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "notice:read");
  return deps.db.notice.count({ where: { ...own(actor), readAt: null } });
}

export type MarkNoticesRead = {
  /** All of the viewer's when absent. */
  noticeIds?: readonly string[] | null | undefined;
};

/** Takes the mark of news off the viewer's own notices; answers how many are left. */
export async function markNoticesRead(deps: Deps, actor: Actor, { noticeIds }: MarkNoticesRead): Promise<number> {
  can(actor, "notice:read");
  if (noticeIds) {
    const known = await findNotices(deps, actor, noticeIds);
    const unknown = noticeIds.find((id) => !known.has(id));
    if (unknown !== undefined) throw new NoticeNotFound(unknown);
  }
  await deps.db.notice.updateMany({
    where: { ...own(actor), readAt: null, ...(noticeIds ? { id: { in: [...noticeIds] } } : {}) },
    data: { readAt: deps.clock.now() },
  });
  return countUnreadNotices(deps, actor);
}

const own = (actor: Actor) => ({ userId: personOf(actor)?.id ?? "" });
