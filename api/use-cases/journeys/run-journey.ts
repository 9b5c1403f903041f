import type { Actor } from "#api/kernel/actor.ts";
import type { JourneyVersion } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockOwn, moveVersion, type VersionOfJourney } from "#api/use-cases/journeys/lock-version.ts";
import type { JourneyEvent } from "#api/use-cases/journeys/states.ts";
import { checkText } from "#api/use-cases/partners/values.ts";

export type RunJourney = { journeyVersionId: string; reason: string };

/** Members stay where they are, of earlier versions too, until it is resumed. Pausing what is paused changes nothing. */
export const pauseJourney = (deps: Deps, actor: Actor, input: RunJourney) =>
  run(deps, actor, input, { event: "pause", to: "PAUSED" });

/** Lets it go on. What fell due meanwhile is due at once. */
export const resumeJourney = (deps: Deps, actor: Actor, input: RunJourney) =>
  run(deps, actor, input, { event: "resume", to: "LIVE" });

/** Ends it for good, for all who are on their way. */
export const stopJourney = (deps: Deps, actor: Actor, input: RunJourney) =>
  run(deps, actor, input, { event: "stop", to: "STOPPED" });

type Wanted = { event: JourneyEvent; to: JourneyVersion["state"] };

async function run(deps: Deps, actor: Actor, input: RunJourney, { event, to }: Wanted): Promise<VersionOfJourney> {
  can(actor, "journey:run");
  const reason = checkText("reason", input.reason);
  return deps.db.$transaction(async (tx) => {
    const version = await lockOwn(tx, actor, input.journeyVersionId);
    if (version.state === to) return version;
    const at = deps.clock.now();
    const moved = await moveVersion(tx, actor, version, {
      event,
      at,
      reason,
      ...(to === "STOPPED" ? { endedAt: at } : {}),
    });
    if (to === "STOPPED") {
      await tx.journeyRun.updateMany({
        where: { journeyId: version.journeyId, state: "RUNNING" },
        data: { state: "STOPPED", endedAt: at, dueAt: null, reason: "JOURNEY_STOPPED" },
      });
    }
    return moved;
  });
}
