import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { limitExposure } from "#api/ledger/exposures.ts";
import type { Contract, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import type { Terms } from "#api/use-cases/partners/contract-terms.ts";
import { ContractStartsTooEarly, PartnerIsLeaving } from "#api/use-cases/partners/refusals.ts";

export type NewContract = { id: string; partnerId: string; validFrom: Date; terms: Terms; approvalId?: string };

/** Writes a new version; the terms before it end where it begins. The caller holds the partner. */
export async function putInForce(
  tx: Tx,
  actor: Actor,
  { id, partnerId, validFrom, terms, approvalId }: NewContract,
  now: Date,
): Promise<Contract> {
  await requireStaying(tx, partnerId);
  const before = await newestContract(tx, partnerId);
  const version = await supersede(tx, partnerId, { validFrom, now });
  if (validFrom <= now) await limitExposure(tx, partnerId, terms.exposureLimitE6);
  const contract = { id, partnerId, version, validFrom, createdBy: actorRef(actor), ...terms };
  const made = await tx.contract.create({ data: contract });
  const about = { action: "signContract", object: "contract", objectId: id, partnerId, before, after: made, at: now };
  await recordAudit(tx, actor, { ...about, ...(approvalId ? { approvalId } : {}) });
  return made;
}

/** A partner that has given notice gets no new terms. */
export async function requireStaying(tx: Tx, partnerId: string): Promise<void> {
  const exit = await tx.partnerExit.findFirst({ where: { partnerId, state: { not: "WITHDRAWN" } } });
  if (exit) throw new PartnerIsLeaving(partnerId, exit.endsAt);
}

/** The first instant at which terms after these may begin. */
export function earliestAfter(newest: Contract | null, now: Date): Date | null {
  return newest && new Date(Math.max(newest.validFrom.getTime() + 1, now.getTime()));
}

export const newestContract = (tx: Tx, partnerId: string): Promise<Contract | null> =>
  tx.contract.findFirst({ where: { partnerId }, orderBy: { version: "desc" } });

/** Ends the newest terms where the new ones begin; answers the next version's number. */
async function supersede(tx: Tx, partnerId: string, { validFrom, now }: { validFrom: Date; now: Date }) {
  const newest = await newestContract(tx, partnerId);
  const earliest = earliestAfter(newest, now);
  if (!newest || !earliest) return 1;
  if (validFrom < earliest) throw new ContractStartsTooEarly(earliest);
  await tx.contract.update({ where: { id: newest.id }, data: { validUntil: validFrom } });
  return newest.version + 1;
}
