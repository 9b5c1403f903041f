import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Somebody else at the operator, with every role. */
export const secondPerson: Actor = {
  kind: "operator",
  id: newId("user"),
  roles: ["ADMIN", "FINANCE", "RISK", "CLERK"],
};

/** The second person's yes. */
export function agree(deps: Deps, { id: approvalId }: { id: string }, actor: Actor = secondPerson) {
  return decideApproval(deps, actor, { approvalId, decision: "APPROVE" });
}
