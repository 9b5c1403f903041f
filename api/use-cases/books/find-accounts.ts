import type { Actor } from "#api/kernel/actor.ts";
import type { Page, PageArgs } from "#api/kernel/page.ts";
import type { AccountKind } from "#api/ledger/chart.ts";
import {
  type AccountBalance,
  type AccountMove,
  EVERYBODY,
  findAccountOwners,
  readAccountBalances,
  readAccountMoves,
  readAccountTotals,
} from "#api/ledger/read/accounts.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

type AsOf = { at?: Date | null | undefined };

/** What stands on the accounts of each kind, as of an instant of posting; now when none is named. */
export async function listAccountTotals(deps: Deps, actor: Actor, { at }: AsOf): Promise<AccountBalance[]> {
  can(actor, "ledger:read");
  return readAccountTotals(deps.db, at ?? deps.clock.now());
}

/** The accounts of one kind by owner. The cursor is the owner's id. */
export async function listAccountBalances(
  deps: Deps,
  actor: Actor,
  { account, at, first, after }: PageArgs & AsOf & { account: AccountKind },
): Promise<Page<AccountBalance>> {
  can(actor, "ledger:read");
  const owners = await findAccountOwners(deps.db, account, { first, after });
  const rows = await readAccountBalances(deps.db, account, owners.rows, at ?? deps.clock.now());
  return { rows, hasNextPage: owners.hasNextPage };
}

/** One account: of an owner, "" for the operator's own; of all of its kind together when none is named. */
export async function readAccount(
  deps: Deps,
  actor: Actor,
  { account, ownerId, at }: AsOf & { account: AccountKind; ownerId?: string | null | undefined },
): Promise<AccountBalance> {
  can(actor, "ledger:read");
  const asOf = at ?? deps.clock.now();
  const nothing = { account, ownerId: ownerId ?? EVERYBODY, amount: 0n, entries: 0n };
  if (typeof ownerId === "string") return (await readAccountBalances(deps.db, account, [ownerId], asOf))[0] ?? nothing;
  return (await readAccountTotals(deps.db, asOf)).find((total) => total.account === account) ?? nothing;
}

/** An entry, an account and, where only one is meant, its owner: the key of a move. */
export const moveKey = (entryId: string, account: AccountKind, ownerId: string | null) =>
  JSON.stringify([entryId, account, ownerId]);

/** What entries moved on accounts, by `moveKey`; nothing for whoever may not read the ledger. */
export async function findAccountMoves(
  { db }: Deps,
  actor: Actor,
  keys: readonly string[],
): Promise<Map<string, AccountMove & { account: AccountKind }>> {
  const found = new Map<string, AccountMove & { account: AccountKind }>();
  if (!may(actor, "ledger:read")) return found;
  const asked = keys.map((key) => JSON.parse(key) as [string, AccountKind, string | null]);
  const accounts = Map.groupBy(asked, ([, account, ownerId]) => JSON.stringify([account, ownerId]));
  for (const [whose, of] of accounts) {
    const [account, ownerId] = JSON.parse(whose) as [AccountKind, string | null];
    const entryIds = of.map(([entryId]) => entryId);
    for (const move of await readAccountMoves(db, entryIds, { account, ownerId })) {
      found.set(moveKey(move.entryId, account, ownerId), { ...move, account });
    }
  }
  return found;
}
