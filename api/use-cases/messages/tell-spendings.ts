import { localDate } from "#api/engine/lot-dates.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { findSettledEntry, findSpendings, type Spending } from "#api/ledger/read/news.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { hubsWording } from "#api/use-cases/messages/own-words.ts";
import { tellMember } from "#api/use-cases/messages/tell-member.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

const MARK = "spendings";
const CHUNK = 100;
/** What is older is history and no news: what was imported, what a till sent in days later. */
const NEWS_MS = 48 * 60 * 60 * 1000;

/**
 * Tells members at once of every spending of their points, wherever it was booked. How far it came is kept with what was
 * told, so that each is told once. Answers how many.
 */
export async function tellSpendings(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const { db, clock } = deps;
  const upTo = await db.$transaction(findSettledEntry);
  const since = new Date(clock.now().getTime() - NEWS_MS);
  let after = (await db.readingMark.findUnique({ where: { name: MARK } }))?.ord ?? 0n;
  let told = 0;
  while (after < upTo) {
    const spendings = await findSpendings(db, { after, upTo, since, take: CHUNK });
    const reached = spendings.length < CHUNK ? upTo : (spendings.at(-1)?.ord ?? upTo);
    await db.$transaction(async (tx) => {
      for (const spending of spendings) await tell(deps, tx, spending);
      await tx.readingMark.upsert({
        where: { name: MARK },
        create: { name: MARK, ord: reached },
        update: { ord: reached },
      });
    });
    told += spendings.length;
    after = reached;
  }
  return told;
}

async function tell(
  deps: Deps,
  tx: Parameters<typeof tellMember>[1],
  { entryId, memberId, redeemerId, points, occurredAt }: Spending,
) {
  const [{ timeZone }, partner] = await Promise.all([
    findProgramme(deps),
    tx.partner.findUniqueOrThrow({ where: { id: redeemerId }, select: { name: true } }),
  ]);
  await tellMember(deps, tx, {
    memberId,
    house: OPERATOR,
    wording: await hubsWording(tx, "points-spent"),
    values: { points: String(points), partner: partner.name, date: localDate(occurredAt, timeZone) },
    cause: `spent:${entryId}`,
    at: deps.clock.now(),
  });
}
