import { createHash } from "node:crypto";
import { readPain002 } from "#api/formats/pain002.ts";
import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { BankFile } from "#api/sql/rows.ts";
import { BankFileKnown, PaymentFileUnknown, readOrRefuse } from "#api/use-cases/banking/refusals.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { type AnswerTally, answerPayments, readAnswers } from "#api/use-cases/payments/answer-payments.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { postBookings } from "#api/use-cases/settlement/bookings.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type UploadBankFile = { name: string; content: string; idempotencyKey: string };
export type UploadedAnswers = { file: BankFile; tally: AnswerTally };

/**
 * Takes the bank's answer to a payment file (pain.002): what it accepted, and what is due again. A file is taken once;
 * the same key answers how the payments stand.
 */
export async function uploadBankFile(deps: Deps, actor: Actor, input: UploadBankFile): Promise<UploadedAnswers> {
  can(actor, "bank:import");
  const { name, content } = input;
  const answers = readOrRefuse(() => readPain002(content));
  const { timeZone } = await findProgramme(deps);
  const at = deps.clock.now();
  const hash = createHash("sha256").update(content).digest("hex");
  const uploaded = await deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const file = await tx.paymentFile.findUnique({ where: { messageId: answers.originalMessageId } });
    if (!file) throw new PaymentFileUnknown(answers.originalMessageId);
    const id = newId("bankFile");
    const first = await takeKey(tx, actor, { verb: "uploadBankFile", input, objectId: id });
    if (!first) {
      const known = await tx.bankFile.findUnique({ where: { hash } });
      if (known) throw new BankFileKnown(known.id, "file");
      await answerPayments(tx, { actor, at, timeZone }, file, answers);
      const upload = { name, content, hash, uploadedBy: actorRef(actor), uploadedAt: at };
      await tx.bankFile.create({ data: { id, kind: "PAIN002", ...upload } });
    }
    const taken = await tx.bankFile.findUniqueOrThrow({ where: { id: first ?? id } });
    return { file: taken, tally: await readAnswers(tx, file.id) };
  }, LONG_TRANSACTION);
  deps.reach?.("answers: payments moved");
  await postBookings(deps);
  deps.reach?.("answers: entries posted");
  return uploaded;
}
