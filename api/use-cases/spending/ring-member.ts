import type { Tx } from "#api/sql/rows.ts";
import { keptAs } from "#api/use-cases/members/one-person.ts";
import { type News, notify } from "#api/use-cases/notices/notify.ts";

/** Rings a member's doorbell after the commit: their open pages ask again. */
export async function ringMember(tx: Tx, memberId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('doorbell', ${JSON.stringify({ members: [memberId] })})`;
}

/** Tells a member, or whom they were merged into, where a person signs in as them, and rings. */
export async function tellMember(tx: Tx, memberId: string, news: News): Promise<void> {
  const living = await keptAs(tx, memberId);
  const member = await tx.member.findUnique({ where: { id: living }, select: { userId: true } });
  if (member?.userId) await notify(tx, { userId: member.userId, ...news });
  await ringMember(tx, living);
}
