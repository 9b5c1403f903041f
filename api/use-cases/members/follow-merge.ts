import type { Tx } from "#api/sql/rows.ts";

/** What a member did with others goes with them when two memberships become one; where both had the same, the survivor's stays. */
export async function communityFollows(tx: Tx, from: string, into: string): Promise<void> {
  const own = { where: { memberId: from }, data: { memberId: into } };
  await tx.claim.updateMany(own);
  await tx.spendRequest.updateMany(own);
  await referralsFollow(tx, from, into);
  if (!(await tx.spendGuard.findUnique({ where: { memberId: into } }))) await tx.spendGuard.updateMany(own);
}

/** Who brought whom: a friend has one advocate, and nobody brought themselves. */
async function referralsFollow(tx: Tx, from: string, into: string): Promise<void> {
  if (!(await tx.referralCode.findUnique({ where: { memberId: into } }))) {
    await tx.referralCode.updateMany({ where: { memberId: from }, data: { memberId: into } });
  }
  const living = ["JOINED", "REWARDED", "TAKEN_BACK"] as ("JOINED" | "REWARDED" | "TAKEN_BACK")[];
  const brought = await tx.referral.findFirst({ where: { friendId: into, state: { in: living } } });
  const between = { OR: [{ advocateId: into }, { friendId: into }] };
  if (!brought) {
    const where = { friendId: from, state: { in: living }, NOT: between };
    await tx.referral.updateMany({ where, data: { friendId: into } });
  }
  await tx.referral.updateMany({ where: { advocateId: from, NOT: { friendId: into } }, data: { advocateId: into } });
  const devices = await tx.memberDevice.findMany({ where: { memberId: from } });
  await tx.memberDevice.createMany({
    data: devices.map((seen) => ({ ...seen, memberId: into })),
    skipDuplicates: true,
  });
}
