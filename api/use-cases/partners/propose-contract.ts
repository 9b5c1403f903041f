import { type Actor, keyOwnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { findCycle } from "#api/ledger/cycles.ts";
import type { Approval, Contract } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import { CycleNotFound } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { checkTerms, type Terms, type TermsInput } from "#api/use-cases/partners/contract-terms.ts";
import { earliestAfter, newestContract, putInForce, requireStaying } from "#api/use-cases/partners/put-in-force.ts";
import { ContractStartsTooEarly, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { lockPartner } from "#api/use-cases/partners/status.ts";
import { readStoredTerms, type StoredTerms, storeTerms } from "#api/use-cases/partners/stored-terms.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

export type ProposeContract = TermsInput & {
  partnerId: string;
  /** The moment of the approval when absent. */
  validFrom?: Date | null | undefined;
  /** The closed cycle that the approver should see replayed under the new terms. */
  whatIfCycleId?: string | null | undefined;
  reason: string;
  idempotencyKey: string;
};

/** New terms as they wait for a second person. */
export type Proposal = {
  partnerId: string;
  terms: Terms;
  /** Null: they begin when they are approved. */
  validFrom: Date | null;
  whatIfCycleId: string | null;
};

export const PROPOSE_CONTRACT = "proposeContract";

/** Lays new terms before a second person of finance, risk or administration. */
export async function proposeContract(deps: Deps, actor: Actor, input: ProposeContract): Promise<Approval> {
  can(actor, "contract:propose", input);
  const { partnerId, validFrom = null, whatIfCycleId = null, reason, idempotencyKey } = input;
  const terms = checkTerms(input, await findProgramme(deps));
  const asked = await deps.db.requestKey.count({ where: { owner: keyOwnerOf(actor), key: idempotencyKey } });
  if (asked === 0) await requireProposable(deps, { partnerId, terms, validFrom, whatIfCycleId });
  const payload = { partnerId, terms: storeTerms(terms), validFrom: validFrom?.toISOString() ?? null, whatIfCycleId };
  return requestApproval(deps, actor, {
    action: PROPOSE_CONTRACT,
    subjectId: partnerId,
    payload,
    reason,
    idempotencyKey,
  });
}

async function requireProposable(deps: Deps, { partnerId, validFrom, whatIfCycleId }: Proposal): Promise<void> {
  const partner = await deps.db.partner.findUnique({ where: { id: partnerId } });
  if (!partner) throw new PartnerNotFound(partnerId);
  await requireStaying(deps.db, partnerId);
  if (whatIfCycleId && !(await findCycle(deps.db, whatIfCycleId))) throw new CycleNotFound(whatIfCycleId);
  const earliest = earliestAfter(await newestContract(deps.db, partnerId), deps.clock.now());
  if (earliest && validFrom && validFrom < earliest) throw new ContractStartsTooEarly(earliest);
}

/** What runs when the second person agrees. The approval is the key, so it runs once. */
export async function signProposed(deps: Deps, actor: Actor, approval: Approval): Promise<Contract> {
  const { partnerId, terms, validFrom } = proposalOf(approval);
  const id = newId("contract");
  return deps.db.$transaction(async (tx) => {
    const key = { approvalId: approval.id, idempotencyKey: approval.id };
    const first = await takeKey(tx, actor, { verb: "signProposed", input: key, objectId: id });
    if (first) return tx.contract.findUniqueOrThrow({ where: { id: first } });
    await lockPartner(tx, partnerId);
    const now = deps.clock.now();
    return putInForce(tx, actor, { id, partnerId, validFrom: validFrom ?? now, terms, approvalId: approval.id }, now);
  });
}

/** What an approval of this action proposes. */
export function proposalOf({ payload }: Approval): Proposal {
  const stored = payload as {
    partnerId: string;
    terms: StoredTerms;
    validFrom: string | null;
    whatIfCycleId: string | null;
  };
  const { partnerId, whatIfCycleId } = stored;
  const validFrom = stored.validFrom === null ? null : new Date(stored.validFrom);
  return { partnerId, terms: readStoredTerms(stored.terms), validFrom, whatIfCycleId };
}
