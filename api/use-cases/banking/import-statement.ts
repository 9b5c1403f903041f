import { createHash } from "node:crypto";
import type { BankStatement as ReadStatement } from "#api/formats/bank-statement.ts";
import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { BankFile, BankStatement, Tx } from "#api/sql/rows.ts";
import { finishImports } from "#api/use-cases/banking/finish-imports.ts";
import { type OwnStatement, readStatements, requireContinuous } from "#api/use-cases/banking/read-statements.ts";
import { BankFileKnown } from "#api/use-cases/banking/refusals.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type ImportBankStatement = { name: string; content: string; idempotencyKey: string };

/**
 * Takes a file of account statements (camt.053): every line is compared with what the hub awaits and booked, so that
 * afterwards the books stand where the statement closes. A file is taken wholly or refused; broken off, the same key
 * or the next import goes on where it stood. Answers its statements.
 */
export async function importBankStatement(
  deps: Deps,
  actor: Actor,
  input: ImportBankStatement,
): Promise<BankStatement[]> {
  can(actor, "bank:import");
  const programme = await findProgramme(deps);
  await finishImports(deps);
  const statements = readStatements(input.content, programme);
  const fileId = await storeFile(deps, actor, statements, input);
  deps.reach?.("import: file stored");
  await finishImports(deps, { fileId, statements });
  return deps.db.bankStatement.findMany({ where: { fileId }, orderBy: { id: "asc" } });
}

/** The file with the heads of its statements, if they follow what was there; its lines come in chunks afterwards. */
function storeFile(
  deps: Deps,
  actor: Actor,
  statements: readonly ReadStatement[],
  input: ImportBankStatement,
): Promise<string> {
  const hash = createHash("sha256").update(input.content).digest("hex");
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const id = newId("bankFile");
    const first = await takeKey(tx, actor, { verb: "importBankStatement", input, objectId: id });
    if (first) return first;
    const known = await tx.bankFile.findUnique({ where: { hash }, select: { id: true } });
    if (known) throw new BankFileKnown(known.id, "file");
    const own = await requireContinuous(tx, statements);
    const by = actorRef(actor);
    const { name, content } = input;
    const file: BankFile = { id, kind: "CAMT053", name, content, hash, uploadedBy: by, uploadedAt: at };
    await tx.bankFile.create({ data: file });
    await storeHeads(tx, file, own);
    return id;
  }, LONG_TRANSACTION);
}

async function storeHeads(tx: Tx, { id: fileId, uploadedBy, uploadedAt }: BankFile, own: readonly OwnStatement[]) {
  await tx.bankStatement.createMany({
    data: own.map(({ ownAccount, book, bankId, sequence, opening, closing, lines }) => ({
      id: newId("bankStatement"),
      fileId,
      bankAccountId: ownAccount.id,
      bankAccount: book,
      bankId,
      sequence,
      openingE6: opening.amountE6,
      closingE6: closing.amountE6,
      openedOn: new Date(opening.on),
      closedOn: new Date(closing.on),
      lineCount: lines.length,
      importedBy: uploadedBy,
      importedAt: uploadedAt,
    })),
  });
}
