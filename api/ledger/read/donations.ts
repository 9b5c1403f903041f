import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Db } from "#api/sql/client.ts";

/** Points given to a charity: the redemption is the receipt. */
export type Donation = {
  id: string;
  memberId: string;
  charityId: string;
  points: Points;
  /** What the charity is paid for them. */
  paidE6: MoneyE6;
  donatedAt: Date;
};

/** Members' redemptions by deeds of one kind, the newest first. */
export async function findDonations(
  db: Db,
  memberIds: readonly string[],
  { kind, first }: { kind: string; first: number },
): Promise<Map<string, Donation[]>> {
  const rows = await db.$queryRaw<Donation[]>`
    SELECT b.id, asked.id AS "memberId", b.redeemer_id AS "charityId", b.captured AS points,
      b.captured * coalesce(b.redeem_rate_e6, 0) AS "paidE6", b.captured_at AS "donatedAt"
    FROM unnest(${[...memberIds]}::text[]) AS asked(id)
    CROSS JOIN LATERAL (
      SELECT DISTINCT ON (d.id) d.id AS deed_id FROM deed d
      WHERE d.owner = asked.id AND d.kind = ${kind} ORDER BY d.id DESC LIMIT ${first}) given
    JOIN burn b ON b.deed_id = given.deed_id AND b.state = 'CAPTURED'
    ORDER BY b.id DESC`;
  return Map.groupBy(rows, ({ memberId }) => memberId);
}
