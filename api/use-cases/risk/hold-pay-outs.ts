import type { Tx } from "#api/sql/rows.ts";
import { mayPartner, statusesWith } from "#api/use-cases/partners/standing.ts";
import { type Moment, moveObligation } from "#api/use-cases/settlement/move-obligation.ts";

/** Holds what partners are owed that may not be paid as they stand; of one partner, or of one cycle. */
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
  for (const obligation of owed) await moveObligation(tx, moment, obligation, "hold");
  return owed.length;
}

/** Lets a partner that may be paid again have what was held. */
export async function liftPayOuts(tx: Tx, moment: Moment, partnerId: string): Promise<number> {
  const partner = await tx.partner.findUniqueOrThrow({ where: { id: partnerId } });
  if (!mayPartner(partner, "bePaid")) return 0;
  const held = await tx.obligation.findMany({ where: { partnerId, state: "ON_HOLD" }, orderBy: { id: "asc" } });
  for (const obligation of held) await moveObligation(tx, moment, obligation, "lift");
  return held.length;
}
