import type { Effect } from "#api/engine/effects.ts";
import type { ShownCoupon } from "#api/engine/purchase.ts";
import { plainCode } from "#api/kernel/coupon-code.ts";
import { findCounters } from "#api/ledger/counters.ts";
import type { Coupon, CouponPool } from "#api/sql/rows.ts";
import { couponCounter, couponCounterOf } from "#api/use-cases/coupons/counters.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { together } from "#api/use-cases/together.ts";

/** What became, or would become, of a code that was shown. */
export const couponOutcomes = {
  APPLIED: "A rule needed it: it is used up with the purchase.",
  NOT_NEEDED: "It is good, but nothing on this receipt needed it; it can be shown again.",
  UNKNOWN: "There is no such code.",
  USED: "It was used before, as often as it may be.",
  EXPIRED: "Its time is over.",
  NOT_YET: "Its time has not come.",
  STOPPED: "Whoever gave it out has stopped it.",
  NOT_HERE: "It is not good at this partner.",
  NOT_YOURS: "It was given to somebody else.",
} as const;
export type CouponOutcome = keyof typeof couponOutcomes;

/** A code as it was shown; `pool` is null where there is no such code. */
export type PresentedCoupon = { code: string; pool: string | null; outcome: CouponOutcome };

/** Codes looked at: what each is worth, and what the counters of the good ones may come to at most. */
export type CouponsShown = { presented: readonly PresentedCoupon[]; bounds: ReadonlyMap<string, bigint> };
export const nothingShown: CouponsShown = { presented: [], bounds: new Map() };

type Asked = { codes: readonly string[]; memberId: string; partnerId: string; at: Date };

/** More than anybody shows with one receipt. */
const CODES_MAX = 20;

/** Looks at codes as they stand now; what is used at the same instant elsewhere is found out when the deed is posted. */
export async function lookAtCoupons(deps: Deps, { codes, ...asked }: Asked): Promise<CouponsShown> {
  const shown = [...new Set(codes.map(plainCode))];
  if (shown.length > CODES_MAX) throw new InvalidValue("coupons", String(shown.length), `at most ${CODES_MAX} codes`);
  const looked = await Promise.all(shown.map((code) => lookAt(deps, code, asked)));
  return {
    presented: looked.map(({ coupon }) => coupon),
    bounds: new Map(looked.flatMap(({ bounds }) => bounds)),
  };
}

/** Those that rules may use. */
export const goodOnes = ({ presented }: CouponsShown): ShownCoupon[] =>
  presented.flatMap(({ code, pool, outcome }) => (pool !== null && outcome === "NOT_NEEDED" ? [{ code, pool }] : []));

/** What became of the codes once rules have used some. */
export function usedOf({ presented }: CouponsShown, effects: readonly Effect[]): PresentedCoupon[] {
  const used = new Set(effects.flatMap((effect) => (effect.kind === "couponUsed" ? [effect.code] : [])));
  return presented.map((one) => (used.has(one.code) ? { ...one, outcome: "APPLIED" } : one));
}

type Looked = { coupon: PresentedCoupon; bounds: [counter: string, most: bigint][] };

async function lookAt(deps: Deps, code: string, asked: Omit<Asked, "codes">): Promise<Looked> {
  const [found] = await byCode(deps, [code]);
  if (!found) return { coupon: { code, pool: null, outcome: "UNKNOWN" }, bounds: [] };
  const { pool } = found;
  const bounds = boundsOf(found, code, asked.memberId);
  const against = againstPool(pool, asked) ?? (await againstCoupon(deps, found.coupon, asked));
  const outcome = against ?? ((await isUsedUp(deps, bounds)) ? "USED" : "NOT_NEEDED");
  return { coupon: { code, pool: pool.code, outcome }, bounds };
}

type Found = { pool: CouponPool; coupon: Coupon | null };

function againstPool(pool: CouponPool, { partnerId, at }: Omit<Asked, "codes">): CouponOutcome | null {
  if (pool.state !== "ACTIVE") return "STOPPED";
  if (!isGoodAt(pool, partnerId)) return "NOT_HERE";
  if (at < pool.validFrom) return "NOT_YET";
  return pool.validUntil !== null && at >= pool.validUntil ? "EXPIRED" : null;
}

/** Where a pool says nothing it is good at whose it is, and the coalition's everywhere. */
export function isGoodAt({ partnerIds, partnerId: owner }: CouponPool, partnerId: string): boolean {
  return partnerIds.length > 0 ? partnerIds.includes(partnerId) : owner === null || owner === partnerId;
}

async function againstCoupon(
  deps: Deps,
  coupon: Coupon | null,
  { memberId, at }: Omit<Asked, "codes">,
): Promise<CouponOutcome | null> {
  if (!coupon) return null;
  if (coupon.memberId !== null && !(await isSame(deps, coupon.memberId, memberId))) return "NOT_YOURS";
  if (coupon.revokedAt !== null) return "STOPPED";
  return coupon.expiresAt !== null && at >= coupon.expiresAt ? "EXPIRED" : null;
}

/** Whoever was merged into a member left it what it held. */
async function isSame({ db }: Deps, holderId: string, memberId: string): Promise<boolean> {
  if (holderId === memberId) return true;
  return (await db.member.count({ where: { id: holderId, mergedIntoId: memberId } })) > 0;
}

function boundsOf({ pool, coupon }: Found, code: string, memberId: string): Looked["bounds"] {
  const all = coupon ? 1n : pool.usesMax;
  const own = pool.usesPerMember;
  return [
    ...(all === null ? [] : [[couponCounter(pool.code, code), all] as [string, bigint]]),
    ...(own === null ? [] : [[couponCounterOf(pool.code, memberId), own] as [string, bigint]]),
  ];
}

async function isUsedUp(deps: Deps, bounds: Looked["bounds"]): Promise<boolean> {
  const used = await uses(
    deps,
    bounds.map(([counter]) => counter),
  );
  return bounds.some(([, most], index) => (used[index] ?? 0n) >= most);
}

const uses = together(({ db }, ids) => findCounters(db, ids));

const byCode = together(async ({ db }, codes): Promise<Map<string, Found>> => {
  const asked = { in: [...codes] };
  const [coupons, pools] = await Promise.all([
    db.coupon.findMany({ where: { code: asked }, include: { pool: true } }),
    db.couponPool.findMany({ where: { promoCode: asked } }),
  ]);
  return new Map([
    ...coupons.map(({ pool, ...coupon }): [string, Found] => [coupon.code ?? "", { pool, coupon }]),
    ...pools.map((pool): [string, Found] => [pool.promoCode ?? "", { pool, coupon: null }]),
  ]);
});
