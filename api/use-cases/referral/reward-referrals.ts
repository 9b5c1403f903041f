import { localDate, lotExpiry } from "#api/engine/lot-dates.ts";
import { systemActor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { issueTerms } from "#api/ledger/issue-terms.ts";
import type { Movement } from "#api/ledger/movements.ts";
import { LimitReached } from "#api/ledger/refusals.ts";
import type { Referral, ReferralTerms, Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { CameBack, Follower } from "#api/use-cases/following/followers.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import type { RecordedPurchase } from "#api/use-cases/purchases/find-purchases.ts";
import { issuerOf, operatorIdOf } from "#api/use-cases/purchases/funders.ts";
import { tellMember } from "#api/use-cases/spending/ring-member.ts";
import { recordStep } from "#api/use-cases/transitions.ts";
import { nextReferralState, type ReferralEvent } from "./states.ts";

type Due = { referral: Referral; terms: ReferralTerms };

/** A friend's first purchase of enough rewards both, once; goods that come back take both rewards back. */
export const rewardReferrals: Follower = async (deps, { purchases, returns }) => {
  const joined = await waiting(deps, purchases);
  for (const purchase of purchases) {
    const due = joined.get(purchase.memberId);
    if (due?.referral.state !== "JOINED" || !qualifies(purchase, due)) continue;
    await reported(deps, async () => {
      due.referral = await reward(deps, due, purchase);
    });
  }
  for (const { purchase } of returns) await reported(deps, () => takeBack(deps, purchase));
};

/** One that cannot be served must not stop the others; the next receipt of the friend tries again. */
async function reported({ report }: Deps, serve: () => Promise<unknown>): Promise<void> {
  try {
    await serve();
  } catch (problem) {
    report?.(problem);
  }
}

async function waiting({ db }: Deps, purchases: readonly RecordedPurchase[]): Promise<Map<string, Due>> {
  const friends = [...new Set(purchases.map(({ memberId }) => memberId))];
  const rows = await db.referral.findMany({ where: { friendId: { in: friends }, state: "JOINED" } });
  const termsIds = rows.flatMap(({ termsId }) => termsId ?? []);
  const terms = await db.referralTerms.findMany({ where: { id: { in: termsIds } } });
  return new Map(
    rows.flatMap((referral) => {
      const own = terms.find(({ id }) => id === referral.termsId);
      return own && referral.friendId ? [[referral.friendId, { referral, terms: own }] as const] : [];
    }),
  );
}

const qualifies = (purchase: RecordedPurchase, { terms }: Due) => keptE6(purchase) >= terms.minimumE6;

/** What of a purchase has not come back. */
const keptE6 = ({ totalE6, returns }: RecordedPurchase): MoneyE6 =>
  returns.reduce((left, { amountE6 }) => left - amountE6, totalE6);

async function reward(deps: Deps, { referral, terms }: Due, purchase: RecordedPurchase): Promise<Referral> {
  const { id, advocateId } = referral;
  const programme = await findProgramme(deps);
  const at = deps.clock.now();
  const request = requestOf("rewardReferral", systemActor, { referralId: id, idempotencyKey: `reward:${id}` });
  try {
    await once(deps, request, async () => ({
      occurredAt: at,
      place: null,
      movements: await gifts(deps, { referral, terms, at }),
      counts: [{ counter: monthCounter(referral, at, programme.timeZone), by: 1n, most: BigInt(terms.monthMost) }],
    }));
  } catch (refusal) {
    if (!(refusal instanceof LimitReached)) throw refusal;
    const refused = { refusedFor: "TOO_MANY" as const, evidence: `${terms.monthMost} friends in a month` };
    return deps.db.$transaction((tx) => move(tx, { referral, event: "refuse", at, data: refused }));
  }
  return deps.db.$transaction(async (tx) => {
    const data = { purchaseId: purchase.id, rewardedAt: at };
    const rewarded = await move(tx, { referral, event: "reward", at, data });
    const facts = { points: String(terms.advocatePoints) };
    await tellMember(tx, advocateId, { kind: "REFERRAL_REWARDED", facts, href: "/me/referral", at });
    return rewarded;
  });
}

/** The lots bear the referral's id where a receipt's bear the purchase's, so that exactly they can be taken back. */
async function gifts(deps: Deps, { referral, terms, at }: Due & { at: Date }): Promise<Movement[]> {
  const { funderId, advocatePoints, friendPoints } = terms;
  const [{ contract }, { pointsValidityMonths, timeZone }] = await Promise.all([
    issuerOf(deps, funderId, at),
    findProgramme(deps),
  ]);
  const lot = { terms: issueTerms(contract), maturesAt: null, purchaseId: referral.id };
  const expiresAt = lotExpiry(at, pointsValidityMonths, timeZone);
  const to = (memberId: string | null, points: bigint): Movement[] =>
    memberId === null ? [] : [{ kind: "earn", memberId, points, expiresAt, ...lot }];
  return [...to(referral.advocateId, advocatePoints), ...to(referral.friendId, friendPoints)];
}

async function takeBack(deps: Deps, purchase: CameBack["purchase"]): Promise<void> {
  const referral = await deps.db.referral.findUnique({ where: { purchaseId: purchase.id } });
  if (referral?.state !== "REWARDED" || !referral.termsId || !referral.rewardedAt) return;
  const terms = await deps.db.referralTerms.findUniqueOrThrow({ where: { id: referral.termsId } });
  if (qualifies(purchase, { referral, terms })) return;
  const { id, advocateId, rewardedAt } = referral;
  const at = deps.clock.now();
  const { timeZone } = await findProgramme(deps);
  const issuerId = terms.funderId ?? (await operatorIdOf(deps));
  const points = terms.advocatePoints + terms.friendPoints;
  const request = requestOf("takeBackReferral", systemActor, { referralId: id, idempotencyKey: `takeBack:${id}` });
  await once(deps, request, async () => ({
    occurredAt: at,
    place: null,
    movements: [{ kind: "clawback", memberId: advocateId, purchaseId: id, points, issuerId }],
    counts: [{ counter: monthCounter(referral, rewardedAt, timeZone), by: -1n, most: null }],
  }));
  await deps.db.$transaction((tx) => move(tx, { referral, event: "take back", at, data: {} }));
}

const monthCounter = ({ advocateId }: Referral, at: Date, timeZone: string) =>
  `referral:${advocateId}:${localDate(at, timeZone).slice(0, 7)}`;

type Moved = { referral: Referral; event: ReferralEvent; at: Date; data: Partial<Referral> };

async function move(tx: Tx, { referral, event, at, data }: Moved): Promise<Referral> {
  const { id, state: from } = referral;
  const to = nextReferralState(referral, event);
  await recordStep(tx, systemActor, { object: "referral", objectId: id, from, to, at });
  return tx.referral.update({ where: { id, state: from }, data: { state: to, ...data } });
}
