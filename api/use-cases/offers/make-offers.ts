import { groupOf } from "#api/engine/control-group.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Offer, Tx } from "#api/sql/rows.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { earlier } from "#api/use-cases/offers/open-offers.ts";

const CHUNK_MEMBERS = 1_000;
const DAY_MS = 86_400_000;

/** Has the offers of a published one made, in the background. */
export async function startMaking({ enqueue }: Deps, tx: Tx, offerId: string): Promise<void> {
  await enqueue?.(tx, "makeOffers", { offerId });
}

/**
 * Makes the offer to everybody of its audience who has none of it yet: to all of them when it is published, afterwards
 * to whoever comes in. A chunk is one transaction, and whoever has it is passed over, so it may break off anywhere.
 */
export async function makeOffers(deps: Deps, { offerId }: { offerId: string }): Promise<number> {
  let made = 0;
  for (;;) {
    const count = await deps.db.$transaction((tx) => makeChunk(deps, tx, offerId));
    deps.reach?.("offers: chunk made");
    made += count;
    if (count < CHUNK_MEMBERS) return made;
  }
}

async function makeChunk({ clock }: Deps, tx: Tx, id: string): Promise<number> {
  await tx.$executeRaw`SELECT FROM offer WHERE id = ${id} FOR UPDATE`;
  const offer = await tx.offer.findUniqueOrThrow({ where: { id } });
  const at = clock.now();
  if (offer.state !== "ACTIVE" || (offer.validUntil !== null && at >= offer.validUntil)) return 0;
  const memberIds = await findUnoffered(tx, offer);
  await tx.personalOffer.createMany({ data: memberIds.map((memberId) => offerTo(offer, memberId, at)) });
  if (memberIds.length < CHUNK_MEMBERS) await tx.offer.update({ where: { id }, data: { madeAt: at } });
  return memberIds.length;
}

function offerTo({ id: offerId, controlBps, lastsDays, validUntil }: Offer, memberId: string, at: Date) {
  const lasts = lastsDays === null ? null : new Date(at.getTime() + lastsDays * DAY_MS);
  return {
    id: newId("personalOffer", at.getTime()),
    offerId,
    memberId,
    group: groupOf({ id: offerId, memberId, controlBps }),
    madeAt: at,
    expiresAt: earlier(lasts, validUntil),
  };
}

/** The next of its audience that it was not made to, by id. */
async function findUnoffered(tx: Tx, offer: Offer): Promise<string[]> {
  const { id, audience, audienceRef, memberIds, partnerId } = offer;
  const rows = await (() => {
    switch (audience) {
      case "MEMBERS":
        return tx.$queryRaw<{ id: string }[]>`
          SELECT m.id FROM member m WHERE m.id = ANY (${memberIds}) AND m.status = 'ACTIVE'
            AND NOT EXISTS (SELECT FROM personal_offer p WHERE p.offer_id = ${id} AND p.member_id = m.id)
          ORDER BY 1 LIMIT ${CHUNK_MEMBERS}`;
      case "TAG":
        return tx.$queryRaw<{ id: string }[]>`
          SELECT m.id FROM member_tag t JOIN member m ON m.id = t.member_id AND m.status = 'ACTIVE'
          WHERE t.house = ${partnerId ?? OPERATOR} AND t.tag = ${audienceRef}
            AND NOT EXISTS (SELECT FROM personal_offer p WHERE p.offer_id = ${id} AND p.member_id = m.id)
          ORDER BY 1 LIMIT ${CHUNK_MEMBERS}`;
      case "SEGMENT":
        return tx.$queryRaw<{ id: string }[]>`
          SELECT m.id FROM segment_member s JOIN member m ON m.id = s.member_id AND m.status = 'ACTIVE'
          WHERE s.segment_id = ${audienceRef} AND s.left_at IS NULL
            AND NOT EXISTS (SELECT FROM personal_offer p WHERE p.offer_id = ${id} AND p.member_id = m.id)
          ORDER BY 1 LIMIT ${CHUNK_MEMBERS}`;
    }
  })();
  return rows.map((row) => row.id);
}

/** Makes running offers to whoever has come into their audiences since. */
export async function makeDueOffers(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const at = deps.clock.now();
  const running = await deps.db.offer.findMany({
    where: { state: "ACTIVE", validFrom: { lte: at }, OR: [{ validUntil: null }, { validUntil: { gt: at } }] },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let made = 0;
  for (const { id } of running) made += await makeOffers(deps, { offerId: id });
  return made;
}
