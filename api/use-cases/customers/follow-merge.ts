import { localDate } from "#api/engine/lot-dates.ts";
import { sumCustomers } from "#api/ledger/customers.ts";
import type { Tx } from "#api/sql/rows.ts";

type Pair = { fromMemberId: string; intoMemberId: string; at: Date };

/** What houses call and know of a member goes to the one it is merged into; asked after the merge itself. */
export async function customersFollow(tx: Tx, { fromMemberId, intoMemberId, at }: Pair): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO member_tag (member_id, house, tag, tagged_by, tagged_at)
    SELECT ${intoMemberId}, house, tag, tagged_by, tagged_at FROM member_tag WHERE member_id = ${fromMemberId}
    ON CONFLICT DO NOTHING`;
  await tx.memberTag.deleteMany({ where: { memberId: fromMemberId } });
  const { timeZone } = await tx.programme.findFirstOrThrow({ select: { timeZone: true } });
  await sumCustomers(tx, { ids: [intoMemberId] }, localDate(at, timeZone));
  await tx.$executeRaw`
    UPDATE customer c SET has_redeemed = true FROM customer f
    WHERE f.member_id = ${fromMemberId} AND f.has_redeemed AND c.member_id = ${intoMemberId} AND c.house = f.house`;
  await tx.customer.deleteMany({ where: { memberId: fromMemberId } });
}
