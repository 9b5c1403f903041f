import type { Actor } from "#api/kernel/actor.ts";
import { printedCode } from "#api/kernel/coupon-code.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import { can } from "#api/use-cases/can.ts";
import type { CouponWithPool } from "#api/use-cases/coupons/give-coupon.ts";
import type { TransferWithCoupon } from "#api/use-cases/coupons/transfer-coupon.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { everyIdOf } from "#api/use-cases/members/one-person.ts";

/** What a member or its house can do with a coupon now. */
export const couponStates = {
  FREE: "Nobody holds it; whoever shows it may use it.",
  ACTIVE: "It is a member's, and good.",
  USED: "It was used.",
  EXPIRED: "Its time is over, or whoever gave it out ended it.",
  REVOKED: "What it was given for came undone.",
} as const;
export type CouponState = keyof typeof couponStates;

export function couponState({ pool, ...coupon }: CouponWithPool, at: Date): CouponState {
  if (coupon.usedAt !== null) return "USED";
  if (coupon.revokedAt !== null) return "REVOKED";
  const isOver = [coupon.expiresAt, pool.validUntil].some((end) => end !== null && end <= at);
  if (isOver || pool.state === "ENDED") return "EXPIRED";
  return coupon.memberId === null ? "FREE" : "ACTIVE";
}

/** As it is shown at a till. */
export const codeOf = ({ code, pool }: CouponWithPool): string => printedCode(code ?? pool.promoCode ?? "");

export type ListMyCoupons = PageArgs & { state: "ACTIVE" | "USED" | "EXPIRED" };

/** The member's own, newest first; those of members that were merged into it among them. The cursor is the id. */
export async function listMyCoupons(
  deps: Deps,
  actor: Actor,
  { first, after, state }: ListMyCoupons,
): Promise<Page<CouponWithPool>> {
  can(actor, "offering:take");
  const memberId = actor.kind === "member" ? actor.memberId : "";
  const at = deps.clock.now();
  const later = { OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] };
  const open = {
    state: { in: ["ACTIVE" as const, "PAUSED" as const] },
    OR: [{ validUntil: null }, { validUntil: { gt: at } }],
  };
  const inState = {
    ACTIVE: { usedAt: null, AND: [later, { pool: open }] },
    USED: { usedAt: { not: null } },
    EXPIRED: { usedAt: null, NOT: { AND: [later, { pool: open }] } },
  }[state];
  const rows = await deps.db.coupon.findMany({
    where: {
      memberId: { in: await everyIdOf(deps.db, memberId) },
      revokedAt: null,
      ...inState,
      ...(after === null ? {} : { id: { lt: after } }),
    },
    include: { pool: true },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** A transfer as one of the two sees it. */
export type OwnTransfer = TransferWithCoupon & { received: boolean };

/** Coupons that the member gave to others, and was given by them, newest first. The cursor is the id. */
export async function listMyCouponTransfers(
  deps: Deps,
  actor: Actor,
  { first, after }: PageArgs,
): Promise<Page<OwnTransfer>> {
  can(actor, "offering:take");
  const own = actor.kind === "member" ? await everyIdOf(deps.db, actor.memberId) : [];
  const rows = await deps.db.couponTransfer.findMany({
    where: {
      OR: [{ fromMemberId: { in: own } }, { toMemberId: { in: own } }],
      ...(after === null ? {} : { id: { lt: after } }),
    },
    include: { coupon: { include: { pool: true } } },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(
    rows.map((row) => ({ ...row, received: own.includes(row.toMemberId) })),
    first,
  );
}

/** When another member gave a coupon to the one who asks; the last time. */
export async function findReceivedAt(
  deps: Deps,
  actor: Actor,
  couponIds: readonly string[],
): Promise<Map<string, Date>> {
  if (actor.kind !== "member") return new Map();
  const toMemberId = { in: await everyIdOf(deps.db, actor.memberId) };
  const rows = await deps.db.couponTransfer.findMany({
    where: { couponId: { in: [...couponIds] }, toMemberId },
    orderBy: { id: "asc" },
  });
  return new Map(rows.map(({ couponId, at }) => [couponId, at]));
}
