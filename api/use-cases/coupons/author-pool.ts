import type { Actor } from "#api/kernel/actor.ts";
import { plainCode } from "#api/kernel/coupon-code.ts";
import { newId } from "#api/kernel/ids.ts";
import type { CouponPool, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { begun, recordEdit } from "#api/use-cases/gifts/author.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { type Authored, checkAuthored, checkPartners, checkSpan } from "#api/use-cases/offers/authored.ts";
import { lockOffering } from "#api/use-cases/offers/offerings.ts";
import { OfferingNotFound } from "#api/use-cases/offers/refusals.ts";
import { nextOfferingState } from "#api/use-cases/offers/states.ts";
import { CodeTaken, InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkWhole } from "#api/use-cases/partners/values.ts";

export type AuthorPool = Authored & {
  validFrom: Date;
  validUntil?: Date | null | undefined;
  /** How long a coupon lasts once a member holds it; null: as long as the pool. */
  lastsDays?: number | null | undefined;
  /** Where its coupons are good; empty: where the pool's house is. */
  partnerIds?: readonly string[] | null | undefined;
  /** The one code for everybody; absent: a pool of single-use codes. */
  promoCode?: string | null | undefined;
  usesMax?: bigint | null | undefined;
  /** How many of its codes one member uses, or how often its promo code. */
  usesPerMember?: bigint | null | undefined;
  /** May a member give one to another? A promo code is everybody's already. */
  transferable?: boolean | null | undefined;
};

/** Begins a pool of the actor's house: of single-use codes, or of one promo code for everybody. */
export async function draftCouponPool(
  deps: Deps,
  actor: Actor,
  input: AuthorPool & { idempotencyKey: string },
): Promise<CouponPool> {
  can(actor, "offering:edit");
  return deps.db.$transaction(async (tx) => {
    const id = newId("couponPool");
    const first = await takeKey(tx, actor, { verb: "draftCouponPool", input, objectId: id });
    if (first) return tx.couponPool.findUniqueOrThrow({ where: { id: first } });
    if (await tx.couponPool.findUnique({ where: { code: input.code } })) throw new CodeTaken(input.code);
    const checked = await checkPool(tx, input, null);
    const made = await begun(deps, tx, actor, { id, object: "couponPool" });
    return tx.couponPool.create({ data: { id, ...checked, ...made } });
  });
}

/** Writes a draft anew; its code stays, for rules may name it. */
export async function editCouponPool(
  deps: Deps,
  actor: Actor,
  { offeringId, ...input }: Omit<AuthorPool, "code"> & { offeringId: string },
): Promise<CouponPool> {
  can(actor, "offering:edit");
  return deps.db.$transaction(async (tx) => {
    const found = await lockOffering(tx, actor, offeringId);
    if (found.kind !== "couponPool") throw new OfferingNotFound(offeringId);
    const { row } = found;
    nextOfferingState({ object: "couponPool", ...row }, "edit");
    const data = await checkPool(tx, { ...input, code: row.code }, row);
    if (data.kind !== row.kind) throw new InvalidValue("promoCode", input.promoCode ?? "", `of a ${row.kind} pool`);
    await recordEdit(deps, tx, actor, { action: "editCouponPool", object: "couponPool", row, data });
    return tx.couponPool.update({ where: { id: row.id }, data });
  });
}

const DAYS = [1, 3_660] as const;

async function checkPool(tx: Tx, input: AuthorPool, known: CouponPool | null) {
  const { validFrom, validUntil = null, lastsDays = null, usesMax = null, usesPerMember = null } = input;
  checkSpan(validFrom, validUntil);
  const promoCode = input.promoCode ? checkPromoCode(input.promoCode) : null;
  if (promoCode !== null && promoCode !== known?.promoCode) await requireFree(tx, promoCode);
  if (promoCode === null && usesMax !== null) {
    throw new InvalidValue("usesMax", String(usesMax), "absent: a single-use code is used once");
  }
  const transferable = input.transferable ?? false;
  if (promoCode !== null && transferable)
    throw new InvalidValue("transferable", "true", "false: everybody has the code");
  for (const [field, uses] of Object.entries({ usesMax, usesPerMember })) {
    if (uses === null) continue;
    if (uses < 1n || uses > 1_000_000_000n) throw new InvalidValue(field, String(uses), "1 to a thousand millions");
  }
  return {
    ...checkAuthored(input),
    kind: promoCode === null ? ("SINGLE_USE" as const) : ("PROMO_CODE" as const),
    promoCode,
    usesMax,
    usesPerMember,
    transferable,
    validFrom,
    validUntil,
    lastsDays: lastsDays === null ? null : checkWhole("lastsDays", lastsDays, DAYS),
    partnerIds: await checkPartners(tx, input.partnerIds ?? []),
  };
}

/** A word that people remember and type. */
function checkPromoCode(said: string): string {
  const code = plainCode(said);
  if (!/^[A-Z0-9]{3,24}$/.test(code)) throw new InvalidValue("promoCode", said, "3 to 24 letters and digits");
  return code;
}

async function requireFree(tx: Tx, code: string): Promise<void> {
  const [pool, coupon] = await Promise.all([
    tx.couponPool.findUnique({ where: { promoCode: code } }),
    tx.coupon.findUnique({ where: { code } }),
  ]);
  if (pool || coupon) throw new CodeTaken(code);
}
