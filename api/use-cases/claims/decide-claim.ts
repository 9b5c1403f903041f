import { lotExpiry, maturity } from "#api/engine/lot-dates.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { Points } from "#api/kernel/points.ts";
import { issueTerms } from "#api/ledger/issue-terms.ts";
import { isPostedUnder } from "#api/ledger/read/charges.ts";
import type { Claim, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { checkPoints } from "#api/use-cases/points/answer.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { termsAt } from "#api/use-cases/purchases/context.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { tellMember } from "#api/use-cases/spending/ring-member.ts";
import { recordStep } from "#api/use-cases/transitions.ts";
import { findClaims } from "./find-claims.ts";
import { requireClaimable } from "./open-claim.ts";
import { ClaimNotFound } from "./refusals.ts";
import { type ClaimEvent, nextClaimState } from "./states.ts";

export type ConfirmClaim = {
  claimId: string;
  /** Points that were missing on a recorded receipt; of a receipt that was not recorded the rules say how many. */
  points?: Points | null | undefined;
};

/**
 * The claim is right: the receipt is recorded with its own date, and gives what the contract and the campaigns of that
 * date give. The deed bears the claim's id as its key, so that twice is once.
 */
export async function confirmClaim(deps: Deps, actor: Actor, { claimId, points = null }: ConfirmClaim): Promise<Claim> {
  can(actor, "claim:decide");
  const claim = await requireClaim(deps, actor, claimId);
  if (claim.state === "CONFIRMED") return claim;
  const event = "confirm";
  nextClaimState(claim, event);
  if ((claim.kind === "WRONG") !== (points !== null)) {
    const expected = claim.kind === "WRONG" ? "how many were missing" : "nothing: the rules of that day say it";
    throw new InvalidValue("points", String(points), expected);
  }
  // What a death left between the booking and this claim's own step is taken up again.
  const isBooked = await isPostedUnder(deps.db, keyOf(claimId));
  if (claim.kind === "MISSING" && !isBooked) await deps.db.$transaction((tx) => requireClaimable(tx, claim, claimId));
  const booked =
    claim.kind === "MISSING" ? await recordMissing(deps, claim) : await giveMissing(deps, claim, points ?? 0n);
  return settle(deps, actor, { claim, event, data: booked, reason: null });
}

const keyOf = (claimId: string) => `claim:${claimId}`;

export type RefuseClaim = { claimId: string; reason: string };

/** The claim is wrong; the member reads why. */
export async function refuseClaim(deps: Deps, actor: Actor, { claimId, reason: said }: RefuseClaim): Promise<Claim> {
  can(actor, "claim:decide");
  const reason = checkText("reason", said);
  const claim = await requireClaim(deps, actor, claimId);
  if (claim.state === "REFUSED") return claim;
  return settle(deps, actor, { claim, event: "refuse", data: { reason }, reason });
}

/** The member found the receipt, or gave up. */
export async function withdrawClaim(deps: Deps, actor: Actor, { claimId }: { claimId: string }): Promise<Claim> {
  can(actor, "claim:open");
  const claim = await requireClaim(deps, actor, claimId);
  if (claim.state === "WITHDRAWN") return claim;
  return settle(deps, actor, { claim, event: "withdraw", data: {}, reason: null });
}

async function requireClaim(deps: Deps, actor: Actor, id: string): Promise<Claim> {
  const claim = (await findClaims(deps, actor, [id])).get(id);
  if (!claim) throw new ClaimNotFound(id);
  return { ...claim, content: null };
}

/**
 * Noon of the receipt's day: the hour is not known, and no zone makes it another day. Of what was claimed before that noon
 * the instant of the claim: nothing is booked that is still to come.
 */
function boughtAt({ boughtOn, openedAt }: Claim): Date {
  return new Date(Math.min(boughtOn.getTime() + 12 * 3_600_000, openedAt.getTime()));
}

async function recordMissing(deps: Deps, claim: Claim) {
  const { id, partnerId, memberId, receiptNumber, amountE6 } = claim;
  const businessDate = claim.boughtOn.toISOString().slice(0, 10);
  const receipt = { receiptNumber, businessDate, occurredAt: boughtAt(claim), totalE6: amountE6 };
  const named = { partnerId, member: { memberId }, idempotencyKey: keyOf(id) };
  const { purchase } = await recordPurchase(deps, systemActor, { ...named, ...receipt });
  return { bookedAsId: purchase.id, points: purchase.pointsEarned };
}

/** Issued by the partner under its contract of that day; they can be spent when the receipt's own could. */
async function giveMissing(deps: Deps, claim: Claim, points: Points) {
  checkPoints(points);
  const { id, partnerId, memberId, purchaseId } = claim;
  const occurredAt = boughtAt(claim);
  const [{ contract }, programme] = await Promise.all([termsAt(deps, partnerId, occurredAt), findProgramme(deps)]);
  const maturesAt = maturity(occurredAt, contract.pendingDays);
  const expiresAt = lotExpiry(maturesAt ?? occurredAt, programme.pointsValidityMonths, programme.timeZone);
  const request = requestOf("confirmClaim", systemActor, { claimId: id, points, idempotencyKey: keyOf(id) });
  const place = { partnerId, locationId: null, terminalId: null };
  await once(deps, request, async () => {
    const lot = { terms: issueTerms(contract), maturesAt, expiresAt, purchaseId };
    return { occurredAt, place, movements: [{ kind: "earn", memberId, points, ...lot }] };
  });
  return { points };
}

type Settled = { claim: Claim; event: ClaimEvent; data: Partial<Claim>; reason: string | null };

async function settle(deps: Deps, actor: Actor, { claim, event, data, reason }: Settled): Promise<Claim> {
  return deps.db.$transaction(async (tx) => {
    const at = deps.clock.now();
    const moved = await moveClaim(tx, actor, { id: claim.id, event, at, reason, data: { ...data, decidedAt: at } });
    if (actor.kind !== "member") await tellClaimant(tx, moved);
    return moved;
  });
}

type Move = { id: string; event: ClaimEvent; at: Date; reason?: string | null; data?: Partial<Claim> };

/** Moves one claim on, held still meanwhile. */
export async function moveClaim(
  tx: Tx,
  actor: Actor,
  { id, event, at, reason = null, data = {} }: Move,
): Promise<Claim> {
  await tx.$executeRaw`SELECT FROM claim WHERE id = ${id} FOR UPDATE`;
  const claim = await tx.claim.findUniqueOrThrow({ where: { id }, omit: { content: true } });
  const state = nextClaimState(claim, event);
  const { partnerId } = claim;
  await recordStep(tx, actor, { object: "claim", objectId: id, from: claim.state, to: state, at, reason, partnerId });
  const { content: _content, ...set } = data;
  const row = await tx.claim.update({ where: { id }, data: { ...set, state }, omit: { content: true } });
  return { ...row, content: null };
}

async function tellClaimant(tx: Tx, { memberId, partnerId, decidedAt }: Claim): Promise<void> {
  const { name: partner } = await tx.partner.findUniqueOrThrow({ where: { id: partnerId }, select: { name: true } });
  const at = decidedAt ?? new Date(0);
  await tellMember(tx, memberId, { kind: "CLAIM_DECIDED", facts: { partner }, href: "/me/claims", at });
}
