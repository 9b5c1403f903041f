import { localDate } from "#api/engine/lot-dates.ts";
import { sumCustomers } from "#api/ledger/customers.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { scoreCustomers } from "#api/use-cases/customers/scores.ts";
import type { Follower } from "#api/use-cases/following/followers.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** Sums anew what houses know of whoever bought or brought something back. */
export const followCustomers: Follower = async (deps, { purchases, returns }) => {
  const bought = [...purchases, ...returns.map(({ purchase }) => purchase)];
  if (bought.length === 0) return;
  const kept = await deps.db.member.findMany({
    where: { id: { in: bought.map(({ memberId }) => memberId) } },
    select: { id: true, mergedIntoId: true },
  });
  const ids = [...new Set(kept.map(({ id, mergedIntoId }) => mergedIntoId ?? id))];
  const keptAs = new Map(kept.map(({ id, mergedIntoId }) => [id, mergedIntoId ?? id]));
  const { timeZone } = await findProgramme(deps);
  const day = localDate(deps.clock.now(), timeZone);
  const redeemed = bought.filter(({ pointsSpent }) => pointsSpent > 0n);
  await deps.db.$transaction(async (tx) => {
    await sumCustomers(tx, { ids }, day);
    await scoreCustomers(tx, { ids }, day);
    for (const house of new Set(redeemed.map(({ partnerId }) => partnerId))) {
      const own = redeemed.filter(({ partnerId }) => partnerId === house);
      const memberIds = own.map(({ memberId }) => keptAs.get(memberId) ?? memberId);
      await tx.customer.updateMany({
        where: { house: { in: [house, OPERATOR] }, memberId: { in: memberIds } },
        data: { hasRedeemed: true },
      });
    }
  });
};
