import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { BankAccount } from "#api/sql/rows.ts";
import { can, may, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { gathered, insideOf } from "#api/use-cases/partners/find-inside.ts";

/** Bank accounts by id; partners have only their own. */
export async function findBankAccounts(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, BankAccount>> {
  if (!may(actor, "bankAccount:read")) return new Map();
  const rows = await deps.db.bankAccount.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.filter((row) => seesPartner(actor, row.partnerId)).map((row) => [row.id, row]));
}

/** A partner's bank accounts, the newest first: the one in use, the proposed one, and what was before. */
export async function findBankAccountsOf(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Map<string, BankAccount[]>> {
  const inside = insideOf(actor, "bankAccount:read", partnerIds);
  const rows = await deps.db.bankAccount.findMany({ where: { partnerId: { in: inside } }, orderBy: { id: "desc" } });
  return gathered(inside, rows, (row) => row.partnerId);
}

export type ListBankAccounts = PageArgs & {
  purpose?: BankAccount["purpose"] | null | undefined;
  state?: BankAccount["state"] | null | undefined;
};

/** Bank accounts, newest first; partners have only their own. The cursor is the id. */
export async function listBankAccounts(deps: Deps, actor: Actor, input: ListBankAccounts): Promise<Page<BankAccount>> {
  can(actor, "bankAccount:read");
  const { first, after, purpose, state } = input;
  const rows = await deps.db.bankAccount.findMany({
    where: {
      ...(actor.kind === "partnerStaff" ? { partnerId: actor.partnerId } : {}),
      ...(purpose ? { purpose } : {}),
      ...(state ? { state } : {}),
      ...(after === null ? {} : { id: { lt: after } }),
    },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}
