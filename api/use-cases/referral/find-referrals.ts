import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Referral, ReferralFraud } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** What became of all whom a member asked, each counted as far as they came. */
export type ReferralFunnel = { invited: number; joined: number; bought: number };

/** A member's own friends, the newest first; what was refused is only for the operator. */
export async function listReferrals(
  deps: Deps,
  actor: Actor,
  advocateId: string,
  { first, after }: PageArgs,
): Promise<Page<Referral>> {
  if (!seesReferralsOf(actor, advocateId)) return { rows: [], hasNextPage: false };
  const where = { advocateId, state: { not: "REFUSED" as const }, ...(after === null ? {} : { id: { lt: after } }) };
  return pageOf(await deps.db.referral.findMany({ where, orderBy: { id: "desc" }, take: first + 1 }), first);
}

export async function readFunnel({ db }: Deps, actor: Actor, advocateId: string): Promise<ReferralFunnel | null> {
  if (!seesReferralsOf(actor, advocateId)) return null;
  const counted = await db.referral.groupBy({ by: ["state"], where: { advocateId }, _count: true });
  const of = (...states: Referral["state"][]) =>
    counted.reduce((sum, { state, _count }) => (states.includes(state) ? sum + _count : sum), 0);
  return {
    invited: of("INVITED", "JOINED", "REWARDED", "TAKEN_BACK"),
    joined: of("JOINED", "REWARDED", "TAKEN_BACK"),
    bought: of("REWARDED"),
  };
}

/** The code a member shares; null before they asked for one. */
export async function readReferralCode({ db }: Deps, actor: Actor, memberId: string): Promise<string | null> {
  if (!seesReferralsOf(actor, memberId)) return null;
  return (await db.referralCode.findUnique({ where: { memberId } }))?.code ?? null;
}

export type ListRefused = PageArgs & { problem?: ReferralFraud | null | undefined };

/** Attempts that were refused, the newest first, for the operator. */
export async function listRefusedReferrals(deps: Deps, actor: Actor, input: ListRefused): Promise<Page<Referral>> {
  can(actor, "referral:read");
  const { first, after, problem } = input;
  if (actor.kind === "member") return { rows: [], hasNextPage: false };
  const where = {
    state: "REFUSED" as const,
    ...(problem ? { refusedFor: problem } : {}),
    ...(after === null ? {} : { id: { lt: after } }),
  };
  return pageOf(await deps.db.referral.findMany({ where, orderBy: { id: "desc" }, take: first + 1 }), first);
}

const seesReferralsOf = (actor: Actor, memberId: string) =>
  may(actor, "referral:read") && (actor.kind !== "member" || actor.memberId === memberId);
