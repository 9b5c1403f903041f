import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import { findCounters } from "#api/ledger/counters.ts";
import type { Coupon, CouponPool, CouponRun, OfferingState, Tx } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import { couponCounter } from "#api/use-cases/coupons/counters.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { ownsOffering, visibleOfferings } from "#api/use-cases/offers/offerings.ts";

type Found<Row> = Promise<Map<string, Row>>;

/** Pools by id. */
export async function findCouponPools(deps: Deps, actor: Actor, ids: readonly string[]): Found<CouponPool> {
  if (!may(actor, "offering:read")) return new Map();
  const rows = await deps.db.couponPool.findMany({ where: { id: { in: [...ids] }, ...visibleOfferings(actor) } });
  return new Map(rows.map((row) => [row.id, row]));
}

export type ListOfferings = PageArgs & { states?: readonly OfferingState[] | null | undefined };

/** A page's filter and order, the same for everything that is offered: newest first, the cursor is the id. */
export function offeringPage(actor: Actor, { first, after, states }: ListOfferings) {
  const where = {
    AND: [visibleOfferings(actor), ...(states ? [{ state: { in: [...states] } }] : [])],
    ...(after === null ? {} : { id: { lt: after } }),
  };
  return { where, orderBy: { id: "desc" as const }, take: first + 1 };
}

export async function listCouponPools(deps: Deps, actor: Actor, input: ListOfferings): Promise<Page<CouponPool>> {
  can(actor, "offering:read");
  return pageOf(await deps.db.couponPool.findMany(offeringPage(actor, input)), input.first);
}

/** How many codes there are, how many members hold one, how often they were used. */
export type PoolFigures = { codes: number; given: number; used: bigint };

/** For the house whose pool it is. */
export async function findPoolFigures(deps: Deps, actor: Actor, ids: readonly string[]): Found<PoolFigures> {
  const own = await ownPools(deps, actor, ids);
  const rows = await deps.db.$queryRaw<{ poolId: string; codes: number; given: number; used: number }[]>`
    SELECT pool_id AS "poolId", count(code)::int AS codes, count(given_at)::int AS given, count(used_at)::int AS used
    FROM coupon WHERE pool_id = ANY (${own.map(({ id }) => id)}) GROUP BY 1`;
  const counted = new Map(rows.map((row) => [row.poolId, row]));
  const promo = await promoUses(deps.db, own);
  return new Map(
    own.map(({ id }) => {
      const { codes = 0, given = 0, used = 0 } = counted.get(id) ?? {};
      return [id, { codes, given, used: promo.get(id) ?? BigInt(used) }];
    }),
  );
}

async function promoUses(tx: Tx, pools: readonly CouponPool[]): Promise<Map<string, bigint>> {
  const named = pools.flatMap(({ id, code, promoCode }): [string, string][] =>
    promoCode === null ? [] : [[id, couponCounter(code, promoCode)]],
  );
  const used = await findCounters(
    tx,
    named.map(([, counter]) => counter),
  );
  return new Map(named.map(([id, counter]) => [id, used.get(counter) ?? 0n]));
}

async function ownPools(deps: Deps, actor: Actor, ids: readonly string[]): Promise<CouponPool[]> {
  return [...(await findCouponPools(deps, actor, ids)).values()].filter((pool) => ownsOffering(actor, pool));
}

const RUNS_SHOWN = 10;

/** The last makings of codes, newest first; for the house whose pool it is. */
export async function findPoolRuns(deps: Deps, actor: Actor, ids: readonly string[]): Found<CouponRun[]> {
  const own = await ownPools(deps, actor, ids);
  const runs = await Promise.all(
    own.map(({ id }) =>
      deps.db.couponRun.findMany({
        where: { poolId: id },
        omit: { content: true },
        orderBy: { id: "desc" },
        take: RUNS_SHOWN,
      }),
    ),
  );
  return new Map(own.map(({ id }, index) => [id, (runs[index] ?? []).map((run) => ({ ...run, content: null }))]));
}

export type ListPoolCoupons = PageArgs & { used?: boolean | null | undefined };

/** A pool's coupons, newest first; none for others than the house. The cursor is the id. */
export async function listPoolCoupons(
  deps: Deps,
  actor: Actor,
  poolId: string,
  { first, after, used }: ListPoolCoupons,
): Promise<Page<Coupon & { pool: CouponPool }>> {
  if ((await ownPools(deps, actor, [poolId])).length === 0) return pageOf([], first);
  const isUsed = used === null || used === undefined ? {} : { usedAt: used ? { not: null } : null };
  const rows = await deps.db.coupon.findMany({
    where: { poolId, ...isUsed, ...(after === null ? {} : { id: { lt: after } }) },
    include: { pool: true },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}
