import type { Tx } from "#api/sql/rows.ts";
import { mayPartner, statusesWith } from "#api/use-cases/partners/standing.ts";
import { type Moment, moveObligation } from "#api/use-cases/settlement/move-obligation.ts";

/** Holds what partners are owed that may not be paid as they stand, unless it is on its way; of one partner or cycle. */
export async function holdPayOuts(
  tx: Tx,
  moment: Moment,
  of: { partnerId: string } | { cycleId: string },
): Promise<number> {
  const may = statusesWith("bePaid");
  const barred = await tx.partner.findMany({
    where: { status: { notIn: may }, ...("partnerId" in of && { id: of.partnerId }) },
    select: { id: true },
  });
  const owed = await tx.obligation.findMany({
    where: {
      ...of,
      ...("cycleId" in of && { partnerId: { in: barred.map(({ id }) => id) } }),
      direction: "PAY_OUT",
      state: { in: ["CONFIRMED", "DUE"] },
      paidE6: 0n,
    },
    orderBy: { id: "asc" },
  });
  if (barred.length === 0) return 0;
  const sent = await tx.paymentInstruction.findMany({
    where: {
      obligationId: { in: owed.map(({ id }) => id) },
      state: { in: ["EXPORTED", "ACCEPTED", "BOOKED"] },
    },
    select: { obligationId: true },
  });
  const unsent = owed.filter(({ id }) => !sent.some(({ obligationId }) => obligationId === id));
  for (const obligation of unsent) await moveObligation(tx, moment, obligation, "hold");
  return unsent.length;
}

/** Lets a partner that may be paid again have what was held. */
export async function liftPayOuts(tx: Tx, moment: Moment, partnerId: string): Promise<number> {
  const partner = await tx.partner.findUniqueOrThrow({ where: { id: partnerId } });
  if (!mayPartner(partner, "bePaid")) return 0;
  const held = await tx.obligation.findMany({ where: { partnerId, state: "ON_HOLD" }, orderBy: { id: "asc" } });
  for (const obligation of held) await moveObligation(tx, moment, obligation, "lift");
  return held.length;
}
