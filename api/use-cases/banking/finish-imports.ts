import type { BankStatement as ReadStatement } from "#api/formats/bank-statement.ts";
import { tellPlanner } from "#api/ledger/read/bank.ts";
import type { BankStatement, Programme, Tx } from "#api/sql/rows.ts";
import { compareLines, type NumberedLine, writeCompared } from "#api/use-cases/banking/compare-lines.ts";
import { readStatements } from "#api/use-cases/banking/read-statements.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { operatorsWhoMay } from "#api/use-cases/notices/who-may.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { postBookings } from "#api/use-cases/settlement/bookings.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { settleCycles } from "#api/use-cases/settlement/settle-cycles.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

const CHUNK_LINES = 500;
/** So many lines make what the planner knows of their tables untrue. */
const LONG_LINES = 1_000;

/** A file that was read a moment ago: a long one need not be read again. */
export type ReadFile = { fileId: string; statements: readonly ReadStatement[] };

/** Goes on with every import that is not finished, in the order they came. Nothing to do costs one query. */
export async function finishImports(deps: Deps, read: ReadFile | null = null): Promise<void> {
  const unfinished = await deps.db.bankStatement.findMany({ where: { finishedAt: null }, orderBy: { id: "asc" } });
  for (const statement of unfinished) await finishStatement(deps, statement, read);
}

async function finishStatement(deps: Deps, statement: BankStatement, read: ReadFile | null): Promise<void> {
  const programme = await findProgramme(deps);
  const lines = await linesOf(deps, programme, statement, read);
  deps.reach?.("import: statement stored");
  let more = true;
  while (more) {
    more = await takeChunk(deps, programme, statement, lines);
    deps.reach?.("import: lines stored");
    await postBookings(deps);
    deps.reach?.("import: entries posted");
  }
  if (lines.length >= LONG_LINES) await tellPlanner(deps.db);
  await settleCycles(deps);
  await deps.db.$transaction((tx) => finish(tx, statement, deps.clock.now()));
  deps.reach?.("import: statement finished");
}

/** Says that a statement is wholly taken, and tells those who work on it what does not agree: once, whoever gets here. */
async function finish(tx: Tx, { id, bankId }: BankStatement, at: Date): Promise<void> {
  const { count } = await tx.bankStatement.updateMany({ where: { id, finishedAt: null }, data: { finishedAt: at } });
  if (count === 0) return;
  const [{ open } = { open: 0 }] = await tx.$queryRaw<{ open: number }[]>`
    SELECT count(*)::int AS open FROM recon_item i JOIN bank_line b ON b.id = i.bank_line_id
    WHERE b.statement_id = ${id} AND i.state IN ('SUGGESTED', 'BREAK')`;
  if (open === 0) return;
  const facts = { count: String(open), statement: bankId };
  const audience = { partnerId: null, roles: operatorsWhoMay("recon:work") };
  await notifyStaff(tx, audience, { kind: "BREAKS_FOUND", facts, href: "/operator/reconciliation", at });
}

/** The file is kept as it came: its lines are read from it again, in the same order. */
async function linesOf(
  { db }: Deps,
  programme: Programme,
  { fileId, bankId, bankAccountId }: BankStatement,
  read: ReadFile | null,
): Promise<NumberedLine[]> {
  const { iban } = await db.bankAccount.findUniqueOrThrow({ where: { id: bankAccountId } });
  const again = async () => {
    const { content } = await db.bankFile.findUniqueOrThrow({ where: { id: fileId } });
    return readStatements(content, programme);
  };
  const statements = read?.fileId === fileId ? read.statements : await again();
  const own = statements.find((one) => one.bankId === bankId && one.account.iban === iban);
  return (own?.lines ?? []).map((line, i) => ({ ...line, seq: i + 1 }));
}

/** The next lines after those that are there: compared and written in one transaction. False when none were left. */
function takeChunk(
  deps: Deps,
  programme: Programme,
  statement: BankStatement,
  lines: readonly NumberedLine[],
): Promise<boolean> {
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const taken = await tx.bankLine.count({ where: { statementId: statement.id } });
    const chunk = lines.slice(taken, taken + CHUNK_LINES);
    if (chunk.length === 0) return false;
    const around = { programme, at: deps.clock.now(), book: statement.bankAccount };
    const compared = await compareLines(tx, around, chunk);
    deps.reach?.("import: lines compared");
    await writeCompared(tx, { ...around, statement }, compared);
    return taken + chunk.length < lines.length;
  }, LONG_TRANSACTION);
}
