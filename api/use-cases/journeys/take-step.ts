import { lotExpiry } from "#api/engine/lot-dates.ts";
import { actorRef, systemActor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import { issueTerms } from "#api/ledger/issue-terms.ts";
import type { Movement } from "#api/ledger/movements.ts";
import type { JourneyRun, StepOutcome, Tx } from "#api/sql/rows.ts";
import { OPERATOR, partnerIdOf } from "#api/use-cases/campaigns/houses.ts";
import { takeCoupon } from "#api/use-cases/coupons/give-coupon.ts";
import { CouponPoolClosed, NoCouponLeft } from "#api/use-cases/coupons/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { JourneyDefinition, JourneyStep } from "#api/use-cases/journeys/definition.ts";
import { holdsFor } from "#api/use-cases/journeys/holds-for.ts";
import { findWording } from "#api/use-cases/messages/own-words.ts";
import { tellMember } from "#api/use-cases/messages/tell-member.ts";
import { variablesIn } from "#api/use-cases/messages/template-text.ts";
import { isCommon } from "#api/use-cases/messages/variables.ts";
import { goodwill } from "#api/use-cases/points/adjust-points.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { termsAt } from "#api/use-cases/purchases/context.ts";

/** A member before a step. */
export type Before = { run: JourneyRun; house: string; definition: JourneyDefinition; at: Date };

/** A step that cannot be done as the journey was agreed on: the run ends there, and somebody hears of it. */
export class StepBroken extends Error {}

type Of<Kind extends JourneyStep["kind"]> = Extract<JourneyStep, { kind: Kind }>;

/** Does one step in the caller's transaction: with it, it is written down that it was done. */
export async function takeStep(deps: Deps, tx: Tx, before: Before, step: JourneyStep): Promise<StepOutcome> {
  switch (step.kind) {
    case "WAIT":
    case "POINTS": // Given before the transaction, under a key of its own.
      return "DONE";
    case "CONDITION":
      return (await holdsFor(deps, tx, { ...before, memberId: before.run.memberId, expression: step.expression }))
        ? "DONE"
        : "NOT_MET";
    case "MESSAGE":
      return send(deps, tx, before, step);
    case "COUPON":
      return giveCoupon(deps, tx, before, step);
    case "TAG":
      return tag(tx, before, step);
  }
}

const causeOf = ({ id, step }: JourneyRun) => `journey:${id}:${step}`;

async function send(
  deps: Deps,
  tx: Tx,
  { run, house, at }: Before,
  { template, fill }: Of<"MESSAGE">,
): Promise<StepOutcome> {
  const wording = await findWording(tx, house, template);
  if (!wording) throw new StepBroken(`the template ${template} is gone`);
  const named = variablesIn(wording.text).filter((variable) => !isCommon(variable));
  const lost = [
    ...named.filter((name) => !Object.hasOwn(fill, name)),
    ...Object.keys(fill).filter((name) => !named.includes(name)),
  ];
  if (lost.length > 0) throw new StepBroken(`the template ${template} and the journey differ in ${lost.join(", ")}`);
  const coupon = await lastCoupon(tx, run);
  const filled = Object.entries(fill).map(([name, value]) => [name, value ?? coupon] as const);
  // The pool had none left: words about a code that is not there are worse than none.
  if (filled.some(([, value]) => value === null)) return "NOT_MET";
  const values = Object.fromEntries(filled.map(([name, value]) => [name, value ?? ""]));
  const told = await tellMember(deps, tx, { memberId: run.memberId, house, wording, values, cause: causeOf(run), at });
  return told ? "DONE" : "NOT_MET";
}

/** The code of the last coupon that the journey gave. */
async function lastCoupon(tx: Tx, { id }: JourneyRun): Promise<string | null> {
  const given = await tx.coupon.findFirst({
    where: { givenFor: { startsWith: `journey:${id}:` } },
    orderBy: { givenAt: "desc" },
    include: { pool: { select: { promoCode: true } } },
  });
  return given?.code ?? given?.pool.promoCode ?? null;
}

async function giveCoupon(
  deps: Deps,
  tx: Tx,
  { run, house, at }: Before,
  { pool: code }: Of<"COUPON">,
): Promise<StepOutcome> {
  const pool = await tx.couponPool.findUnique({ where: { code } });
  if (!pool || pool.partnerId !== partnerIdOf(house)) throw new StepBroken(`the coupon pool ${code} is gone`);
  try {
    await takeCoupon(tx, pool, { memberId: run.memberId, givenFor: causeOf(run), at });
    return "DONE";
  } catch (refusal) {
    if (!(refusal instanceof NoCouponLeft || refusal instanceof CouponPoolClosed)) throw refusal;
    deps.report?.(refusal);
    return "NOT_MET";
  }
}

async function tag(tx: Tx, { run, house, at }: Before, { tag: said }: Of<"TAG">): Promise<StepOutcome> {
  const name = said.toLowerCase();
  const taggedBy = actorRef(systemActor);
  await tx.memberTag.createMany({
    data: [{ memberId: run.memberId, house, tag: name, taggedBy, taggedAt: at }],
    skipDuplicates: true,
  });
  return "DONE";
}

/** Gives the points of a step, once: the run and the step are the key. Answers whether they could be given. */
export async function givePoints(deps: Deps, { run, house, at }: Before, { points }: Of<"POINTS">): Promise<boolean> {
  const key = causeOf(run);
  const request = { owner: actorRef(systemActor), key, fingerprint: fingerprint({ key, points }) };
  try {
    await deps.ledger.post({
      kind: "journeyPoints",
      actor: systemActor,
      ...request,
      occurredAt: at,
      place: house === OPERATOR ? null : { partnerId: house, locationId: null, terminalId: null },
      movements: [await pointsOf(deps, { memberId: run.memberId, house, points: BigInt(points), at })],
    });
    return true;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    deps.report?.(refusal);
    return false;
  }
}

type Given = { memberId: string; house: string; points: bigint; at: Date };

async function pointsOf(deps: Deps, { memberId, house, points, at }: Given): Promise<Movement> {
  if (house === OPERATOR) return goodwill(deps, { memberId, points, at });
  const [programme, { contract }] = await Promise.all([findProgramme(deps), termsAt(deps, house, at)]);
  const expiresAt = lotExpiry(at, programme.pointsValidityMonths, programme.timeZone);
  return { kind: "earn", memberId, points, terms: issueTerms(contract), maturesAt: null, expiresAt, purchaseId: null };
}
