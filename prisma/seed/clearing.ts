import { blockId } from "#api/formats/pain001.ts";
import type { TestEntry } from "#api/formats/write-camt053.ts";
import { writePain002 } from "#api/formats/write-pain002.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import { readBalance } from "#api/ledger/read/positions.ts";
import type { Obligation, PaymentInstruction } from "#api/sql/rows.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { businessDay } from "#api/use-cases/cycles/calendar.ts";
import { advanceExits } from "#api/use-cases/jobs/advance-exits.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { expireDue } from "#api/use-cases/jobs/expire-due.ts";
import { liftCooled } from "#api/use-cases/jobs/lift-cooled.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { matureDue } from "#api/use-cases/jobs/mature-due.ts";
import { releaseTimedOut } from "#api/use-cases/jobs/release-timed-out.ts";
import { warnExposures } from "#api/use-cases/jobs/warn-exposures.ts";
import { watchBank } from "#api/use-cases/jobs/watch-bank.ts";
import { resumePartner } from "#api/use-cases/partners/resume-partner.ts";
import { approvePayments } from "#api/use-cases/payments/approve-payments.ts";
import { exportPayments } from "#api/use-cases/payments/export-payments.ts";
import { PaymentExceedsCash } from "#api/use-cases/payments/refusals.ts";
import { submitPayments } from "#api/use-cases/payments/submit-payments.ts";
import { uploadBankFile } from "#api/use-cases/payments/upload-bank-file.ts";
import { applyWaterfall } from "#api/use-cases/risk/apply-waterfall.ts";
import { declareDefault } from "#api/use-cases/risk/declare-default.ts";
import { recordExposureDays } from "#api/use-cases/risk/record-exposure-days.ts";
import { endToEndId } from "#api/use-cases/settlement/end-to-end-id.ts";
import { bringStatement, ibanOf, payOutIban } from "./bank.ts";
import { demoPartners } from "./coalition.ts";
import { DAY_MS, type Stage } from "./stage.ts";
import { strangeMoney } from "./strange-money.ts";

/** The fuel stations pay late once; the bookshop, from some cycle on, owes more than it can pay. */
const LATE = { partner: "SHLIAKH", cycleSeq: 5, daysLate: 6 } as const;
const FAILED = { partner: "LITARA", fromCycleSeq: 7, moreThanE6: 20_000_000n, daysPatient: 7 } as const;
const APPROVES_ON_DAY = 5;
/**
 * The cycle that visitors find being settled: its statements were talked over for long, so that it was approved only
 * days ago. Its pay-ins are due, its pay-outs wait to be submitted.
 */
const SETTLING = { cyclesAgo: 2, approvedDaysAgo: 5 } as const;
/**
 * Not all of its pay-ins are what they should be, in the order of those who owe: one comes without any reference, and
 * from an account that nobody knows; one is short by what a bank kept, one is paid with the tip of another invoice.
 */
const ODD = [
  { said: "without reference", from: ibanOf(777), moreE6: 0n },
  { said: "short", from: null, moreE6: -350_000n },
  { said: "too much", from: null, moreE6: 12_500_000n },
] as const;
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
  if (stage.remembered.has("leaving")) await advanceExits(deps, systemActor);
  if ((await deps.db.cycle.count({ where: { state: "SETTLING" } })) === 0) return;
  await liftCooled(deps, systemActor);
  await watchBank(deps, systemActor);
  if (day === stage.lastDay) {
    await recordExposureDays(deps, systemActor);
    await warnExposures(deps, systemActor);
  }
}

/** What the operator's people do in the morning: approve, bring in what the bank says, pay out, deal with who does not pay. */
export async function morning(stage: Stage, day: number): Promise<void> {
  const { deps, clock, office } = stage;
  const today = businessDay(clock.now(), stage.timeZone);
  await approveReviewed(stage, { today, daysAgo: stage.lastDay - day });
  const cycles = await deps.db.cycle.findMany({ where: { state: "SETTLING" }, orderBy: { seq: "asc" } });
  const entries: TestEntry[] = [];
  for (const { id, seq } of cycles) {
    const owed = await deps.db.obligation.findMany({
      where: { cycleId: id, direction: "PAY_IN", state: { in: ["CONFIRMED", "DUE", "PARTIAL", "OVERDUE"] } },
      orderBy: { partnerId: "asc" },
    });
    for (const obligation of owed) {
      const one = { obligation, seq, code: codeOf(stage, obligation.partnerId) };
      entries.push(...(await collect(stage, one, today)));
    }
    entries.push(...(await bookSent(stage, id, today)));
  }
  if (cycles.length > 0 && today.getUTCDate() === CHARGES_ON_DAY) {
    entries.push(
      atBank(stage, today, { amountE6: -1_200_000n, bankCode: "ACMT/MDOP/CHRG", remittance: "Account fee" }),
    );
  }
  entries.push(...(await strangeMoney(stage, day, (details) => atBank(stage, today, details))));
  await bringStatement(deps, office, { book: "SETTLEMENT", on: dayOf(today), entries }, stage.key);
  await showDrawn(stage, today);
  await resumeWhoPaid(stage);
  for (const cycle of cycles) await payOut(stage, cycle, today);
}

type Owed = { obligation: Obligation; seq: number; code: string };

type Morning = { today: Date; daysAgo: number };

/** The newest closed cycle is left for the visitor to approve. */
async function approveReviewed({ deps, office, lastSeq }: Stage, { today, daysAgo }: Morning): Promise<void> {
  const settling = lastSeq - SETTLING.cyclesAgo;
  const due = daysAgo === SETTLING.approvedDaysAgo ? { lte: settling } : { lt: settling };
  if (today.getUTCDate() !== APPROVES_ON_DAY && daysAgo !== SETTLING.approvedDaysAgo) return;
  const reviewed = await deps.db.cycle.findMany({
    where: { state: "IN_REVIEW", seq: due },
    orderBy: { seq: "asc" },
  });
  for (const { id } of reviewed) await approveCycle(deps, office.finance, { cycleId: id, reason: "Statements agreed" });
}

/** What comes in today for one obligation. */
async function collect(stage: Stage, { obligation, seq, code }: Owed, today: Date): Promise<TestEntry[]> {
  const { dueOn } = obligation;
  if (!dueOn || today < dueOn) return [];
  const daysLate = (today.getTime() - dueOn.getTime()) / DAY_MS;
  if (cannotPay(stage, { obligation, seq, code })) {
    return daysLate === FAILED.daysPatient ? giveUpOn(stage, { obligation, seq, code }, today) : [];
  }
  const openE6 = obligation.amountMinor * UNIT_E6 - obligation.paidE6;
  const paper = { counterpartyName: nameOf(code), counterpartyIban: payOutIban(code) };
  const odd = await oddityOf(stage, obligation, seq);
  if (odd && daysLate > 0) return [];
  if (odd?.from) {
    const said = { ...paper, counterpartyIban: odd.from, remittance: "Settlement of the month" };
    return [atBank(stage, today, { amountE6: openE6, ...said })];
  }
  const isLate = code === LATE.partner && seq === LATE.cycleSeq;
  if (isLate && daysLate > 0 && daysLate < LATE.daysLate) return [];
  if (isLate && daysLate > 0) stage.remembered.set("paid late", obligation.partnerId);
  const dueE6 = openE6 + (odd?.moreE6 ?? 0n);
  const amountE6 = isLate && daysLate === 0 ? (openE6 / 3n / UNIT_E6) * UNIT_E6 : dueE6;
  const reference = { endToEndId: endToEndId(seq, code, "IN"), remittance: `Zgoda cycle ${seq}` };
  return [atBank(stage, today, { amountE6, ...paper, ...reference })];
}

/** What is odd about a pay-in of the cycle that visitors find being settled; null: nothing. */
async function oddityOf({ deps, lastSeq }: Stage, { id, cycleId }: Obligation, seq: number) {
  if (seq !== lastSeq - SETTLING.cyclesAgo) return null;
  const owing = await deps.db.obligation.findMany({
    where: { cycleId, direction: "PAY_IN", state: { not: "SUPERSEDED" } },
    orderBy: [{ amountMinor: "desc" }, { id: "asc" }],
    select: { id: true },
  });
  return ODD[owing.findIndex((one) => one.id === id)] ?? null;
}

/** Who paid late goes on issuing. */
async function resumeWhoPaid({ deps, office, remembered }: Stage): Promise<void> {
  const id = remembered.get("paid late");
  const blocked = await deps.db.partner.findMany({ where: { id: id ?? "", status: "ISSUE_BLOCKED" } });
  for (const { id: partnerId } of blocked) {
    await resumePartner(deps, office.risk, { partnerId, reason: "Its money is here" });
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

/** Submitted and approved when the pay-ins are due, sent as soon as the money is there; accepted by the bank at once. */
async function payOut(stage: Stage, cycle: { id: string; seq: number }, today: Date) {
  const { deps, office, key, timeZone, lastSeq } = stage;
  const { id: cycleId } = cycle;
  // What the newest cycle pays is left for visitors to submit, approve and send.
  if (cycle.seq === lastSeq - SETTLING.cyclesAgo) return;
  const unsent = await deps.db.paymentInstruction.findMany({
    where: { cycleId, kind: "PAY_OUT", state: { in: ["DRAFT", "APPROVED"] } },
  });
  const [due] = await deps.db.obligation.findMany({ where: { cycleId, dueOn: { lt: today } }, take: 1 });
  if (unsent.length === 0 || !due) return;
  if (unsent.some(({ state }) => state === "DRAFT")) {
    await submitPayments(deps, office.clerk, { cycleId });
    await approvePayments(deps, office.finance, { cycleId });
  }
  try {
    const file = await exportPayments(deps, office.clerk, { cycleId, idempotencyKey: key("pay-out") });
    const executeOn = dayOf(businessDay(file.createdAt, timeZone));
    const answered = { blockId: blockId(file.messageId, executeOn), answer: { status: "ACCP" as const } };
    const head = { messageId: key("answer"), createdAt: deps.clock.now(), originalMessageId: file.messageId };
    const content = writePain002({ ...head, blocks: [answered] });
    await uploadBankFile(deps, office.clerk, {
      name: `answer-${cycle.seq}.xml`,
      content,
      idempotencyKey: head.messageId,
    });
  } catch (refusal) {
    if (!(refusal instanceof PaymentExceedsCash)) throw refusal;
  }
}

/** What was sent one day is booked by the bank the next. */
async function bookSent(stage: Stage, cycleId: string, today: Date): Promise<TestEntry[]> {
  const sent = await stage.deps.db.paymentInstruction.findMany({
    where: { cycleId, state: { in: ["EXPORTED", "ACCEPTED"] } },
    orderBy: { id: "asc" },
  });
  return sent.map(({ amountE6, endToEndId: id, partnerId }: PaymentInstruction) => {
    const code = codeOf(stage, partnerId);
    const paper = { counterpartyName: nameOf(code), counterpartyIban: payOutIban(code), remittance: id };
    return atBank(stage, today, { amountE6: -amountE6, endToEndId: id, bankCode: "PMNT/ICDT/ESCT", ...paper });
  });
}

async function giveUpOn(stage: Stage, { obligation, seq, code }: Owed, today: Date): Promise<TestEntry[]> {
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
  if (amountE6 <= 0n) return [];
  const paper = { endToEndId: endToEndId(seq, code, "COLL"), remittance: "Drawn from the collateral account" };
  stage.remembered.set("drawn", String(amountE6));
  return [atBank(stage, today, { amountE6, ...paper })];
}

/** The segregated account's statement shows what was drawn from it. */
async function showDrawn(stage: Stage, today: Date): Promise<void> {
  const drawn = stage.remembered.get("drawn");
  if (!drawn) return;
  stage.remembered.delete("drawn");
  const entries = [atBank(stage, today, { amountE6: -BigInt(drawn), remittance: "Drawn for a default" })];
  await bringStatement(stage.deps, stage.office, { book: "COLLATERAL", on: dayOf(today), entries }, stage.key);
}

/** A movement as the demo's bank books it. */
function atBank({ key }: Stage, today: Date, details: Omit<TestEntry, "bookedOn" | "bankRef">): TestEntry {
  return { bankRef: key("bank"), bookedOn: dayOf(today), ...details };
}

const dayOf = (day: Date) => day.toISOString().slice(0, 10);

const nameOf = (code: string) => demoPartners.find((one) => one.code === code)?.entity.name ?? code;

function codeOf({ partners }: Stage, partnerId: string | null): string {
  return partners.values().find(({ id }) => id === partnerId)?.code ?? "ZGODA";
}
