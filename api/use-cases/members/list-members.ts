import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import { listSeenMembers } from "#api/ledger/read/visitors.ts";
import type { MemberStatus } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type MemberView, viewMember } from "#api/use-cases/members/member-view.ts";

export type ListMembers = PageArgs & {
  /** Part of the name; the operator's to ask, since partners do not see names. */
  search?: string | null | undefined;
  status?: MemberStatus | null | undefined;
};

/** Members, newest first: all for the operator, its own for a partner. The cursor is the id. */
export async function listMembers(deps: Deps, actor: Actor, input: ListMembers): Promise<Page<MemberView>> {
  can(actor, "member:list");
  const { first } = input;
  const partnerId = partnerOf(actor);
  const where = partnerId ? await partnersPage(deps, partnerId, input) : operatorsPage(input);
  const rows = await deps.db.member.findMany({
    where,
    include: { profile: true },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(
    rows.map((row) => viewMember(actor, row)),
    first,
  );
}

async function partnersPage(deps: Deps, partnerId: string, { first, after }: ListMembers) {
  return { id: { in: await listSeenMembers(deps.db, partnerId, { after, take: first + 1 }) } };
}

function operatorsPage({ after, search, status }: ListMembers) {
  return {
    ...(after === null ? {} : { id: { lt: after } }),
    ...(status ? { status } : {}),
    ...(search ? { profile: { name: { contains: search, mode: "insensitive" as const } } } : {}),
  };
}
