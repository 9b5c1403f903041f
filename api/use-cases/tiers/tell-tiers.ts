import type { Actor } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import { notify } from "#api/use-cases/notices/notify.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";
import { rankOf } from "./ladder.ts";
import { firstDayOf, monthText } from "./months.ts";
import type { Standing } from "./standing.ts";

/** Why somebody stands elsewhere than before. */
export type Why = "reached" | "goods came back" | "the period ended short" | "the ladder changed";

/**
 * Writes down where members stand now, with a step for each who stands elsewhere than was told, and tells them. Whoever
 * was told something else meanwhile is left for the next time.
 */
export async function tellTiers(
  tx: Tx,
  actor: Actor,
  standings: readonly Standing[],
  { at, whyLower }: { at: Date; whyLower: Why },
): Promise<number> {
  let moved = 0;
  for (const standing of standings) {
    const { memberId, ladder, rank, told } = standing;
    const [to, from] = [ladder.tiers[rank]?.code ?? "", told?.tier ?? ladder.tiers[0]?.code ?? ""];
    const isElsewhere = to !== from;
    if (!(await writeDown(tx, standing, isElsewhere ? at : null))) continue;
    if (!isElsewhere) continue;
    const isHigher = rank > (told ? rankOf(ladder, told.tier) : 0);
    const reason = isHigher ? "reached" : whyLower;
    await recordSteps(tx, actor, [{ object: "memberTier", objectId: memberId, from, to, at, reason }]);
    await tellMember(tx, standing, isHigher, at);
    moved += 1;
  }
  return moved;
}

/** Only upon what was read; of who stands lowest and always did, nothing is written. */
async function writeDown(tx: Tx, standing: Standing, movedAt: Date | null): Promise<boolean> {
  const { memberId, ladder, rank, told, foothold, lostIn } = standing;
  const where = {
    keptTier: ladder.tiers[foothold.rank]?.code ?? "",
    keptUntil: foothold.keptUntil === 0 ? "" : monthText(foothold.keptUntil),
    countedFrom: monthText(foothold.month),
    dueOn: lostIn === null ? null : new Date(firstDayOf(lostIn)),
  };
  const tier = ladder.tiers[rank]?.code ?? "";
  if (!told) {
    if (movedAt === null) return false;
    const { count } = await tx.memberTier.createMany({
      data: [{ memberId, tier, since: movedAt, ...where }],
      skipDuplicates: true,
    });
    return count === 1;
  }
  const data = { tier, ...where, ...(movedAt ? { since: movedAt } : {}) };
  const { count } = await tx.memberTier.updateMany({
    where: { memberId, tier: told.tier, countedFrom: told.countedFrom, keptTier: told.keptTier },
    data,
  });
  return count === 1;
}

async function tellMember(tx: Tx, { memberId, ladder, rank }: Standing, isHigher: boolean, at: Date): Promise<void> {
  const member = await tx.member.findUnique({ where: { id: memberId }, select: { userId: true } });
  if (!member?.userId) return;
  const facts = { tier: ladder.tiers[rank]?.name ?? "" };
  const news = isHigher ? ({ kind: "TIER_REACHED", facts } as const) : ({ kind: "TIER_LOWERED", facts } as const);
  await notify(tx, { userId: member.userId, ...news, href: "/me/privileges", at });
}
