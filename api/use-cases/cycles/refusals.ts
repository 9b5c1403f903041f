import { Refusal } from "#api/kernel/refusal.ts";

/** No such cycle, or none this viewer may see: the two are told in the same words. */
export class CycleNotFound extends Refusal {
  readonly code = "CYCLE_NOT_FOUND";
  readonly cycleId: string;
  constructor(cycleId: string) {
    super(`There is no cycle ${cycleId}.`);
    this.cycleId = cycleId;
  }
}

/** Cycles are netted and approved one after the other, or cover is lost. */
export class EarlierCycleUnfinished extends Refusal {
  readonly code = "EARLIER_CYCLE_UNFINISHED";
  /** The cycle that has to come first. */
  readonly earlierCycleId: string;
  constructor(earlier: { id: string; seq: number }) {
    super(`Cycle ${earlier.seq} comes first; finish it and try again.`);
    this.earlierCycleId = earlier.id;
  }
}

/** The same person may not do both halves of a deed that needs two. */
export class SecondPersonRequired extends Refusal {
  readonly code = "SECOND_PERSON_REQUIRED";
  readonly deed: string;
  constructor(deed: string) {
    super(`You did the first half; somebody else has to ${deed}.`);
    this.deed = deed;
  }
}

export class BooksBroken extends Refusal {
  readonly code = "BOOKS_BROKEN";
  /** The rules that do not hold, as `npm run verify` names them. */
  readonly rules: readonly string[];
  constructor(rules: readonly string[]) {
    super(`The books break ${rules.join(", ")}; nothing is settled on them until they are right.`);
    this.rules = rules;
  }
}
