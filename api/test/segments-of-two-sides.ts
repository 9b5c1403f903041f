import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { TestPartner, World } from "#api/test/world.ts";
import { setAudiencePolicy } from "#api/use-cases/analytics/audience-policy.ts";
import { countEverybody } from "#api/use-cases/customers/count-everybody.ts";
import { defineSegment, shareSegment } from "#api/use-cases/segments/define-segment.ts";
import { tagMember } from "#api/use-cases/tags/tag-member.ts";

type Side = { issuer: TestPartner; mark: string; memberId: string };

/** Of each side: a tag, a segment with whom it found, and an offer beside its control group; and one of the coalition's. */
export async function segmentsOfBoth(w: World, sides: readonly Side[]): Promise<void> {
  const { deps, operator } = w;
  await setAudiencePolicy(deps, operator, { minimumGroup: 5, inactiveDays: 90, reason: "A small coalition" });
  for (const side of sides) await ofOne(w, side);
  const everybody = { code: "everybody", name: { en: "Everybody" }, expression: "true" };
  const { id: segmentId } = await defineSegment(deps, operator, { ...everybody, idempotencyKey: "everybodys-segment" });
  await shareSegment(deps, operator, { segmentId, shared: true });
  await countEverybody(deps, systemActor);
}

async function ofOne({ deps }: World, { issuer, mark, memberId }: Side): Promise<void> {
  const manager: Actor = { kind: "partnerStaff", id: newId("user"), partnerId: issuer.id, roles: ["MANAGER"] };
  await tagMember(deps, manager, { memberId, tag: `${mark}-tag` });
  await defineSegment(deps, manager, {
    code: `${mark}-segment`,
    name: { en: `${mark} segment`, ru: `${mark} сегмент`, be: `${mark} сегмент па-беларуску` },
    expression: `"${mark.toLowerCase()}-tag" in member.tags`,
    idempotencyKey: `${mark}-segment-of-it`,
  });
  await compare(deps.db, issuer.id);
}

/** Five members with the partner's offer, and five without. */
async function compare(db: World["deps"]["db"], partnerId: string): Promise<void> {
  const offer = await db.offer.findFirstOrThrow({ where: { partnerId } });
  const enrolledAt = offer.createdAt;
  for (const group of ["TREATED", "CONTROL"] as const) {
    for (let nth = 0; nth < 5; nth++) {
      const memberId = newId("member");
      await db.member.create({ data: { id: memberId, enrolledAt, enrolledAtPartnerId: partnerId } });
      await db.wallet.create({ data: { memberId } });
      const made = { id: newId("personalOffer"), offerId: offer.id, memberId, group, madeAt: offer.createdAt };
      await db.personalOffer.create({ data: made });
    }
  }
}
