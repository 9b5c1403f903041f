import { payOutsReport } from "#api/formats/pay-outs-report.ts";
import { reportCsv } from "#api/formats/report-csv.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findPaymentFiles } from "#api/use-cases/payments/find-payments.ts";
import { orderOf } from "#api/use-cases/payments/payment-order.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** The transfers of payment files as CSV, by file; the operator's only. */
export async function findPaymentTables(
  deps: Deps,
  actor: Actor,
  fileIds: readonly string[],
): Promise<Map<string, string>> {
  const programme = await findProgramme(deps);
  const tables = new Map<string, string>();
  for (const file of (await findPaymentFiles(deps, actor, fileIds)).values()) {
    const payments = await deps.db.paymentInstruction.findMany({ where: { fileId: file.id }, orderBy: { id: "asc" } });
    const order = await orderOf(deps.db, programme, file, payments);
    tables.set(file.id, await textOf(reportCsv(payOutsReport(order)).bytes));
  }
  return tables;
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
