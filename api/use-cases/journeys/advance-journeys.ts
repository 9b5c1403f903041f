import type { Actor } from "#api/kernel/actor.ts";
import type { JourneyRun, StepOutcome, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { dueAt, storedJourney } from "#api/use-cases/journeys/definition.ts";
import { type RunEvent, runMachine } from "#api/use-cases/journeys/states.ts";
import { type Before, givePoints, StepBroken, takeStep } from "#api/use-cases/journeys/take-step.ts";
import { nextState } from "#api/use-cases/machine.ts";
import { everyIdOfPerson } from "#api/use-cases/members/one-person.ts";

const CHUNK = 100;

/**
 * Leads on everybody whose next step is due, a step at a time: a step and the word that it was done are one transaction, so
 * that whatever dies, each step is taken once. Answers how many steps were taken.
 */
export async function advanceJourneys(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const at = deps.clock.now();
  let steps = 0;
  for (;;) {
    const due = await findDue(deps.db, at);
    if (due.length === 0) return steps;
    for (const { id } of due) {
      if (await advance(deps, id, at)) steps += 1;
      deps.reach?.("journeys: step done");
    }
  }
}

/** Who is on a journey that is paused stays where they are. */
function findDue(tx: Tx, at: Date): Promise<{ id: string }[]> {
  return tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM journey_run r
    WHERE r.state = 'RUNNING' AND r.due_at <= ${at}
      AND NOT EXISTS (SELECT FROM journey_version v WHERE v.journey_id = r.journey_id AND v.state = 'PAUSED')
    ORDER BY r.due_at, r.id LIMIT ${CHUNK}`;
}

async function advance(deps: Deps, id: string, at: Date): Promise<boolean> {
  try {
    const given = await pointsFirst(deps, id, at);
    return await deps.db.$transaction((tx) => step(deps, tx, id, { at, given }));
  } catch (error) {
    if (!(error instanceof StepBroken)) throw error;
    deps.report?.(error);
    await end(deps.db, id, { event: "fail", at, reason: "STEP_BROKEN" });
    return false;
  }
}

/** Points are a deed of the ledger and no part of our transaction: they are given before, under the step's own key. */
async function pointsFirst(deps: Deps, id: string, at: Date): Promise<boolean> {
  const before = await read(deps.db, id, at);
  const next = before?.definition.steps[before.run.step];
  if (!before || next?.kind !== "POINTS" || (await hasBought(deps.db, before))) return true;
  const given = await givePoints(deps, before, next);
  deps.reach?.("journeys: points given");
  return given;
}

async function read(tx: Tx, id: string, at: Date): Promise<Before | null> {
  const run = await tx.journeyRun.findUnique({ where: { id }, include: { version: { include: { journey: true } } } });
  if (run?.state !== "RUNNING" || run.dueAt === null || run.dueAt > at) return null;
  const { version, ...own } = run;
  return { run: own, house: version.journey.house, definition: storedJourney(version), at };
}

async function step(deps: Deps, tx: Tx, id: string, { at, given }: { at: Date; given: boolean }): Promise<boolean> {
  await tx.$executeRaw`SELECT FROM journey_run WHERE id = ${id} FOR UPDATE`;
  const before = await read(tx, id, at);
  if (!before) return false;
  if (await hasBought(tx, before)) {
    await end(tx, id, { event: "stop", at, reason: BOUGHT });
    return false;
  }
  const { run, definition } = before;
  const next = definition.steps[run.step];
  if (!next) throw new StepBroken(`the journey has no step ${run.step}`);
  const outcome: StepOutcome = given ? await takeStep(deps, tx, before, next) : "NOT_MET";
  await tx.journeyRunStep.create({ data: { runId: id, step: run.step, versionId: run.versionId, outcome, at } });
  const leaves = next.kind === "CONDITION" && outcome === "NOT_MET";
  const onward = leaves ? next.otherwise : run.step + 1;
  const due = onward === null ? null : dueAt(definition.steps[onward], at);
  if (onward === null || due === null) await end(tx, id, { event: "finish", at, reason: leaves ? "CONDITION" : null });
  else await tx.journeyRun.update({ where: { id }, data: { step: onward, dueAt: due } });
  return true;
}

export const BOUGHT = "BOUGHT";

/** Did the member, or whom they were merged into, buy since they began? Tills say when it was, and may say so late. */
async function hasBought(tx: Tx, { run, house, definition }: Before): Promise<boolean> {
  if (!definition.stopsOnPurchase) return false;
  const memberIds = await everyIdOfPerson(tx, run.memberId);
  const bought = await tx.purchase.findFirst({
    where: {
      memberId: { in: memberIds },
      occurredAt: { gt: run.enteredAt },
      ...(house === "OPERATOR" ? {} : { partnerId: house }),
    },
    select: { id: true },
  });
  return bought !== null;
}

type Ending = { event: Exclude<RunEvent, "go on">; at: Date; reason: JourneyRun["reason"] };

async function end(tx: Tx, id: string, { event, at, reason }: Ending): Promise<void> {
  const state = nextState(runMachine, { object: "journey run", id, state: "RUNNING" }, event);
  await tx.journeyRun.updateMany({
    where: { id, state: "RUNNING" },
    data: { state, endedAt: at, dueAt: null, reason },
  });
}
