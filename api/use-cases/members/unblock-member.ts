import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { setMemberStatus } from "#api/use-cases/members/member-status.ts";
import type { MemberView } from "#api/use-cases/members/member-view.ts";

export type UnblockMember = { memberId: string; reason: string };

/** Lets tills find the member again. */
export async function unblockMember(deps: Deps, actor: Actor, input: UnblockMember): Promise<MemberView> {
  return setMemberStatus(deps, actor, { ...input, to: "ACTIVE" });
}
