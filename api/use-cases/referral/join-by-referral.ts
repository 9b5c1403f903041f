import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Referral, ReferralTerms, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockMember, requireLiving } from "#api/use-cases/members/own-member.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";
import { noteDevice } from "./devices.ts";
import { referralOf, type Suspicion, suspicionOf } from "./fraud.ts";
import { ReferralClosed, ReferralCodeUnknown, ReferralRefused } from "./refusals.ts";
import { nextReferralState } from "./states.ts";
import { referralTermsInForce } from "./terms.ts";

export type JoinByReferral = {
  code: string;
  /** What the browser calls itself, to tell members apart. */
  device?: string | null | undefined;
};

/** A new member says who brought them. What is refused for fraud is listed for the operator. */
export async function joinByReferral(deps: Deps, actor: Actor, { code, device = null }: JoinByReferral) {
  can(actor, "referral:invite");
  if (actor.kind !== "member") throw new InvalidValue("member", actor.kind, "the member who was brought");
  return broughtBy(deps, actor, { friendId: actor.memberId, code, device });
}

/** The same for whoever enrols the friend and asks for the code. */
export async function broughtBy(
  deps: Deps,
  actor: Actor,
  { friendId, code, device }: { friendId: string; code: string; device: string | null },
): Promise<Referral> {
  const { advocateId, invitation } = await advocateOf(deps, code);
  const at = deps.clock.now();
  const { referral, refused } = await deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('referral'))`;
    requireLiving(await lockMember(tx, systemActor, friendId));
    const terms = await referralTermsInForce({ db: tx as Deps["db"] });
    if (!terms) throw new ReferralClosed();
    const there = await referralOf(tx, friendId);
    if (there?.advocateId === advocateId) return { referral: there, refused: null };
    const pair = { advocateId, friendId, device, at };
    const suspicion = there ? secondAdvocate : await suspicionOf(deps, tx, pair, terms);
    if (device) await noteDevice(deps, tx, { memberId: friendId, device, at });
    const said = { actor, pair, terms, invitation };
    const referral = suspicion ? await listRefused(tx, actor, pair, suspicion) : await join(tx, said);
    return { referral, refused: suspicion };
  });
  if (refused) throw new ReferralRefused(refused.problem);
  return referral;
}

const secondAdvocate: Suspicion = { problem: "NOT_NEW", evidence: "somebody else brought them" };

/** Somebody with the advocate's own phone, e-mail or card was about to be enrolled as their friend. */
export async function refuseSelf(deps: Deps, actor: Actor, code: string, evidence: string): Promise<never> {
  const { advocateId } = await advocateOf(deps, code);
  const pair = { advocateId, friendId: null, at: deps.clock.now() };
  await deps.db.$transaction((tx) => listRefused(tx, actor, pair, { problem: "SAME_PERSON", evidence }));
  throw new ReferralRefused("SAME_PERSON");
}

/** Whose code it is, as people type it. */
export async function advocateOf({ db }: Deps, said: string) {
  const code = said.trim().toUpperCase();
  const [invitation, own] = await Promise.all([
    db.referral.findUnique({ where: { code } }),
    db.referralCode.findUnique({ where: { code } }),
  ]);
  const advocateId = invitation?.advocateId ?? own?.memberId;
  if (!advocateId) throw new ReferralCodeUnknown(said);
  return { advocateId, invitation: invitation?.state === "INVITED" ? invitation : null };
}

type Pair = { advocateId: string; friendId: string | null; at: Date };
type Joining = { actor: Actor; pair: Pair; terms: ReferralTerms; invitation: Referral | null };

async function join(tx: Tx, { actor, pair, terms, invitation }: Joining): Promise<Referral> {
  const { advocateId, friendId, at } = pair;
  const joined = { advocateId, friendId, state: "JOINED" as const, joinedAt: at, termsId: terms.id };
  const id = invitation?.id ?? newId("referral");
  const from = invitation ? invitation.state : null;
  if (invitation) nextReferralState(invitation, "join");
  await recordStep(tx, actor, { object: "referral", objectId: id, from, to: "JOINED", at });
  return invitation
    ? tx.referral.update({ where: { id }, data: joined })
    : tx.referral.create({ data: { id, openedAt: at, ...joined } });
}

async function listRefused(
  tx: Tx,
  actor: Actor,
  { at, ...pair }: Pair,
  { problem, evidence }: Suspicion,
): Promise<Referral> {
  const id = newId("referral");
  const step = { object: "referral", objectId: id, from: null, to: "REFUSED" };
  await recordStep(tx, actor, { ...step, at, reason: `${problem}: ${evidence}` });
  const { advocateId, friendId } = pair;
  const refused = { state: "REFUSED" as const, refusedFor: problem, evidence, openedAt: at };
  return tx.referral.create({ data: { id, advocateId, friendId, ...refused } });
}
