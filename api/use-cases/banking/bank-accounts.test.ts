import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { bankBooks, payOut, payOutIban } from "#api/test/bank.ts";
import { admin, clerk, euro, finance, type Settling, settlingMarch } from "#api/test/settling.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { findBankAccountsOf } from "#api/use-cases/banking/find-bank-accounts.ts";
import { type ProposeBankAccount, proposeBankAccount } from "#api/use-cases/banking/propose-bank-account.ts";
import { liftCooled } from "#api/use-cases/jobs/lift-cooled.ts";
import { approvePayments } from "#api/use-cases/payments/approve-payments.ts";
import { exportPayments } from "#api/use-cases/payments/export-payments.ts";
import { submitPayments } from "#api/use-cases/payments/submit-payments.ts";

const asked = ({ pharmacy }: Settling, more: Partial<ProposeBankAccount> = {}): ProposeBankAccount => ({
  partnerId: pharmacy.id,
  purpose: "PAYOUT",
  holder: "Pharmacy Ltd",
  iban: payOutIban(555),
  reason: "We changed banks",
  idempotencyKey: newId("bankAccount"),
  ...more,
});

const decide = (w: Settling, approvalId: string | null, decision: "APPROVE" | "REFUSE") =>
  decideApproval(w.deps, finance, { approvalId: approvalId ?? "", decision });

test("a change of bank details takes two people, and pay-outs are held until the cooling-off is over", async () => {
  const w = await settlingMarch();
  const { cycleId, deps, pharmacy } = w;
  await submitPayments(deps, clerk, { cycleId });
  await approvePayments(deps, finance, { cycleId });
  const proposal = asked(w);
  const account = await proposeBankAccount(deps, pharmacy.finance, proposal);
  expect(await proposeBankAccount(deps, pharmacy.finance, proposal)).toEqual(account);
  expect(account).toMatchObject({ state: "PROPOSED", usableFrom: null });
  await decide(w, account.approvalId, "APPROVE");
  const [now, before] = (await findBankAccountsOf(deps, finance, [pharmacy.id])).get(pharmacy.id) ?? [];
  expect(now).toMatchObject({ id: account.id, state: "ACTIVE", usableFrom: new Date("2026-04-04T00:00:00Z") });
  expect(before).toMatchObject({ state: "SUPERSEDED" });

  // What was approved for the old account is no yes to the new one.
  expect(await w.payment(w.payOut)).toBe("CANCELLED");
  expect(await w.obligation(pharmacy.id)).toEqual(["ON_HOLD", 0n]);
  const entries = [{ amountE6: 10n * euro, bankRef: "B1", bookedOn: "2026-04-01", endToEndId: "CY1-GROCER-IN" }];
  await bankBooks(deps, clerk, { entries });
  const early = payOut(deps, { clerk, finance }, cycleId);
  await expect(early).rejects.toMatchObject({ code: "NO_PAYMENT_READY" });
  await liftCooled(deps, systemActor);
  expect(await w.obligation(pharmacy.id)).toEqual(["ON_HOLD", 0n]);

  w.clock.set(new Date("2026-04-04T00:00:00Z"));
  const standing = (status: "SUSPENDED" | "ACTIVE") =>
    deps.db.partner.update({ where: { id: pharmacy.id }, data: { status } });
  await standing("SUSPENDED");
  expect(await liftCooled(deps, systemActor)).toBe(0);
  await standing("ACTIVE");
  expect(await liftCooled(deps, systemActor)).toBe(1);
  const { id } = await deps.db.paymentInstruction.findFirstOrThrow({ where: { replacesId: w.payOut } });
  const file = await exportPayments(deps, clerk, { cycleId, idempotencyKey: newId("paymentFile") });
  expect(file.content).toContain(payOutIban(555));
  expect(await w.payment(id)).toBe("EXPORTED");
});

test("an account that finance refuses is not used", async () => {
  const w = await settlingMarch();
  const account = await proposeBankAccount(w.deps, clerk, asked(w));
  await decide(w, account.approvalId, "REFUSE");
  expect(await w.deps.db.bankAccount.findUnique({ where: { id: account.id } })).toMatchObject({ state: "REFUSED" });
  expect(await w.obligation(w.pharmacy.id)).toEqual(["CONFIRMED", 0n]);
});

test("whose account it is decides who may propose it, and an IBAN has to be one", async () => {
  const w = await settlingMarch();
  const { deps } = w;
  const foreign = proposeBankAccount(deps, w.grocer.finance, asked(w));
  await expect(foreign).rejects.toMatchObject({ code: "PARTNER_NOT_FOUND" });
  await expect(proposeBankAccount(deps, finance, asked(w))).rejects.toMatchObject({ code: "FORBIDDEN" });
  const { id: partnerId } = await deps.db.partner.findFirstOrThrow({ where: { isOperator: true } });
  const own = asked(w, { partnerId, purpose: "SETTLEMENT" });
  await expect(proposeBankAccount(deps, clerk, own)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const settled = await proposeBankAccount(deps, admin, own);
  await decide(w, settled.approvalId, "APPROVE");
  const misplaced = proposeBankAccount(deps, admin, { ...own, purpose: "PAYOUT", idempotencyKey: newId("deed") });
  await expect(misplaced).rejects.toMatchObject({ code: "INVALID_VALUE", field: "purpose" });
  const typo = proposeBankAccount(deps, clerk, asked(w, { iban: "DE00370400440532013000" }));
  await expect(typo).rejects.toMatchObject({ code: "INVALID_VALUE", field: "iban" });
});
