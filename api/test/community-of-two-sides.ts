import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { agree } from "#api/test/second-person.ts";
import type { TestPartner, World } from "#api/test/world.ts";
import { openClaim } from "#api/use-cases/claims/open-claim.ts";
import { setCharity } from "#api/use-cases/donations/charities.ts";
import { donatePoints } from "#api/use-cases/donations/donate-points.ts";
import { enrolMember } from "#api/use-cases/members/enrol-member.ts";
import { issueCard } from "#api/use-cases/members/issue-card.ts";
import { reservePoints } from "#api/use-cases/points/reserve-points.ts";
import { inviteToHousehold } from "#api/use-cases/pools/invite-to-household.ts";
import { putIntoPool } from "#api/use-cases/pools/move-pool-points.ts";
import { openHousehold } from "#api/use-cases/pools/open-household.ts";
import { inviteFriend, openReferralCode } from "#api/use-cases/referral/invite-friend.ts";
import { joinByReferral } from "#api/use-cases/referral/join-by-referral.ts";
import { proposeReferralTerms } from "#api/use-cases/referral/terms.ts";
import { proposeSpendPolicy } from "#api/use-cases/spending/policy.ts";
import { setSpendGuard } from "#api/use-cases/spending/set-guard.ts";

type Side = { issuer: TestPartner; redeemer: TestPartner; mark: string; memberId: string };

/** What members of both sides do with and for each other, under terms that are everybody's. */
export async function communityOfBoth(w: World, sides: readonly Side[]): Promise<void> {
  const bounds = { monthMost: 10, dayMost: 5, joinDays: 30, reason: "friends", idempotencyKey: "terms-of-everybody" };
  const points = { minimumE6: 20_000_000n, advocatePoints: 5n, friendPoints: 3n };
  await agree(w.deps, await proposeReferralTerms(w.deps, w.operator, { ...points, ...bounds }));
  const policy = { needsCode: false, confirmAbove: null, confirmNewPlaces: false, giftDayMost: 1_000_000n };
  const asked = { ...policy, reason: "gifts", idempotencyKey: "policy-of-everybody" };
  await agree(w.deps, await proposeSpendPolicy(w.deps, w.operator, asked));
  for (const side of sides) await ofOne(w, side);
}

async function ofOne(w: World, { issuer, redeemer, mark, memberId }: Side): Promise<void> {
  const { deps } = w;
  const key = (deed: string) => ({ idempotencyKey: `${mark}-${deed}-of-community` });
  const member: Actor = { kind: "member", id: newId("user"), memberId };
  // Everybody reads it, so it is nobody's alone.
  const purpose = { en: "A shelter for animals", ru: "Приют для животных", be: "Прытулак для жывёл" };
  await setCharity(deps, w.operator, { partnerId: redeemer.id, purpose, takes: true });
  await donatePoints(deps, member, { partnerId: redeemer.id, points: 1n, ...key("donation") });
  const friend = await friendOf(w, issuer, mark);
  await joinByReferral(deps, friend, { code: (await openReferralCode(deps, member, {})).code });
  await inviteFriend(deps, member, { label: `${mark} cousin`, ...key("invitation") });
  const pool = await openHousehold(deps, member, { name: `${mark} household`, ...key("household") });
  await inviteToHousehold(deps, member, { poolId: pool.id, member: { memberId: friend.memberId }, monthMost: 77n });
  await putIntoPool(deps, member, { poolId: pool.id, points: 1n, ...key("pool") });
  await openClaim(deps, member, {
    partnerId: issuer.id,
    receiptNumber: `${mark}-lost-receipt`,
    boughtOn: deps.clock.now().toISOString().slice(0, 10),
    amountE6: 77_770_000n,
    note: `${mark} card stayed at home`,
    file: { name: `${mark}.txt`, mediaType: "text/plain", contentBase64: Buffer.from(mark).toString("base64") },
    ...key("claim"),
  });
  await issueCard(deps, member, { memberId, form: "ELECTRONIC", ...key("card") });
  await setSpendGuard(deps, member, { confirmAbove: 0n, allowedPartnerIds: [issuer.id, redeemer.id], dayMost: 777n });
  // The till asks, and nobody answers.
  await reservePoints(deps, issuer.till, { member: { memberId }, points: 1n, ...key("asks") }).catch(() => null);
}

async function friendOf({ deps }: World, issuer: TestPartner, mark: string): Promise<Actor & { kind: "member" }> {
  const named = { name: `${mark} Friend`, idempotencyKey: `${mark}-friend-of-community` };
  const { id } = await enrolMember(deps, issuer.till, { partnerId: issuer.id, ...named });
  return { kind: "member", id: newId("user"), memberId: id };
}
