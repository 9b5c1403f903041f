import { localDate } from "#api/engine/lot-dates.ts";
import { type Actor, actorRef, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { PlanPayment, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { type MemberLookup, resolveMember } from "#api/use-cases/members/resolve-members.ts";
import { checkText, checkWhole } from "#api/use-cases/partners/values.ts";
import { PlanPaymentKnown, PlanPriceDiffers, SubscriptionNotFound } from "./refusals.ts";
import { settleSubscription } from "./settle-subscription.ts";
import { left, lockSubscription, moveSubscription, type Subscribed } from "./subscribe.ts";

const MONTHS_MAX = 12;

export type RecordPlanPayment = {
  /** Whose plan is paid for, as a till knows members. */
  member: MemberLookup;
  amountE6: MoneyE6;
  months: number;
  /** The payer's or the processor's name of the payment. */
  reference: string;
  idempotencyKey: string;
};

export type PaidFor = { payment: PlanPayment; subscription: Subscribed };

/**
 * Takes the word of whoever took the money that so many months are paid for. The money is the operator's and moves outside
 * the coalition's books (docs/decisions/0028-…).
 */
export async function recordPlanPayment(deps: Deps, actor: Actor, input: RecordPlanPayment): Promise<PaidFor> {
  can(actor, "plan:recordPayment");
  const reference = checkText("reference", input.reference);
  const months = checkWhole("months", input.months, [1, MONTHS_MAX]);
  const { memberId } = await resolveMember(deps, actor, input.member);
  const id = newId("planPayment");
  const payment = await deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "recordPlanPayment", input, objectId: id });
    if (first) return tx.planPayment.findUniqueOrThrow({ where: { id: first } });
    const open = await tx.subscription.findFirst({ where: { memberId, state: { not: "ENDED" } } });
    const found = open && (await lockSubscription(tx, open.id));
    if (!found) throw new SubscriptionNotFound(memberId);
    return pay(tx, actor, found, { id, amountE6: input.amountE6, months, reference, at: deps.clock.now() });
  });
  return { payment, subscription: await settleSubscription(deps, payment.subscriptionId) };
}

type Paid = { id: string; amountE6: MoneyE6; months: number; reference: string; at: Date };

async function pay(tx: Tx, actor: Actor, found: Subscribed, paid: Paid): Promise<PlanPayment> {
  const { id, amountE6, months, reference, at } = paid;
  const priceE6 = found.plan.priceE6 * BigInt(months);
  if (amountE6 !== priceE6) throw new PlanPriceDiffers(priceE6);
  if (await tx.planPayment.findUnique({ where: { reference } })) throw new PlanPaymentKnown(reference);
  const { timeZone } = await tx.programme.findFirstOrThrow();
  const before = left(found, at);
  const from = before && before > at ? before : at;
  const until = monthsAfter(from, months, timeZone);
  await moveSubscription(tx, actor, found, {
    event: found.state === "PAUSED" ? "resume" : "pay",
    at,
    paidUntil: until,
    pausedAt: null,
    frozenUntil: null,
    settled: found.state === "LAPSED" ? false : found.settled,
  });
  const partnerId = partnerOf(actor);
  const about = { action: "recordPlanPayment", object: "subscription", objectId: found.id, partnerId, at };
  await recordAudit(tx, actor, { ...about, before: null, after: { reference, amountE6: String(amountE6), months } });
  return tx.planPayment.create({
    data: {
      id,
      subscriptionId: found.id,
      ...{ amountE6, months, reference, partnerId, from, until },
      recordedBy: actorRef(actor),
      paidAt: at,
    },
  });
}

/** The same local day of a later month, or its last; the instant keeps its time of day. */
export function monthsAfter(from: Date, months: number, timeZone: string): Date {
  const day = localDate(from, timeZone);
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, index] = [Math.floor(month / 12), month % 12];
  const last = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
  const wanted = Date.UTC(year, index, Math.min(Number(day.slice(8)), last));
  return new Date(from.getTime() + (wanted - Date.parse(day)));
}
