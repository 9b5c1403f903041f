import type { Tx } from "#api/sql/rows.ts";

/** An empty wallet for a new member; points only ever arrive by entries. */
export async function openWallet(tx: Tx, memberId: string): Promise<void> {
  await tx.wallet.create({ data: { memberId } });
}
