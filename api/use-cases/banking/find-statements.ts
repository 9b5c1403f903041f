import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { BankLine, BankStatement } from "#api/sql/rows.ts";
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

/** Bank statements by id; only the operator has any. */
export async function findBankStatements(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, BankStatement>> {
  if (!may(actor, "bank:read")) return new Map();
  const rows = await deps.db.bankStatement.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many of their lines are compared and written so far: an import's progress. */
export async function countTakenLines(
  deps: Deps,
  actor: Actor,
  statementIds: readonly string[],
): Promise<Map<string, number>> {
  if (!may(actor, "bank:read")) return new Map();
  const counts = await deps.db.bankLine.groupBy({
    by: ["statementId"],
    where: { statementId: { in: [...statementIds] } },
    _count: { _all: true },
  });
  return new Map(counts.map(({ statementId, _count }) => [statementId ?? "", _count._all]));
}

export type ListBankStatements = PageArgs & { account?: "SETTLEMENT" | "COLLATERAL" | null | undefined };

/** Newest first. The cursor is the id. */
export async function listBankStatements(
  deps: Deps,
  actor: Actor,
  { first, after, account }: ListBankStatements,
): Promise<Page<BankStatement>> {
  can(actor, "bank:read");
  const rows = await deps.db.bankStatement.findMany({
    where: { ...(account ? { bankAccount: account } : {}), ...(after === null ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** The lines of statements in the bank's order. The cursor is the place in the statement. */
export async function listLinesOf(
  deps: Deps,
  actor: Actor,
  statementIds: readonly string[],
  { first, after }: PageArgs,
): Promise<Map<string, Page<BankLine>>> {
  if (!may(actor, "bank:read")) return new Map();
  const afterSeq = Number.parseInt(after ?? "0", 10) || 0;
  const found = await deps.db.$queryRaw<{ id: string }[]>`
    SELECT l.id FROM unnest(${[...statementIds]}::text[]) AS s(id) CROSS JOIN LATERAL (
      SELECT id FROM bank_line WHERE statement_id = s.id AND seq > ${afterSeq} ORDER BY seq LIMIT ${first + 1}) l`;
  const rows = await deps.db.bankLine.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    orderBy: [{ statementId: "asc" }, { seq: "asc" }],
  });
  const ofStatements = Map.groupBy(rows, ({ statementId }) => statementId ?? "");
  return new Map([...ofStatements].map(([id, own]) => [id, pageOf(own, first)]));
}
