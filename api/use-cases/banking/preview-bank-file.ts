import { createHash } from "node:crypto";
import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import type { BankAccount, ReconKind, Tx } from "#api/sql/rows.ts";
import { compareLines, type NumberedLine } from "#api/use-cases/banking/compare-lines.ts";
import { type OwnStatement, readStatements, requireContinuous } from "#api/use-cases/banking/read-statements.ts";
import { BankFileKnown } from "#api/use-cases/banking/refusals.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import type { Suggestion } from "#api/use-cases/reconciliation/suggestion.ts";

/** What importing a line would come to: a tick where it would match by itself, else the problem it would raise. */
export type PreviewedLine = Omit<NumberedLine, "kind"> & {
  rule: string | null;
  problem: ReconKind | null;
  partnerId: string | null;
  suggestion: Suggestion | null;
};

export type PreviewedStatement = {
  bankId: string;
  sequence: bigint | null;
  account: BankAccount;
  openingE6: MoneyE6;
  closingE6: MoneyE6;
  openedOn: string;
  closedOn: string;
  lines: PreviewedLine[];
};

/** What the import would be refused for, or each of its lines; nothing is written. */
export type BankFilePreview = { refusal: Refusal | null; statements: PreviewedStatement[] };

export type PreviewBankFile = { content: string };

/** Looks at a file as `importBankStatement` would take it. Unreadable, it is refused at once. */
export async function previewBankFile(
  deps: Deps,
  actor: Actor,
  { content }: PreviewBankFile,
): Promise<BankFilePreview> {
  can(actor, "bank:import");
  const programme = await findProgramme(deps);
  const read = readStatements(content, programme);
  const hash = createHash("sha256").update(content).digest("hex");
  const known = await deps.db.bankFile.findUnique({ where: { hash }, select: { id: true } });
  if (known) return { refusal: new BankFileKnown(known.id, "file"), statements: [] };
  try {
    const own = await requireContinuous(deps.db, read);
    const at = deps.clock.now();
    const statements: PreviewedStatement[] = [];
    for (const statement of own) statements.push(await previewed(deps.db, { programme, at }, statement));
    return { refusal: null, statements };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { refusal, statements: [] };
  }
}

type Around = Omit<Parameters<typeof compareLines>[1], "book">;

async function previewed(tx: Tx, around: Around, statement: OwnStatement): Promise<PreviewedStatement> {
  const { bankId, sequence, ownAccount, book, opening, closing } = statement;
  const lines = statement.lines.map((line, i) => ({ ...line, seq: i + 1 }));
  const { compared } = await compareLines(tx, { ...around, book }, lines);
  return {
    bankId,
    sequence,
    account: ownAccount,
    openingE6: opening.amountE6,
    closingE6: closing.amountE6,
    openedOn: opening.on,
    closedOn: closing.on,
    lines: compared.map(({ line, decision: { rule, kind, partnerId, suggestions } }) => ({
      ...line,
      rule,
      problem: kind === "BANK_FEE" ? null : kind,
      partnerId,
      suggestion: suggestions[0] ?? null,
    })),
  };
}
