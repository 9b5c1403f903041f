import { type Actor, actorRef, personOf } from "#api/kernel/actor.ts";
import type { Place } from "#api/ledger/movements.ts";
import type { CouponGuess } from "#api/sql/rows.ts";
import type { PresentedCoupon } from "#api/use-cases/coupons/at-till.ts";
import { TooManyCouponCodes } from "#api/use-cases/coupons/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { operatorsWhoMay, partnersWhoMay } from "#api/use-cases/notices/who-may.ts";

/** Codes that do not exist, within a quarter of an hour: people mistype some, whoever guesses needs millions. */
const WINDOW_MS = 15 * 60_000;
const MISSES_MAX = { key: 60, till: 30, member: 10 } as const;

type Shower = { actor: Actor; place: Place; memberId: string };
type Counted = { who: string; most: number };

function countedOf({ actor, place, memberId }: Shower): Counted[] {
  return [
    { who: actorRef(actor), most: MISSES_MAX.key },
    { who: `member:${memberId}`, most: MISSES_MAX.member },
    ...(place.terminalId ? [{ who: `terminal:${place.terminalId}`, most: MISSES_MAX.till }] : []),
  ];
}

/** Refuses to look at further codes while somebody guesses: the till, the key, or for the member. */
export async function requireNoGuessing({ db, clock }: Deps, shower: Shower): Promise<void> {
  const counted = countedOf(shower);
  const since = new Date(clock.now().getTime() - WINDOW_MS);
  const rows = await db.couponGuess.findMany({
    where: { who: { in: counted.map(({ who }) => who) }, since: { gt: since } },
  });
  const over = rows.filter(({ who, misses }) => misses >= mostOf(counted, who));
  const last = Math.max(...over.map((row) => row.since.getTime()));
  if (over.length > 0) throw new TooManyCouponCodes(new Date(last + WINDOW_MS));
}

const mostOf = (counted: readonly Counted[], who: string) => counted.find((one) => one.who === who)?.most ?? 0;

/** Counts the codes that do not exist; whoever goes over is told of to those who can look into it, once a window. */
export async function countGuesses(deps: Deps, shower: Shower, presented: readonly PresentedCoupon[]): Promise<void> {
  const misses = presented.filter(({ outcome }) => outcome === "UNKNOWN").length;
  if (misses === 0) return;
  const at = deps.clock.now();
  const counted = countedOf(shower).toSorted((one, other) => (one.who < other.who ? -1 : 1));
  await deps.db.$transaction(async (tx) => {
    for (const { who, most } of counted) {
      const [row] = await tx.$queryRaw<CouponGuess[]>`
        INSERT INTO coupon_guess AS g (who, since, misses) VALUES (${who}, ${at}, ${misses})
        ON CONFLICT (who) DO UPDATE SET
          since = CASE WHEN g.since <= ${new Date(at.getTime() - WINDOW_MS)} THEN ${at} ELSE g.since END,
          misses = CASE WHEN g.since <= ${new Date(at.getTime() - WINDOW_MS)} THEN 0 ELSE g.misses END + ${misses},
          noticed_at = CASE WHEN g.since <= ${new Date(at.getTime() - WINDOW_MS)} THEN NULL ELSE g.noticed_at END
        RETURNING who, since, misses, noticed_at AS "noticedAt"`;
      if (!row || row.misses < most || row.noticedAt !== null) continue;
      await tx.couponGuess.update({ where: { who }, data: { noticedAt: at } });
      const { place, actor } = shower;
      const facts = { who, misses: String(row.misses) };
      const news = { kind: "COUPON_GUESSING", facts, href: null, at } as const;
      const except = personOf(actor)?.id ?? null;
      await notifyStaff(tx, { partnerId: place.partnerId, roles: partnersWhoMay("offering:edit"), except }, news);
      await notifyStaff(tx, { partnerId: null, roles: operatorsWhoMay("velocity:work") }, news);
    }
  });
}
