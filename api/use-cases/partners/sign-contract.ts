import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Contract } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import {
  type ContractWarning,
  checkTerms,
  type TermsInput,
  warningsOf,
} from "#api/use-cases/partners/contract-terms.ts";
import { newestContract, putInForce } from "#api/use-cases/partners/put-in-force.ts";
import { ProposalRequired } from "#api/use-cases/partners/refusals.ts";
import { lockPartner } from "#api/use-cases/partners/status.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

export type SignContract = TermsInput & {
  partnerId: string;
  /** Now when absent. Only a first contract may reach back. */
  validFrom?: Date | null | undefined;
  idempotencyKey: string;
};

/**
 * Signs a newcomer's first terms: one person may, because nothing was earned under others yet. Later terms are
 * proposed by one and approved by another (`proposeContract`); only the system, which imports, signs those alone.
 */
export async function signContract(
  deps: Deps,
  actor: Actor,
  input: SignContract,
): Promise<{ contract: Contract; warnings: ContractWarning[] }> {
  can(actor, "contract:sign", input);
  const { partnerId, validFrom } = input;
  const terms = checkTerms(input, await findProgramme(deps));
  const id = newId("contract");
  const contract = await deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "signContract", input, objectId: id });
    if (first) return tx.contract.findUniqueOrThrow({ where: { id: first } });
    await lockPartner(tx, partnerId);
    const isFirst = (await newestContract(tx, partnerId)) === null;
    if (!isFirst && actor.kind !== "system") throw new ProposalRequired(partnerId);
    const now = deps.clock.now();
    return putInForce(tx, actor, { id, partnerId, validFrom: validFrom ?? now, terms }, now);
  });
  return { contract, warnings: warningsOf(contract) };
}
