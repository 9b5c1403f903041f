import type { Actor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { type CycleRow, ringCycle } from "#api/ledger/cycles.ts";
import type { PartnerAmount } from "#api/ledger/movements.ts";
import type { Approval } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import { lockClearing } from "#api/use-cases/cycles/in-order.ts";
import { requireCycle } from "#api/use-cases/cycles/require-cycle.ts";
import { reverseNet } from "#api/use-cases/cycles/reverse-net.ts";
import { nextCycleState } from "#api/use-cases/cycles/states.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { LONG_TRANSACTION, recordStep } from "#api/use-cases/transitions.ts";

/** The operator's account on the other side of a correction. */
export type CorrectedAccount = "MARGIN" | "FEES" | "TAX";

export type CorrectCycle = {
  cycleId: string;
  against: CorrectedAccount;
  /** By partner; positive: the partner owes it in addition. */
  corrections: readonly PartnerAmount[];
  reason: string;
  idempotencyKey: string;
};

export type CorrectAnswer = { cycle: CycleRow; approval: Approval };

const PARTNERS_MAX = 1_000;

/** Proposes amounts that a reopened cycle takes in addition. They count when a second person agrees. */
export async function correctCycle(deps: Deps, actor: Actor, input: CorrectCycle): Promise<CorrectAnswer> {
  can(actor, "cycle:correct");
  const { cycleId, against, reason, idempotencyKey } = input;
  const cycle = await requireCycle(deps.db, cycleId);
  const corrections = await checkedCorrections(deps, input.corrections);
  const payload = {
    cycleId,
    against,
    corrections: corrections.map(({ partnerId, amountE6 }) => ({ partnerId, amountE6: String(amountE6) })),
  };
  const seen = { version: cycle.version };
  const request = { action: "correctCycle", subjectId: cycleId, payload, seen, reason, idempotencyKey };
  const approval = await requestApproval(deps, actor, request, async () => {
    nextCycleState(cycle, "correct");
  });
  return { cycle, approval };
}

async function checkedCorrections({ db }: Deps, corrections: readonly PartnerAmount[]): Promise<PartnerAmount[]> {
  const count = corrections.length;
  if (count === 0 || count > PARTNERS_MAX) {
    throw new InvalidValue("corrections", String(count), `1 to ${PARTNERS_MAX} partners`);
  }
  const ids = corrections.map(({ partnerId }) => partnerId);
  if (new Set(ids).size < count) throw new InvalidValue("corrections", ids.join(" "), "one amount per partner");
  const known = await db.partner.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const unknown = ids.find((id) => !known.some((partner) => partner.id === id));
  if (unknown !== undefined) throw new PartnerNotFound(unknown);
  if (corrections.some(({ amountE6 }) => amountE6 === 0n)) throw new InvalidValue("amount", "0", "another than zero");
  return corrections.toSorted((a, b) => (a.partnerId < b.partnerId ? -1 : 1));
}

/** What runs when the second person agrees; the approval's id makes the entry once. */
export async function correctApprovedCycle(deps: Deps, actor: Actor, approval: Approval): Promise<CycleRow> {
  const { id: approvalId, subjectId: cycleId, reason } = approval;
  const { version, against, corrections } = approval.payload as StoredCorrection;
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    await lockClearing(tx);
    const cycle = await requireCycle(tx, cycleId);
    if (await tx.transition.findFirst({ where: { objectId: cycleId, approvalId } })) return cycle;
    if (cycle.version !== version) throw new TransitionRefused("cycle", cycleId, cycle.state, "correct");
    const to = nextCycleState(cycle, "correct");
    await reverseNet(deps, cycle);
    const amounts = corrections.map(({ partnerId, amountE6 }) => ({
      partnerId,
      amountE6: BigInt(amountE6) as MoneyE6,
    }));
    await deps.ledger.post({
      kind: "correctCycle",
      actor,
      owner: "system",
      key: `correct:${approvalId}`,
      fingerprint: fingerprint({ approvalId }),
      occurredAt: at,
      place: null,
      reason,
      movements: [{ kind: "correct", cycleId, against, corrections: amounts }],
    });
    deps.reach?.("correct: posted");
    await recordStep(tx, actor, { object: "cycle", objectId: cycleId, from: cycle.state, to, at, reason, approvalId });
    await ringCycle(tx, cycleId);
    deps.reach?.("correct: recorded");
    return cycle;
  }, LONG_TRANSACTION);
}

/** The payload as `correctCycle` laid it down. */
type StoredCorrection = {
  version: number;
  against: CorrectedAccount;
  corrections: { partnerId: string; amountE6: string }[];
};
