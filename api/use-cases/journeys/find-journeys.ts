import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Journey, JourneyRun, JourneyRunState, JourneyState } from "#api/sql/rows.ts";
import { houseOf, OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { VersionOfJourney } from "#api/use-cases/journeys/lock-version.ts";
import { readSteps, type StepRow } from "#api/use-cases/steps.ts";

type Found<Row> = Promise<Map<string, Row>>;

/** A house sees its own; the operator also what partners run, once it is submitted. */
export function visibleVersions(actor: Actor) {
  const house = houseOf(actor);
  if (house !== OPERATOR) return { journey: { house } };
  return { OR: [{ journey: { house } }, { state: { not: "DRAFT" as const } }] };
}

export async function findJourneys(deps: Deps, actor: Actor, ids: readonly string[]): Found<Journey> {
  if (!may(actor, "journey:read")) return new Map();
  const rows = await deps.db.journey.findMany({
    where: { id: { in: [...ids] }, versions: { some: visibleVersions(actor) } },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

export async function findJourneyVersions(deps: Deps, actor: Actor, ids: readonly string[]): Found<VersionOfJourney> {
  if (!may(actor, "journey:read")) return new Map();
  const rows = await deps.db.journeyVersion.findMany({
    where: { id: { in: [...ids] }, ...visibleVersions(actor) },
    include: { journey: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** All versions of journeys, newest first. */
export async function findVersionsOf(
  deps: Deps,
  actor: Actor,
  journeyIds: readonly string[],
): Found<VersionOfJourney[]> {
  if (!may(actor, "journey:read")) return new Map();
  const rows = await deps.db.journeyVersion.findMany({
    where: { journeyId: { in: [...journeyIds] }, ...visibleVersions(actor) },
    orderBy: { version: "desc" },
    include: { journey: true },
  });
  return Map.groupBy(rows, ({ journeyId }) => journeyId);
}

/** Newest first. The cursor is the id. */
export async function listJourneys(
  deps: Deps,
  actor: Actor,
  { states, first, after }: PageArgs & { states?: readonly JourneyState[] | null | undefined },
): Promise<Page<Journey>> {
  can(actor, "journey:read");
  const inState = states ? [{ state: { in: [...states] } }] : [];
  const rows = await deps.db.journey.findMany({
    where: {
      versions: { some: { AND: [visibleVersions(actor), ...inState] } },
      ...(after === null ? {} : { id: { lt: after } }),
    },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** How many members did what at one step of a version. */
export type StepCounts = { step: number; waiting: number; done: number; notMet: number };
export type JourneyCounts = { running: number; finished: number; stopped: number; failed: number; steps: StepCounts[] };

export async function findJourneyCounts(deps: Deps, actor: Actor, versionIds: readonly string[]): Found<JourneyCounts> {
  const seen = [...(await findJourneyVersions(deps, actor, versionIds)).keys()];
  const where = { versionId: { in: seen } };
  const [runs, standing, gone] = await Promise.all([
    deps.db.journeyRun.groupBy({ by: ["versionId", "state"], where, _count: true }),
    deps.db.journeyRun.groupBy({ by: ["versionId", "step"], where: { ...where, state: "RUNNING" }, _count: true }),
    deps.db.journeyRunStep.groupBy({ by: ["versionId", "step", "outcome"], where, _count: true }),
  ]);
  return new Map(
    seen.map((id) => {
      const inState = (state: JourneyRunState) =>
        runs.find((one) => one.versionId === id && one.state === state)?._count ?? 0;
      const at = (step: number, outcome: "DONE" | "NOT_MET") =>
        gone.find((one) => one.versionId === id && one.step === step && one.outcome === outcome)?._count ?? 0;
      const places = [...standing, ...gone].filter(({ versionId }) => versionId === id).map(({ step }) => step);
      const steps = [...new Set(places)]
        .sort((one, other) => one - other)
        .map((step) => ({
          step,
          waiting: standing.find((one) => one.versionId === id && one.step === step)?._count ?? 0,
          done: at(step, "DONE"),
          notMet: at(step, "NOT_MET"),
        }));
      const [running, finished, stopped, failed] = (["RUNNING", "FINISHED", "STOPPED", "FAILED"] as const).map(
        inState,
      ) as [number, number, number, number];
      return [id, { running, finished, stopped, failed, steps }];
    }),
  );
}

export type ListRuns = PageArgs & { journeyVersionId: string; states?: readonly JourneyRunState[] | null | undefined };

/** Members on a version, the last who began first. The operator sees whose way it is; a partner only that it is. */
export async function listJourneyRuns(
  deps: Deps,
  actor: Actor,
  { journeyVersionId, states, first, after }: ListRuns,
): Promise<Page<JourneyRun>> {
  can(actor, "journey:read");
  const seen = await findJourneyVersions(deps, actor, [journeyVersionId]);
  const rows = await deps.db.journeyRun.findMany({
    where: {
      versionId: { in: [...seen.keys()] },
      ...(states ? { state: { in: [...states] } } : {}),
      ...(after === null ? {} : { id: { lt: after } }),
    },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** The requests that wait for somebody's answer, by version; for those who may give one. */
export async function findWaitingReviews(deps: Deps, actor: Actor, ids: readonly string[]): Found<string> {
  if (!may(actor, "journey:approve")) return new Map();
  const seen = [...(await findJourneyVersions(deps, actor, ids)).keys()];
  const where = {
    action: "reviewJourney",
    subjectId: { in: seen },
    state: "WAITING" as const,
    partnerId: partnerOf(actor),
  };
  const rows = await deps.db.approval.findMany({ where, select: { id: true, subjectId: true } });
  return new Map(rows.map(({ id, subjectId }) => [subjectId, id]));
}

/** How versions came to where they stand, oldest first. */
export async function findJourneySteps(deps: Deps, actor: Actor, ids: readonly string[]): Found<StepRow[]> {
  return readSteps(deps, actor, [...(await findJourneyVersions(deps, actor, ids)).keys()]);
}
