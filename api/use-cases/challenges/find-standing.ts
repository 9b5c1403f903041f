import { localDate } from "#api/engine/lot-dates.ts";
import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { countQuarters, type Quarters } from "#api/ledger/read/turns.ts";
import type { Approval } from "#api/sql/rows.ts";
import { goalOf } from "#api/use-cases/challenges/definition.ts";
import { findChallenges } from "#api/use-cases/challenges/find-challenges.ts";
import { readyOf } from "#api/use-cases/challenges/follow-challenges.ts";
import { type Turn, turnOf } from "#api/use-cases/challenges/progress.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { readStepsWithNotes, type StepRow } from "#api/use-cases/steps.ts";

type Found<Row> = Promise<Map<string, Row>>;

/** How far everybody is in the present turn; of a challenge that is over, in its last. */
export type Standing = Turn & { quarters: Quarters };

/** For the house whose challenge it is and the operator, from when it started; one pass over the turn's days each. */
export async function findStanding(deps: Deps, actor: Actor, ids: readonly string[]): Found<Standing> {
  const own = (await ownChallenges(deps, actor, ids)).filter(({ startedAt }) => startedAt !== null);
  const { timeZone } = await findProgramme(deps);
  const today = localDate(deps.clock.now(), timeZone);
  const found = new Map<string, Standing>();
  for (const challenge of own) {
    const { definition, ...days } = readyOf(challenge, timeZone);
    const turn = turnOf(definition, today < days.last ? today : days.last, days);
    const crowd = {
      ...turn,
      partnerIds: definition.partnerIds,
      counted: definition.goal.kind,
      goal: goalOf(definition),
    };
    found.set(challenge.id, { ...turn, quarters: await countQuarters(deps.db, crowd) });
  }
  return found;
}

/** What waits for a second person of the house; for that house. */
export async function findChallengeRequests(deps: Deps, actor: Actor, ids: readonly string[]): Found<Approval> {
  const own = (await ownChallenges(deps, actor, ids)).filter(({ partnerId }) => partnerId === partnerOf(actor));
  const subjectId = { in: own.map(({ id }) => id) };
  const rows = await deps.db.approval.findMany({ where: { action: "reviewChallenge", subjectId, state: "WAITING" } });
  return new Map(rows.map((row) => [row.subjectId, row]));
}

/** How challenges came to where they stand, oldest first, with what the house said; for it and the operator. */
export async function findChallengeSteps(deps: Deps, actor: Actor, ids: readonly string[]): Found<StepRow[]> {
  const own = (await ownChallenges(deps, actor, ids)).map(({ id }) => id);
  return readStepsWithNotes(deps, actor, own);
}

async function ownChallenges(deps: Deps, actor: Actor, ids: readonly string[]) {
  if (actor.kind === "member") return [];
  const partnerId = partnerOf(actor);
  const seen = [...(await findChallenges(deps, actor, ids)).values()];
  return partnerId === null ? seen : seen.filter((one) => one.partnerId === partnerId);
}
