import type { Actor } from "#api/kernel/actor.ts";
import { findBurnsOf } from "#api/ledger/read/disputable.ts";
import type { ReconItem, Tx } from "#api/sql/rows.ts";
import { ReconItemNotFound } from "#api/use-cases/partner-files/refusals.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { nextReconState } from "#api/use-cases/reconciliation/item-states.ts";
import { moveItem } from "#api/use-cases/reconciliation/move-item.ts";

type Disputed = { itemId: string; partnerId: string; burnId: string };

/** The break of the claimant's own file from which a redemption is disputed; it must be about that redemption. */
export async function requireDisputedItem(tx: Tx, { itemId, partnerId, burnId }: Disputed): Promise<void> {
  const item = await lockItem(tx, itemId);
  if (item.partnerId !== partnerId) throw new ReconItemNotFound(itemId);
  if (item.state !== "BREAK") nextReconState(item, "resolve");
  if (!item.hubRef || !(await redemptionsOf(tx, item.hubRef)).includes(burnId)) {
    throw new InvalidValue("reconItemId", itemId, "an item about this redemption");
  }
}

/** The dispute takes the break over. */
export async function resolveDisputedItem(
  tx: Tx,
  actor: Actor,
  { itemId, disputeId, at }: { itemId: string; disputeId: string; at: Date },
): Promise<void> {
  const item = await lockItem(tx, itemId);
  const moment = { actor, at, reason: `Became the dispute ${disputeId}` };
  const taken = item.state === "BREAK" ? await moveItem(tx, moment, item, "take") : item;
  await moveItem(tx, moment, taken, "resolve", { resolution: "DISPUTED" });
}

/** A partner file's item, held still until the transaction ends. */
export async function lockItem(tx: Tx, itemId: string): Promise<ReconItem> {
  await tx.$queryRaw`SELECT FROM recon_item WHERE id = ${itemId} FOR UPDATE`;
  const item = await tx.reconItem.findUnique({ where: { id: itemId } });
  if (item?.source !== "PARTNER_FILE") throw new ReconItemNotFound(itemId);
  return item;
}

/** The redemptions that what the hub has is about: itself, or those of the receipt whose goods came back. */
async function redemptionsOf(tx: Tx, hubRef: string): Promise<string[]> {
  const returned = await tx.purchaseReturn.findUnique({ where: { id: hubRef }, select: { purchaseId: true } });
  if (!returned) return [hubRef];
  return findBurnsOf(tx, returned.purchaseId);
}
