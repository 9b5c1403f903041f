import type { Dispute, Tx } from "#api/sql/rows.ts";
import { DisputeNotFound } from "#api/use-cases/disputes/refusals.ts";

/** One redemption is disputed one step at a time: held until the transaction ends. */
export async function lockRedemption(tx: Tx, burnId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('dispute'), hashtext(${burnId}))`;
}

/** The dispute as it stands, held still until the transaction ends. */
export async function lockDispute(tx: Tx, id: string): Promise<Dispute> {
  const seen = await tx.dispute.findUnique({ where: { id } });
  if (!seen) throw new DisputeNotFound(id);
  await lockRedemption(tx, seen.burnId);
  return tx.dispute.findUniqueOrThrow({ where: { id } });
}
