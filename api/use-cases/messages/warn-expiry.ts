import { daysBetween } from "#api/engine/expressions/local-time.ts";
import { localDate } from "#api/engine/lot-dates.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { findLapsing } from "#api/ledger/read/news.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { hubsWording } from "#api/use-cases/messages/own-words.ts";
import { tellMember } from "#api/use-cases/messages/tell-member.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** So many days before points lapse. */
export const expiryWarnings = [60, 30, 7] as const;

const DAY_MS = 86_400_000;
const CHUNK_MEMBERS = 100;

/**
 * Warns of points that lapse, 60, 30 and 7 days before. Each warning looks at what came within its days since it last looked, so
 * that a lot is in each of them once. Answers how many members were told something.
 */
export async function warnExpiry(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  let told = 0;
  for (const days of expiryWarnings) told += await warn(deps, days);
  return told;
}

async function warn(deps: Deps, days: number): Promise<number> {
  const { db, clock } = deps;
  const name = `expiry in ${days} days`;
  const at = clock.now();
  const upTo = new Date(at.getTime() + days * DAY_MS);
  const mark = (await db.readingMark.findUnique({ where: { name } }))?.upTo;
  // Before it ever looked, it looks at all that the next warning does not.
  const next = expiryWarnings[expiryWarnings.indexOf(days as 60) + 1] ?? 0;
  const after = mark ?? new Date(at.getTime() + next * DAY_MS);
  const told = await tellLapsing(deps, { after, upTo, days, at });
  await db.readingMark.upsert({ where: { name }, create: { name, upTo }, update: { upTo } });
  return told;
}

type Span = { after: Date; upTo: Date; days: number; at: Date };

/** Whoever died here begins the span again: a cause that was told is told no more. */
async function tellLapsing(deps: Deps, { after, upTo, days, at }: Span): Promise<number> {
  const { timeZone } = await findProgramme(deps);
  const today = localDate(at, timeZone);
  let told = 0;
  for (let afterMemberId = ""; ; ) {
    const lapsing = await findLapsing(deps.db, { after, upTo, timeZone, afterMemberId, take: CHUNK_MEMBERS });
    const last = lapsing.at(-1);
    if (!last) return told;
    await deps.db.$transaction(async (tx) => {
      const wording = await hubsWording(tx, "points-expiring");
      for (const { memberId, day, points } of lapsing) {
        const values = { points: String(points), days: String(daysBetween(today, day)), date: day };
        const cause = `expiry:${memberId}:${day}:${days}`;
        if (await tellMember(deps, tx, { memberId, house: OPERATOR, wording, values, cause, at })) told += 1;
      }
    });
    deps.reach?.("expiry: chunk told");
    afterMemberId = last.memberId;
  }
}
