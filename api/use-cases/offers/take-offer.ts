import type { Actor } from "#api/kernel/actor.ts";
import type { CouponPool, Offer, PersonalOffer, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import { takeCoupon } from "#api/use-cases/coupons/give-coupon.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { PersonalOfferNotFound } from "#api/use-cases/offers/refusals.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

export type OfferOfMember = PersonalOffer & { offer: Offer & { pool: CouponPool | null } };

const withOffer = { offer: { include: { pool: true } } } as const;

/** Offers that a member sees: made to them, running, and not over. */
export function openFor(memberId: string, at: Date) {
  return {
    memberId,
    group: "TREATED" as const,
    offer: { state: "ACTIVE" as const, validFrom: { lte: at } },
    OR: [{ expiresAt: null }, { expiresAt: { gt: at } }],
  };
}

const memberOf = (actor: Actor) => (actor.kind === "member" ? actor.memberId : "");

/** The member wants it: from now on rules know it, and its coupon is theirs. Once more changes nothing. */
export async function activateOffer(
  deps: Deps,
  actor: Actor,
  { personalOfferId: id }: { personalOfferId: string },
): Promise<OfferOfMember> {
  can(actor, "offering:take");
  return deps.db.$transaction(async (tx) => {
    const at = deps.clock.now();
    const found = await lockPersonal(tx, id);
    const isOpen = (await tx.personalOffer.count({ where: { id, ...openFor(memberOf(actor), at) } })) > 0;
    if (!found || !isOpen) throw new PersonalOfferNotFound(id);
    if (found.activatedAt !== null) return found;
    const { offer, memberId } = found;
    if (offer.pool) await takeCoupon(tx, offer.pool, { memberId, givenFor: `offer:${id}`, at });
    const about = { action: "activateOffer", object: "personalOffer", objectId: id, partnerId: offer.partnerId, at };
    await recordAudit(tx, actor, { ...about, before: null, after: { offerId: offer.id, activatedAt: at } });
    const data = { activatedAt: at, seenAt: found.seenAt ?? at };
    return tx.personalOffer.update({ where: { id }, data, include: withOffer });
  });
}

async function lockPersonal(tx: Tx, id: string): Promise<OfferOfMember | null> {
  await tx.$executeRaw`SELECT FROM personal_offer WHERE id = ${id} FOR UPDATE`;
  return tx.personalOffer.findUnique({ where: { id }, include: withOffer });
}

/** More fit on no screen. */
const SEEN_MAX = 100;

/** Offers that were on the member's screen. Answers how many of them were new to it. */
export async function seeOffers(
  deps: Deps,
  actor: Actor,
  { personalOfferIds }: { personalOfferIds: readonly string[] },
): Promise<number> {
  can(actor, "offering:take");
  if (personalOfferIds.length > SEEN_MAX) {
    throw new InvalidValue("personalOfferIds", String(personalOfferIds.length), `at most ${SEEN_MAX}`);
  }
  const at = deps.clock.now();
  const { count } = await deps.db.personalOffer.updateMany({
    where: { id: { in: [...personalOfferIds] }, seenAt: null, ...openFor(memberOf(actor), at) },
    data: { seenAt: at },
  });
  return count;
}
