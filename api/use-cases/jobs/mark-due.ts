import type { Actor } from "#api/kernel/actor.ts";
import { formatMoney, minorUnitE6 } from "#api/kernel/money.ts";
import type { Obligation, Programme, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { businessDay } from "#api/use-cases/cycles/calendar.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { partnersWhoMay } from "#api/use-cases/notices/who-may.ts";
import { movePartner } from "#api/use-cases/partners/status.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { moveObligation } from "#api/use-cases/settlement/move-obligation.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

const CHUNK_OBLIGATIONS = 500;

/**
 * Lets obligations fall due on their day and pay-ins fall overdue after the programme's days of grace; whoever is overdue stops issuing.
 * Answers how many obligations moved.
 */
export async function markDue(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const programme = await findProgramme(deps);
  const { timeZone, paymentGraceDays } = programme;
  const at = deps.clock.now();
  const today = businessDay(at, timeZone);
  const lastInGrace = businessDay(at, timeZone, -paymentGraceDays);
  const fallen = await inChunks(deps, { state: "CONFIRMED", dueOn: { lte: today } }, (tx, obligation) =>
    moveObligation(tx, { actor, at }, obligation, "fall due"),
  );
  const late = { state: { in: ["DUE", "PARTIAL"] }, direction: "PAY_IN", dueOn: { lt: lastInGrace } } as const;
  const overdue = await inChunks(deps, { ...late, state: { in: [...late.state.in] } }, async (tx, obligation) => {
    const reason = "Its obligation is overdue";
    const partner = await tx.partner.findUniqueOrThrow({ where: { id: obligation.partnerId } });
    if (partner.status === "ACTIVE") {
      await movePartner(tx, actor, { partnerId: partner.id, event: "blockIssuing", at, reason });
    }
    await tellOverdue(tx, programme, obligation, at);
    return moveObligation(tx, { actor, at }, obligation, "fall overdue");
  });
  return fallen + overdue;
}

async function tellOverdue(tx: Tx, { minorDigits }: Programme, obligation: Obligation, at: Date): Promise<void> {
  const { partnerId, amountMinor, paidE6, dueOn } = obligation;
  const amount = formatMoney(amountMinor * minorUnitE6(minorDigits) - paidE6);
  const facts = { amount, due: dueOn?.toISOString().slice(0, 10) ?? "" };
  const audience = { partnerId, roles: partnersWhoMay("obligation:read") };
  await notifyStaff(tx, audience, { kind: "OBLIGATION_OVERDUE", facts, href: "/partner/settlement", at });
}

type Where = NonNullable<Parameters<Tx["obligation"]["findMany"]>[0]>["where"];

/** What was moved no longer matches, so the next chunk is whatever matches then. Most nights nothing does: no lock. */
async function inChunks(
  { db }: Deps,
  where: Where,
  move: (tx: Tx, obligation: Obligation) => Promise<Obligation>,
): Promise<number> {
  let moved = 0;
  for (;;) {
    if (!(await db.obligation.findFirst({ where: where ?? {}, select: { id: true } }))) return moved;
    const count = await db.$transaction(async (tx) => {
      await lockSettlement(tx);
      const due = await tx.obligation.findMany({ where: where ?? {}, orderBy: { id: "asc" }, take: CHUNK_OBLIGATIONS });
      for (const obligation of due) await move(tx, obligation);
      return due.length;
    }, LONG_TRANSACTION);
    moved += count;
  }
}
