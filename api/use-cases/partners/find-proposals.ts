import type { Actor } from "#api/kernel/actor.ts";
import type { Approval, Contract } from "#api/sql/rows.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { changesOf, type TermChange } from "#api/use-cases/partners/contract-terms.ts";
import { gathered } from "#api/use-cases/partners/find-inside.ts";
import { contractAt } from "#api/use-cases/partners/find-terms.ts";
import { PROPOSE_CONTRACT, type Proposal, proposalOf } from "#api/use-cases/partners/propose-contract.ts";

/** A proposal with what it would change, as its approver sees it. */
export type ProposalView = Proposal & {
  approval: Approval;
  /** The terms in force now; null: none. */
  before: Contract | null;
  changes: TermChange[];
};

/** What these approvals propose, by approval; those of other actions are absent. Only the operator's people see it. */
export async function findProposals(
  deps: Deps,
  actor: Actor,
  approvalIds: readonly string[],
): Promise<Map<string, ProposalView>> {
  if (!may(actor, "approval:read") || !may(actor, "contract:read")) return new Map();
  const rows = await deps.db.approval.findMany({ where: { id: { in: [...approvalIds] }, action: PROPOSE_CONTRACT } });
  return new Map((await viewProposals(deps, rows)).map((one) => [one.approval.id, one]));
}

/** Proposals that wait, by partner, oldest first. */
export async function findProposalsFor(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Map<string, ProposalView[]>> {
  if (!may(actor, "approval:read") || !may(actor, "contract:read")) return new Map();
  const where = { action: PROPOSE_CONTRACT, state: "WAITING" as const, subjectId: { in: [...partnerIds] } };
  const rows = await deps.db.approval.findMany({ where, orderBy: { id: "asc" } });
  return gathered(partnerIds, await viewProposals(deps, rows), ({ partnerId }) => partnerId);
}

async function viewProposals(deps: Deps, approvals: readonly Approval[]): Promise<ProposalView[]> {
  const partnerIds = approvals.map(({ subjectId }) => subjectId);
  const contracts = await deps.db.contract.findMany({ where: { partnerId: { in: partnerIds } } });
  const now = deps.clock.now();
  return approvals.map((approval) => {
    const proposal = proposalOf(approval);
    const own = contracts.filter(({ partnerId }) => partnerId === proposal.partnerId);
    const before = contractAt(own, approval.decidedAt ?? now);
    return { ...proposal, approval, before, changes: changesOf(before, proposal.terms) };
  });
}
