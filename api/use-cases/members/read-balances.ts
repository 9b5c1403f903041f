import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { findWallets, type WalletRow } from "#api/ledger/read/wallets.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { shownTo } from "#api/use-cases/members/member-view.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { together } from "#api/use-cases/together.ts";

/** A member's points and what the available ones pay for. */
export type Balance = WalletRow & { valueE6: MoneyE6 };

/** Balances of members the viewer was shown. A till needs them of whoever stands there, so no acquaintance is asked. */
export async function readBalances(
  deps: Deps,
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, Balance>> {
  if (!may(actor, "balance:read")) return new Map();
  const [rows, { pointValueE6 }] = await Promise.all([wallets(deps, shownTo(actor, memberIds)), findProgramme(deps)]);
  const found = rows.filter((row) => row !== null);
  return new Map(found.map((row) => [row.memberId, { ...row, valueE6: row.available * pointValueE6 }]));
}

const wallets = together<WalletRow>(({ db }, memberIds) => findWallets(db, memberIds));
