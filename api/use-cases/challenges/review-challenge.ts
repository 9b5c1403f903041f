import { type Actor, personOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Approval, Challenge, Tx } from "#api/sql/rows.ts";
import { layApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import { challengeTermsOf } from "#api/use-cases/challenges/definition.ts";
import { lockChallenge, lockOwn, moveChallenge } from "#api/use-cases/challenges/lock-challenge.ts";
import type { ChallengeEvent } from "#api/use-cases/challenges/states.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";

/** Lays a draft before somebody else of the house that pays. */
export async function submitChallenge(
  deps: Deps,
  actor: Actor,
  { challengeId, note }: { challengeId: string; note: string },
): Promise<Challenge> {
  can(actor, "challenge:draft");
  const reason = checkText("note", note);
  return deps.db.$transaction(async (tx) => {
    const draft = await lockOwn(tx, actor, challengeId);
    if (draft.state === "IN_REVIEW") return draft;
    const at = deps.clock.now();
    if (draft.endsAt && draft.endsAt <= at) throw new InvalidValue("endsAt", draft.endsAt.toISOString(), "ahead");
    const round = draft.round + 1;
    const submitted = await moveChallenge(tx, actor, draft, { event: "submit", at, reason, round });
    const { reward, awardsMost } = challengeTermsOf(draft);
    const asked = { id: newId("approval"), action: "reviewChallenge", subjectId: challengeId, reason, at };
    const payload = { round, points: reward.points, awardsMost };
    await layApproval(tx, actor, { ...asked, partnerId: draft.partnerId, payload });
    return submitted;
  });
}

/** What runs when somebody else of the house agrees: it is live. */
export async function challengeAgreed(deps: Deps, actor: Actor, approval: Approval): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const found = await lockChallenge(tx, approval.subjectId);
    if (!isAwaited(found, approval)) return;
    if (found.authors.includes(personOf(actor)?.id ?? "")) throw new SecondPersonRequired("review it");
    const at = deps.clock.now();
    const why = { reason: approval.decisionNote, approvalId: approval.id };
    await moveChallenge(tx, actor, found, { event: "approve", at, ...why, startedAt: at });
  });
}

/** What follows a no: it is a draft again. */
export async function challengeRejected(deps: Deps, actor: Actor, approval: Approval): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const found = await lockChallenge(tx, approval.subjectId);
    if (!isAwaited(found, approval)) return;
    const why = { reason: approval.decisionNote, approvalId: approval.id };
    await moveChallenge(tx, actor, found, { event: "reject", at: deps.clock.now(), ...why });
  });
}

const isAwaited = ({ state, round }: Challenge, { payload }: Approval) =>
  state === "IN_REVIEW" && (payload as { round: number }).round === round;

const events = {
  DRAFT: "withdraw",
  PAUSED: "pause",
  LIVE: "resume",
  ENDED: "end",
} as const satisfies Record<string, ChallengeEvent>;

export type SetChallengeState = { challengeId: string; to: keyof typeof events; reason: string };

/** Takes it back into a draft, pauses it, lets it go on or ends it; whoever's challenge it is. */
export async function setChallengeState(
  deps: Deps,
  actor: Actor,
  { challengeId, to, reason: said }: SetChallengeState,
): Promise<Challenge> {
  can(actor, to === "DRAFT" ? "challenge:draft" : "challenge:run");
  const reason = checkText("reason", said);
  return deps.db.$transaction(async (tx) => {
    const found = await lockOwn(tx, actor, challengeId);
    if (found.state === to) return found;
    const at = deps.clock.now();
    const event = found.state === "DRAFT" && to === "ENDED" ? "discard" : events[to];
    const moved = await moveChallenge(tx, actor, found, {
      event,
      at,
      reason,
      ...(to === "ENDED" ? { endedAt: at } : {}),
    });
    if (to === "DRAFT") await withdrawReviews(tx, actor, found, { at, reason });
    return moved;
  });
}

async function withdrawReviews(tx: Tx, actor: Actor, { id, partnerId }: Challenge, why: { at: Date; reason: string }) {
  const where = { action: "reviewChallenge", subjectId: id, state: "WAITING" as const };
  const ids = (await tx.approval.findMany({ where, select: { id: true } })).map((one) => one.id);
  await tx.approval.updateMany({ where: { id: { in: ids } }, data: { state: "WITHDRAWN" } });
  const steps = ids.map((objectId) => ({
    object: "approval",
    objectId,
    partnerId,
    from: "WAITING",
    to: "WITHDRAWN",
    ...why,
  }));
  await recordSteps(tx, actor, steps);
}
