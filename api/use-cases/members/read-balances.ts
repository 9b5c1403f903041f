import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { findWallets, type WalletRow } from "#api/ledger/read/wallets.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { shownTo } from "#api/use-cases/members/member-view.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** A member's points and what the available ones pay for. */
export type Balance = WalletRow & { valueE6: MoneyE6 };

/** Balances of members the viewer was shown. A till needs them of whoever stands there, so no acquaintance is asked. */
export async function readBalances(
  deps: Deps,
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, Balance>> {
  if (!may(actor, "balance:read")) return new Map();
  const [wallets, { pointValueE6 }] = await Promise.all([
    findWallets(deps.db, shownTo(actor, memberIds)),
    findProgramme(deps),
  ]);
  return new Map([...wallets].map(([id, wallet]) => [id, { ...wallet, valueE6: wallet.available * pointValueE6 }]));
}
