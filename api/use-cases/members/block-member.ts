import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { setMemberStatus } from "#api/use-cases/members/member-status.ts";
import type { MemberView } from "#api/use-cases/members/member-view.ts";

export type BlockMember = { memberId: string; reason: string };

/** Suspected fraud: no till finds the member until unblocked. The points stay. */
export async function blockMember(deps: Deps, actor: Actor, input: BlockMember): Promise<MemberView> {
  return setMemberStatus(deps, actor, { ...input, to: "BLOCKED" });
}
