import type { Actor } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { notify } from "#api/use-cases/notices/notify.ts";
import { storedWords } from "#api/use-cases/offers/authored.ts";
import { settleSubscription } from "./settle-subscription.ts";
import { lockSubscription, moveSubscription, type Subscribed } from "./subscribe.ts";

const DAY_MS = 86_400_000;

/**
 * Lets subscriptions lapse that nobody paid for, ends those whose points stood still long enough, and goes on with what
 * broke off. Answers how many moved.
 */
export async function lapseSubscriptions(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const { db, clock } = deps;
  const at = clock.now();
  const due = await db.subscription.findMany({
    where: {
      OR: [
        { state: { in: ["ACTIVE", "ENDING"] }, paidUntil: { lte: at } },
        { state: "LAPSED", frozenUntil: { lte: at } },
      ],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let moved = 0;
  for (const { id } of due) if (await db.$transaction((tx) => advance(tx, actor, id, at))) moved += 1;
  const open = await db.subscription.findMany({
    where: { settled: false },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of open) await settleSubscription(deps, id);
  return moved;
}

/** Somebody may have paid meanwhile. */
async function advance(tx: Tx, actor: Actor, id: string, at: Date): Promise<boolean> {
  const found = await lockSubscription(tx, id);
  if (!found) return false;
  const { state, paidUntil, frozenUntil } = found;
  if ((state === "ACTIVE" || state === "ENDING") && paidUntil && paidUntil <= at) {
    const until = new Date(paidUntil.getTime() + found.plan.frozenDays * DAY_MS);
    await moveSubscription(tx, actor, found, { event: "lapse", at, frozenUntil: until, settled: false });
    await tell(tx, found, at);
    return true;
  }
  if (state !== "LAPSED" || !frozenUntil || frozenUntil > at) return false;
  await moveSubscription(tx, actor, found, { event: "end", at, endedAt: at, settled: false });
  return true;
}

async function tell(tx: Tx, { memberId, plan }: Subscribed, at: Date): Promise<void> {
  const member = await tx.member.findUnique({ where: { id: memberId }, select: { userId: true } });
  if (!member?.userId) return;
  const facts = { plan: storedWords(plan.name), days: String(plan.frozenDays) };
  await notify(tx, { userId: member.userId, kind: "PLAN_LAPSED", facts, href: "/me/privileges", at });
}
