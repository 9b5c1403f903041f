import type { Draw, Tx } from "#api/sql/rows.ts";
import { drawTermsOf } from "#api/use-cases/draws/definition.ts";
import { notifyPeople } from "#api/use-cases/notices/notify.ts";

type Winner = { prize: number; userId: string };

/** Tells whoever won, each by the prize; whoever was merged since the list was fixed is told as who they are now. */
export async function tellWinners(tx: Tx, draw: Draw, at: Date): Promise<void> {
  const winners = await tx.$queryRaw<Winner[]>`
    SELECT w.prize, coalesce(living.user_id, held.user_id) AS "userId"
    FROM draw_winner w JOIN draw_holder h ON h.draw_id = w.draw_id AND h.holder = w.holder
    JOIN member held ON held.id = h.member_id LEFT JOIN member living ON living.id = held.merged_into_id
    WHERE w.draw_id = ${draw.id} AND coalesce(living.user_id, held.user_id) IS NOT NULL
    ORDER BY w.place`;
  const { prizes, name } = drawTermsOf(draw);
  for (const [prize, won] of Map.groupBy(winners, (one) => one.prize)) {
    const facts = { prize: prizes[prize]?.name ?? "", draw: name };
    const userIds = won.map(({ userId }) => userId);
    await notifyPeople(tx, userIds, { kind: "PRIZE_WON", facts, href: "/me/draws", at });
  }
}
