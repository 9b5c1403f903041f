import { type Actor, personOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Approval, Tx } from "#api/sql/rows.ts";
import { layApproval } from "#api/use-cases/approvals/request-approval.ts";
import { partnerIdOf } from "#api/use-cases/campaigns/houses.ts";
import { can } from "#api/use-cases/can.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkJourney } from "#api/use-cases/journeys/check-journey.ts";
import { lockOwn, lockVersion, moveVersion, type VersionOfJourney } from "#api/use-cases/journeys/lock-version.ts";
import { nextJourneyState } from "#api/use-cases/journeys/states.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";

/** Lays a draft before somebody else of the house. Templates, pools and segments may have changed since it was written. */
export async function submitJourney(
  deps: Deps,
  actor: Actor,
  { journeyVersionId, note }: { journeyVersionId: string; note: string },
): Promise<VersionOfJourney> {
  can(actor, "journey:draft");
  const reason = checkText("note", note);
  return deps.db.$transaction(async (tx) => {
    const draft = await lockOwn(tx, actor, journeyVersionId);
    if (draft.state === "IN_REVIEW") return draft;
    nextJourneyState(draft, "submit");
    await checkJourney(deps, draft.journey.house, draft.definition);
    const at = deps.clock.now();
    const round = draft.round + 1;
    const submitted = await moveVersion(tx, actor, draft, { event: "submit", at, reason, round });
    const asked = { id: newId("approval"), action: "reviewJourney", subjectId: draft.id, reason, at };
    const payload = { round, journeyId: draft.journeyId, version: draft.version, name: draft.journey.name };
    await layApproval(tx, actor, { ...asked, partnerId: partnerIdOf(draft.journey.house), payload });
    return submitted;
  });
}

/** Takes back what was submitted: a draft again. */
export async function withdrawJourney(
  deps: Deps,
  actor: Actor,
  input: { journeyVersionId: string; reason: string },
): Promise<VersionOfJourney> {
  can(actor, "journey:draft");
  const reason = checkText("reason", input.reason);
  return deps.db.$transaction(async (tx) => {
    const found = await lockOwn(tx, actor, input.journeyVersionId);
    if (found.state === "DRAFT") return found;
    const at = deps.clock.now();
    const moved = await moveVersion(tx, actor, found, { event: "withdraw", at, reason });
    await withdrawReviews(tx, actor, found, { at, reason });
    return moved;
  });
}

/** What runs when the house agrees: it is live, and takes the place of the version before. */
export async function journeyAgreed(deps: Deps, actor: Actor, approval: Approval): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const version = await lockVersion(tx, approval.subjectId);
    if (!isAwaited(version, approval)) return;
    if (version.authors.includes(personOf(actor)?.id ?? "")) throw new SecondPersonRequired("review it");
    await checkJourney(deps, version.journey.house, version.definition);
    const at = deps.clock.now();
    const running = await tx.journeyVersion.findFirst({
      where: { journeyId: version.journeyId, state: { in: ["LIVE", "PAUSED"] } },
      include: { journey: true },
    });
    if (running) await moveVersion(tx, actor, running, { event: "supersede", at, endedAt: at });
    const why = { reason: approval.decisionNote, approvalId: approval.id };
    await moveVersion(tx, actor, version, { event: "approve", at, ...why, startedAt: at });
  });
}

/** What follows a no: a draft again. */
export async function journeyRejected(deps: Deps, actor: Actor, approval: Approval): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const version = await lockVersion(tx, approval.subjectId);
    if (!isAwaited(version, approval)) return;
    const why = { reason: approval.decisionNote, approvalId: approval.id };
    await moveVersion(tx, actor, version, { event: "reject", at: deps.clock.now(), ...why });
  });
}

/** Answered twice, or about a text that is no longer meant: nothing is left to do. */
function isAwaited({ state, round }: VersionOfJourney, { payload }: Approval): boolean {
  return state === "IN_REVIEW" && (payload as { round: number }).round === round;
}

async function withdrawReviews(
  tx: Tx,
  actor: Actor,
  { id }: VersionOfJourney,
  { at, reason }: { at: Date; reason: string },
): Promise<void> {
  const open = await tx.approval.findMany({ where: { action: "reviewJourney", subjectId: id, state: "WAITING" } });
  const ids = open.map((approval) => approval.id);
  await tx.approval.updateMany({ where: { id: { in: ids }, state: "WAITING" }, data: { state: "WITHDRAWN" } });
  const step = { object: "approval", from: "WAITING", to: "WITHDRAWN", at, reason };
  await recordSteps(
    tx,
    actor,
    open.map(({ id: objectId, partnerId }) => ({ ...step, objectId, partnerId })),
  );
}
