import { inChunks } from "#api/kernel/chunks.ts";
import { newId } from "#api/kernel/ids.ts";
import type { StaffRole, Tx } from "#api/sql/rows.ts";
import { type News, ringPeople } from "#api/use-cases/notices/notify.ts";

export type Houses = { partnerIds: readonly string[]; roles: readonly StaffRole[] };

/** Tells people of many partners the same at once: statements by the thousand people, not by the partner. */
export async function notifyHouses(tx: Tx, { partnerIds, roles }: Houses, { at, ...news }: News): Promise<void> {
  const staff = await tx.staff.findMany({
    where: { partnerId: { in: [...partnerIds] }, roles: { hasSome: [...roles] } },
    select: { userId: true },
    distinct: ["userId"],
    orderBy: { userId: "asc" },
  });
  for (const chunk of inChunks(staff)) {
    await tx.notice.createMany({
      data: chunk.map(({ userId }) => ({ id: newId("notice", at.getTime()), userId, createdAt: at, ...news })),
    });
  }
  await ringPeople(
    tx,
    staff.map(({ userId }) => userId),
  );
}
