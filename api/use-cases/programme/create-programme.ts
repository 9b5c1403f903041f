import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { openExposure } from "#api/ledger/exposures.ts";
import type { Programme, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { type CycleCalendar, cutoffAfter } from "#api/use-cases/cycles/calendar.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { ProgrammeExists } from "#api/use-cases/partners/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type CreateProgramme = {
  name: string;
  pointsName: string;
  currency: string;
  minorDigits?: number;
  timeZone: string;
  pointValueE6: MoneyE6;
  pointsValidityMonths?: number | null;
  graceDays?: number;
  reservationSeconds?: number;
  breakageOperatorBps?: number;
  operatorFirstLossE6?: MoneyE6;
  cycleCalendar?: CycleCalendar;
  dueDays?: number;
  /** The operator as issuer of goodwill. Points it gives are priced at the point's value unless said otherwise. */
  operator: { code: string; name: string; issueRateE6?: MoneyE6 };
  /** When the first cycle begins; now when absent. */
  opensAt?: Date;
  /** Where the first cycle ends; the calendar's next cut-off when absent. */
  cutoffAt?: Date;
};

/** Sets the hub up: the programme, the operator as a partner, and the first open cycle. */
export async function createProgramme(deps: Deps, actor: Actor, input: CreateProgramme): Promise<Programme> {
  can(actor, "programme:create");
  const { operator, opensAt = deps.clock.now(), cutoffAt, ...rules } = input;
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE programme IN SHARE ROW EXCLUSIVE MODE`;
    const there = await tx.programme.findFirst();
    if (there) throw new ProgrammeExists(there.id);
    const programme = await tx.programme.create({ data: { id: newId("programme"), ...rules } });
    await createOperatorPartner(tx, actor, operator, { at: opensAt, priceE6: input.pointValueE6 });
    const calendarEnd = cutoffAfter(opensAt, programme.cycleCalendar, programme.timeZone);
    await openFirstCycle(tx, actor, { opensAt, cutoffAt: cutoffAt ?? calendarEnd });
    return programme;
  });
}

async function createOperatorPartner(
  tx: Tx,
  actor: Actor,
  operator: CreateProgramme["operator"],
  { at, priceE6 }: { at: Date; priceE6: MoneyE6 },
): Promise<void> {
  const id = newId("partner");
  const { code, name, issueRateE6 = priceE6 } = operator;
  await tx.partner.create({
    data: { id, code, name, category: "operator", isOperator: true, mayRedeem: false, status: "ACTIVE" },
  });
  await openExposure(tx, id);
  await tx.contract.create({
    data: {
      id: newId("contract"),
      partnerId: id,
      version: 1,
      validFrom: at,
      funding: "ON_ISSUE",
      issueRateE6,
      redeemRateE6: 0n,
      earnBps: 0,
      createdBy: actorRef(actor),
    },
  });
  await recordStep(tx, actor, { object: "partner", objectId: id, from: null, to: "ACTIVE", at });
}

async function openFirstCycle(tx: Tx, actor: Actor, span: { opensAt: Date; cutoffAt: Date }): Promise<void> {
  const id = newId("cycle");
  await tx.cycle.create({ data: { id, seq: 1, state: "OPEN", ...span } });
  await recordStep(tx, actor, { object: "cycle", objectId: id, from: null, to: "OPEN", at: span.opensAt });
}
