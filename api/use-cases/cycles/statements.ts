import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { StatementLine } from "#api/ledger/statement.ts";
import type { Statement } from "#api/sql/rows.ts";
import { isOn, type Side, sideOf } from "#api/use-cases/cycles/side.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Statements by id; partners have only their own. */
export async function findStatements(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, Statement>> {
  const side = sideOf(actor, "statement:read");
  if (!side) return new Map();
  const rows = await deps.db.statement.findMany({ where: { id: { in: [...ids] }, ...of(side) } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Partners' statements, newest first. The cursor is the id. */
export async function listStatementsOfPartners(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
  { first, after }: PageArgs,
): Promise<Map<string, Page<Statement>>> {
  const side = sideOf(actor, "statement:read");
  const seen = side ? partnerIds.filter((id) => isOn(side, id)) : [];
  const rows = await deps.db.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM unnest(${seen}::text[]) AS p(id) CROSS JOIN LATERAL (
      SELECT id FROM statement WHERE partner_id = p.id AND (${after}::text IS NULL OR id < ${after})
      ORDER BY id DESC LIMIT ${first + 1}) s`;
  return pagesOf(deps, rows, first, { parentOf: ({ partnerId }) => partnerId, order: "desc" });
}

/** Cycles' statements, in the order they were rendered. The cursor is the id. */
export async function listStatementsOfCycles(
  deps: Deps,
  actor: Actor,
  cycleIds: readonly string[],
  { first, after }: PageArgs,
): Promise<Map<string, Page<Statement>>> {
  const side = sideOf(actor, "statement:read");
  if (!side) return new Map();
  const rows = await deps.db.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM unnest(${[...cycleIds]}::text[]) AS c(id) CROSS JOIN LATERAL (
      SELECT id FROM statement WHERE cycle_id = c.id AND (${after}::text IS NULL OR id > ${after})
        AND (${side.partnerId}::text IS NULL OR partner_id = ${side.partnerId})
      ORDER BY id LIMIT ${first + 1}) s`;
  return pagesOf(deps, rows, first, { parentOf: ({ cycleId }) => cycleId, order: "asc" });
}

const of = ({ partnerId }: Side) => (partnerId === null ? {} : { partnerId });

type Grouping = { parentOf(row: Statement): string; order: "asc" | "desc" };

async function pagesOf(
  { db }: Deps,
  found: readonly { id: string }[],
  first: number,
  { parentOf, order }: Grouping,
): Promise<Map<string, Page<Statement>>> {
  const rows = await db.statement.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    orderBy: { id: order },
  });
  return new Map([...Map.groupBy(rows, parentOf)].map(([id, own]) => [id, pageOf(own, first)]));
}

/** The rows as `publishCycle` stored them. */
export const linesOfStatement = ({ lines }: Statement): StatementLine[] => lines as StatementLine[];
