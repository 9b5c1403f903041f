import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { BankLine } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Bank lines by id; only the operator has any. */
export async function findBankLines(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, BankLine>> {
  if (!may(actor, "bank:read")) return new Map();
  const rows = await deps.db.bankLine.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Newest first. The cursor is the id. */
export async function listBankLines(deps: Deps, actor: Actor, { first, after }: PageArgs): Promise<Page<BankLine>> {
  can(actor, "bank:read");
  const where = after === null ? {} : { id: { lt: after } };
  return pageOf(await deps.db.bankLine.findMany({ where, orderBy: { id: "desc" }, take: first + 1 }), first);
}
