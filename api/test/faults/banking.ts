import { writeCamt053 } from "#api/formats/write-camt053.ts";
import { writePain002 } from "#api/formats/write-pain002.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { openAccounts, operatorIbans } from "#api/test/bank.ts";
import type { Story } from "#api/test/faults/harness.ts";
import { clerk, euro, finance } from "#api/test/settling.ts";
import { type World, world } from "#api/test/world.ts";
import { importBankStatement } from "#api/use-cases/banking/import-statement.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { approvePayments } from "#api/use-cases/payments/approve-payments.ts";
import { exportPayments } from "#api/use-cases/payments/export-payments.ts";
import { replacePayment } from "#api/use-cases/payments/replace-payment.ts";
import { submitPayments } from "#api/use-cases/payments/submit-payments.ts";
import { uploadBankFile } from "#api/use-cases/payments/upload-bank-file.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { confirmSuggestion } from "#api/use-cases/reconciliation/answer-suggestion.ts";

/** March is approved: Grocer and Fuel owe, Pharmacy is owed; everybody has an account. */
async function settling(): Promise<World> {
  const w = await world({ ana: { points: 1_003n } });
  await openAccounts(w.deps);
  const spent = { member: { memberId: w.ana.id }, partnerId: w.pharmacy.id, points: 777n };
  await redeemPoints(w.deps, systemActor, { ...spent, idempotencyKey: "ana-spends-000001" });
  await w.deps.db.contract.updateMany({ where: { partnerId: w.fuel.id }, data: { feePerCycleE6: 3n * euro } });
  w.clock.set(new Date("2026-04-01T00:00:07Z"));
  await closeDueCycle(w.deps, systemActor);
  await approveCycle(w.deps, w.operator, { cycleId: w.cycleId });
  return w;
}

type Line = { amountE6: bigint; bankRef: string; endToEndId?: string; counterpartyName?: string; bankCode?: string };

/** A statement of the day; the file is the same when it is sent again. */
async function bank({ deps }: World, day: string, lines: readonly Line[]) {
  const opening = { amountE6: day === "2026-04-01" ? 0n : 10_770_000n, on: day };
  const entries = lines.map((line) => ({ bookedOn: day, ...line }));
  const head = { bankId: `STATEMENT-${day}`, iban: operatorIbans.SETTLEMENT, currency: "EUR" };
  const content = writeCamt053({
    messageId: `MESSAGE-${day}`,
    createdAt: new Date(day),
    statements: [{ ...head, opening, entries }],
  });
  const name = `statement-${day}.xml`;
  await importBankStatement(deps, clerk, { name, content, idempotencyKey: `statement-of-${day}` });
}

const send = async ({ deps, cycleId }: World, attempt: number) => {
  await exportPayments(deps, clerk, { cycleId, idempotencyKey: `pay-out-attempt-${attempt}` });
};

const ready = async ({ deps, cycleId }: World) => {
  await submitPayments(deps, clerk, { cycleId });
  await approvePayments(deps, finance, { cycleId });
};

const answer = async ({ deps }: World, attempt: number, status: "RJCT" | "ACCP") => {
  const originalMessageId = `CY1-${attempt}`;
  const head = { messageId: `ANSWER-${attempt}`, createdAt: deps.clock.now(), originalMessageId };
  const content = writePain002({ ...head, group: { status } });
  await uploadBankFile(deps, clerk, {
    name: `answer-${attempt}.xml`,
    content,
    idempotencyKey: `answer-00000000-${attempt}`,
  });
};

/** What comes in, what goes out, what the bank says to it, and what a clerk makes of the rest. */
export const banking: Story = {
  name: "statements, pay-outs, the bank's answers and matches",
  points: [
    "export: file stored",
    "export: entries posted",
    "answers: payments moved",
    "answers: entries posted",
    "import: file stored",
    "import: statement stored",
    "import: lines compared",
    "import: lines stored",
    "import: entries posted",
    "import: statement finished",
    "match: decided",
    "match: entries posted",
  ],
  prepare: settling,
  steps: [
    (w) =>
      bank(w, "2026-04-01", [
        { amountE6: 7_770_000n, bankRef: "B1", endToEndId: "CY1-GROCER-IN" },
        { amountE6: 3n * euro, bankRef: "B2", counterpartyName: "Fuel" },
      ]),
    async ({ deps }) => {
      const { id: itemId } = await deps.db.reconItem.findFirstOrThrow({ where: { otherRef: "B2" } });
      await confirmSuggestion(deps, clerk, { itemId });
    },
    ready,
    (w) => send(w, 1),
    (w) => answer(w, 1, "RJCT"),
    async ({ deps }) => {
      const { id: paymentId } = await deps.db.paymentInstruction.findFirstOrThrow({ where: { state: "REJECTED" } });
      await replacePayment(deps, clerk, { paymentId, reason: "Once more", idempotencyKey: "replace-0000000001" });
    },
    ready,
    (w) => send(w, 2),
    (w) => answer(w, 2, "ACCP"),
    (w) =>
      bank(w, "2026-04-02", [
        { amountE6: -6_600_000n, bankRef: "B3", endToEndId: "CY1-PHARMACY-OUT-2" },
        { amountE6: -350_000n, bankRef: "B4", bankCode: "ACMT/MDOP/CHRG" },
        { amountE6: euro, bankRef: "B5" },
      ]),
  ],
  exported: async ({ deps }) => {
    const files = await deps.db.paymentFile.findMany({ orderBy: { messageId: "asc" } });
    return files.map(({ content }) => content);
  },
};
