import { systemActor } from "#api/kernel/actor.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import { readBalance } from "#api/ledger/read/positions.ts";
import type { Obligation } from "#api/sql/rows.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { businessDay } from "#api/use-cases/cycles/calendar.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { expireDue } from "#api/use-cases/jobs/expire-due.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { matureDue } from "#api/use-cases/jobs/mature-due.ts";
import { releaseTimedOut } from "#api/use-cases/jobs/release-timed-out.ts";
import { resumePartner } from "#api/use-cases/partners/resume-partner.ts";
import { applyWaterfall } from "#api/use-cases/risk/apply-waterfall.ts";
import { declareDefault } from "#api/use-cases/risk/declare-default.ts";
import { endToEndId } from "#api/use-cases/settlement/end-to-end-id.ts";
import { instructPayment } from "#api/use-cases/settlement/instruct-payment.ts";
import { type RecordBankLine, recordBankLine } from "#api/use-cases/settlement/record-bank-line.ts";
import { PaymentExceedsCash } from "#api/use-cases/settlement/refusals.ts";
import { DAY_MS, type Stage } from "./stage.ts";

/** The fuel stations pay late once; the bookshop, from some cycle on, owes more than it can pay. */
const LATE = { partner: "SHLIAKH", cycleSeq: 5, daysLate: 6 } as const;
const FAILED = { partner: "LITARA", fromCycleSeq: 7, moreThanE6: 20_000_000n, daysPatient: 7 } as const;
const APPROVES_ON_DAY = 5;
const CHARGES_ON_DAY = 10;
const UNIT_E6 = minorUnitE6(2);

/** What the hub does by itself at night. Points lapse at the end of a month, so most nights need not look. */
export async function night(stage: Stage, day: number): Promise<void> {
  const { deps, clock } = stage;
  const isFirst = businessDay(clock.now(), stage.timeZone).getUTCDate() === 1;
  const jobs =
    isFirst || day === stage.lastDay ? [matureDue, markDue, expireDue, releaseTimedOut] : [matureDue, markDue];
  await closeDueCycle(deps, systemActor);
  await Promise.all(jobs.map((job) => job(deps, systemActor)));
}

/** What the operator's people do in the morning: approve, book what the bank says, pay out, deal with who does not pay. */
export async function morning(stage: Stage, day: number): Promise<void> {
  const { deps, clock } = stage;
  const today = businessDay(clock.now(), stage.timeZone);
  if (today.getUTCDate() === APPROVES_ON_DAY) await approveReviewed(stage);
  const cycles = await deps.db.cycle.findMany({ where: { state: "SETTLING" }, orderBy: { seq: "asc" } });
  for (const { id, seq } of cycles) {
    const obligations = await deps.db.obligation.findMany({
      where: { cycleId: id, state: { in: ["CONFIRMED", "DUE", "PARTIAL", "OVERDUE"] } },
      orderBy: { partnerId: "asc" },
    });
    const owed = obligations.map((obligation) => ({ obligation, seq, code: codeOf(stage, obligation.partnerId) }));
    for (const one of owed) if (one.obligation.direction === "PAY_IN") await collect(stage, one, today);
    for (const one of owed) if (one.obligation.direction === "PAY_OUT") await payOut(stage, one, today);
  }
  if (cycles.length > 0 && today.getUTCDate() === CHARGES_ON_DAY) {
    await book(stage, today, { amountE6: -1_200_000n, kind: "CHARGE", remittance: "Account fee" });
  }
  await strangeReceipt(stage, day, today);
}

type Owed = { obligation: Obligation; seq: number; code: string };

/** The newest closed cycle is left for the visitor to approve. */
async function approveReviewed({ deps, office, lastSeq }: Stage): Promise<void> {
  const reviewed = await deps.db.cycle.findMany({
    where: { state: "IN_REVIEW", seq: { lt: lastSeq - 1 } },
    orderBy: { seq: "asc" },
  });
  for (const { id } of reviewed) await approveCycle(deps, office.finance, { cycleId: id, reason: "Statements agreed" });
}

async function collect(stage: Stage, { obligation, seq, code }: Owed, today: Date): Promise<void> {
  const { dueOn } = obligation;
  if (!dueOn || today < dueOn) return;
  const daysLate = (today.getTime() - dueOn.getTime()) / DAY_MS;
  if (cannotPay(stage, { obligation, seq, code })) {
    if (daysLate === FAILED.daysPatient) await giveUpOn(stage, { obligation, seq, code }, today);
    return;
  }
  const isLate = code === LATE.partner && seq === LATE.cycleSeq;
  if (isLate && daysLate > 0 && daysLate < LATE.daysLate) return;
  const openE6 = obligation.amountMinor * UNIT_E6 - obligation.paidE6;
  const amountE6 = isLate && daysLate === 0 ? (openE6 / 3n / UNIT_E6) * UNIT_E6 : openE6;
  await book(stage, today, { amountE6, endToEndId: endToEndId(seq, code, "IN"), remittance: `Zgoda cycle ${seq}` });
  if (isLate && daysLate > 0) {
    const reason = "Paid what was overdue";
    await resumePartner(stage.deps, stage.office.risk, { partnerId: obligation.partnerId, reason });
  }
}

/** Once: after its default the bookshop issues no more, so it owes no more. */
function cannotPay({ remembered }: Stage, { obligation, seq, code }: Owed): boolean {
  if (code !== FAILED.partner || seq < FAILED.fromCycleSeq) return false;
  const failedOn = remembered.get("failed obligation");
  if (failedOn) return failedOn === obligation.id;
  if (obligation.amountMinor * UNIT_E6 <= FAILED.moreThanE6) return false;
  remembered.set("failed obligation", obligation.id);
  return true;
}

/** Sent one day, booked by the bank the next. Money that is not there yet is tried again tomorrow. */
async function payOut(stage: Stage, { obligation, seq, code }: Owed, today: Date): Promise<void> {
  if (obligation.paidE6 > 0n) {
    const amountE6 = -obligation.paidE6;
    const paper = { endToEndId: endToEndId(seq, code, "OUT"), remittance: `Zgoda cycle ${seq}` };
    await book(stage, today, { amountE6, ...paper });
    return;
  }
  if (!obligation.dueOn || today <= obligation.dueOn) return;
  try {
    const order = { obligationId: obligation.id, idempotencyKey: stage.key("pay-out") };
    await instructPayment(stage.deps, stage.office.finance, order);
  } catch (refusal) {
    if (!(refusal instanceof PaymentExceedsCash)) throw refusal;
  }
}

async function giveUpOn(stage: Stage, { obligation, seq, code }: Owed, today: Date): Promise<void> {
  const { deps, office } = stage;
  const obligationId = obligation.id;
  const reason = "The bookshop filed for insolvency";
  const { approval } = await declareDefault(deps, office.risk, {
    obligationId,
    reason,
    idempotencyKey: stage.key("default"),
  });
  await decideApproval(deps, office.finance, {
    approvalId: approval.id,
    decision: "APPROVE",
    note: "Seen the court's notice",
  });
  await applyWaterfall(deps, office.finance, { obligationId, idempotencyKey: stage.key("waterfall") });
  const owedBack = (await readBalance(deps.db, "COLLATERAL")) + (await readBalance(deps.db, "LOSS_POOL"));
  const amountE6 = (await readBalance(deps.db, "BANK_COLLATERAL")) + owedBack;
  const paper = { endToEndId: endToEndId(seq, code, "COLL"), remittance: "Drawn from the collateral account" };
  if (amountE6 > 0n) await book(stage, today, { amountE6, ...paper });
}

type Booking = Pick<RecordBankLine, "amountE6" | "endToEndId" | "remittance"> & { kind?: RecordBankLine["kind"] };

async function book(stage: Stage, today: Date, booking: Booking): Promise<string> {
  const bankRef = stage.key("bank");
  const bookedOn = today.toISOString().slice(0, 10);
  const line = { kind: "PAYMENT" as const, bookedOn, bankRef, ...booking, idempotencyKey: bankRef };
  await recordBankLine(stage.deps, stage.office.finance, line);
  return bankRef;
}

const STRANGER = { receivedDaysAgo: 190, returnedAfterDays: 4, amountE6: 25_000_000n } as const;

/** Somebody pays the wrong account once, and gets it back. */
async function strangeReceipt(stage: Stage, day: number, today: Date): Promise<void> {
  const { receivedDaysAgo, returnedAfterDays, amountE6 } = STRANGER;
  const daysAgo = stage.lastDay - day;
  if (daysAgo === receivedDaysAgo) {
    stage.remembered.set("stranger", await book(stage, today, { amountE6, remittance: "Invoice 7741, kitchen doors" }));
  }
  const bankRef = stage.remembered.get("stranger");
  if (daysAgo === receivedDaysAgo - returnedAfterDays && bankRef) {
    await book(stage, today, { amountE6: -amountE6, endToEndId: `RTN-${bankRef}`, remittance: "Not for us" });
  }
}

function codeOf({ partners }: Stage, partnerId: string): string {
  return partners.values().find(({ id }) => id === partnerId)?.code ?? "ZGODA";
}
