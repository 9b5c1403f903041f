import type { Words } from "#api/engine/campaign.ts";
import { lotExpiry } from "#api/engine/lot-dates.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { newId } from "#api/kernel/ids.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import { findCounters } from "#api/ledger/counters.ts";
import { issueTerms } from "#api/ledger/issue-terms.ts";
import type { Count, Movement } from "#api/ledger/movements.ts";
import { findCaused } from "#api/ledger/read/caused.ts";
import type { Challenge, ChallengeAward } from "#api/sql/rows.ts";
import { giveAwardCoupon, revokeAwardCoupon } from "#api/use-cases/challenges/award-coupon.ts";
import { awardCounter, challengeTermsOf } from "#api/use-cases/challenges/definition.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { ticketCounter } from "#api/use-cases/draws/definition.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { issuerOf } from "#api/use-cases/purchases/funders.ts";
import { tellMember } from "#api/use-cases/spending/ring-member.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** The key space of what challenges give: an award's id is the key. */
const CHALLENGES = "challenges";

type Who = { memberId: string; period: string };

/** Gives a challenge's reward for a turn, once; nothing when as many were given as there are. */
export async function giveAward(deps: Deps, challenge: Challenge, { memberId, period }: Who): Promise<void> {
  const { reward, awardsMost } = challengeTermsOf(challenge);
  const counter = awardCounter(challenge.id);
  const given = (await findCounters(deps.db, [counter])).get(counter) ?? 0n;
  if (given >= BigInt(awardsMost)) return;
  const award = await deps.db.$transaction(async (tx) => {
    const round = 1 + (await tx.challengeAward.count({ where: { challengeId: challenge.id, memberId, period } }));
    const id = newId("challengeAward");
    const at = deps.clock.now();
    const what = { id, challengeId: challenge.id, memberId, period, round, state: "AWARDED" as const };
    const row = { ...what, points: BigInt(reward.points), awardedAt: at };
    const { count } = await tx.challengeAward.createMany({ data: [row], skipDuplicates: true });
    const { partnerId } = challenge;
    const step = { object: "challengeAward", objectId: id, partnerId, from: null, to: "AWARDED", at };
    if (count === 1) await recordStep(tx, systemActor, step);
    return tx.challengeAward.findFirst({ where: { challengeId: challenge.id, memberId, period, state: "AWARDED" } });
  });
  deps.reach?.("challenge: award laid");
  if (award) await bookAward(deps, challenge, award);
}

/** Books what an award gives and tells the member; an award that nobody can pay for is none. */
export async function bookAward(deps: Deps, challenge: Challenge, award: ChallengeAward): Promise<void> {
  const { id, memberId } = award;
  const { name, reward, awardsMost } = challengeTermsOf(challenge);
  const at = deps.clock.now();
  const { issuerId, contract } = await issuerOf(deps, challenge.partnerId, at);
  const { pointsValidityMonths, timeZone } = await findProgramme(deps);
  const expiresAt = lotExpiry(at, pointsValidityMonths, timeZone);
  const terms = issueTerms(contract);
  const movements: Movement[] =
    award.points === 0n
      ? []
      : [{ kind: "earn", memberId, points: award.points, terms, maturesAt: null, expiresAt, purchaseId: id }];
  const tickets: Count[] = reward.tickets
    ? [{ counter: ticketCounter(reward.tickets.draw, memberId), by: BigInt(reward.tickets.count), most: null }]
    : [];
  const counts = [{ counter: awardCounter(challenge.id), by: 1n, most: BigInt(awardsMost) }, ...tickets];
  const key = { owner: CHALLENGES, key: id, fingerprint: fingerprint({ award: id }) };
  const place = { partnerId: issuerId, locationId: null, terminalId: null };
  const deed = { kind: "giveAward", actor: systemActor, ...key, occurredAt: at, place, reason: name.en };
  try {
    await giveAwardCoupon(deps, challenge, award);
    deps.reach?.("challenge: coupon given");
    await deps.ledger.post({ ...deed, movements, counts });
    await markBooked(deps, award, name);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    deps.report?.(refusal);
    await close(deps, challenge, award, "It could not be paid for");
  }
}

async function markBooked(deps: Deps, { id, memberId }: ChallengeAward, challenge: Words): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const { count } = await tx.challengeAward.updateMany({ where: { id, booked: false }, data: { booked: true } });
    const news = {
      kind: "CHALLENGE_REACHED",
      facts: { challenge },
      href: "/me/challenges",
      at: deps.clock.now(),
    } as const;
    if (count === 1) await tellMember(tx, memberId, news);
  });
}

/** The goal is not met any more: points, tickets, the badge and a coupon that was not used are taken back. */
export async function takeAwardBack(deps: Deps, challenge: Challenge, award: ChallengeAward): Promise<void> {
  const { id, memberId } = award;
  const caused = await findCaused(deps.db, { owner: CHALLENGES, key: id, sourceId: id });
  const reason = "The goal is not met any more";
  if (caused) {
    const { issuerId } = await issuerOf(deps, challenge.partnerId, deps.clock.now());
    await deps.ledger.post({
      kind: "takeAwardBack",
      actor: systemActor,
      owner: CHALLENGES,
      key: `take back ${id}`,
      fingerprint: fingerprint({ takeBack: id }),
      occurredAt: deps.clock.now(),
      place: { partnerId: issuerId, locationId: null, terminalId: null },
      reason,
      movements: caused.points > 0n ? [{ kind: "clawback", memberId, purchaseId: id, points: caused.points }] : [],
      counts: caused.counts.map(({ counter, by }) => ({ counter, by: -by, most: null })),
    });
  }
  await close(deps, challenge, award, reason);
}

async function close(deps: Deps, { partnerId }: Challenge, { id }: ChallengeAward, reason: string): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const at = deps.clock.now();
    const data = { state: "TAKEN_BACK" as const, takenBackAt: at };
    await revokeAwardCoupon(tx, id, at);
    const { count } = await tx.challengeAward.updateMany({ where: { id, state: "AWARDED" }, data });
    const step = { object: "challengeAward", objectId: id, partnerId, from: "AWARDED", to: "TAKEN_BACK", at, reason };
    if (count === 1) await recordStep(tx, systemActor, step);
  });
}
