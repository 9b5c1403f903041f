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

/** What a cycle carries into the next is settled there: it cannot change once the next is netted. */
export class LaterCycleNetted extends Refusal {
  readonly code = "LATER_CYCLE_NETTED";
  /** The cycle that has to be reopened first. */
  readonly laterCycleId: string;
  constructor(later: { id: string; seq: number }) {
    super(`Cycle ${later.seq} was netted on top of it; reopen that one first.`);
    this.laterCycleId = later.id;
  }
}

/** Partners have the programme's days to look at their statements, unless all of them have said yes before. */
export class ReviewNotOver extends Refusal {
  readonly code = "REVIEW_NOT_OVER";
  readonly reviewEndsAt: Date;
  /** How many statements nobody has confirmed yet. */
  readonly unconfirmedCount: number;
  constructor(reviewEndsAt: Date, unconfirmedCount: number) {
    super(`Partners may look until ${reviewEndsAt.toISOString()}; ${unconfirmedCount} have not confirmed yet.`);
    this.reviewEndsAt = reviewEndsAt;
    this.unconfirmedCount = unconfirmedCount;
  }
}

/** A request about the same cycle waits for a second person, and this deed would make it void. */
export class ApprovalAwaited extends Refusal {
  readonly code = "APPROVAL_AWAITED";
  readonly approvalId: string;
  constructor(approvalId: string) {
    super("A request about this cycle waits for a second person; decide it first.");
    this.approvalId = approvalId;
  }
}

/** No such statement, or none this viewer may see: the two are told in the same words. */
export class StatementNotFound extends Refusal {
  readonly code = "STATEMENT_NOT_FOUND";
  readonly statementId: string;
  constructor(statementId: string) {
    super(`There is no statement ${statementId}.`);
    this.statementId = statementId;
  }
}

/** A correction replaced it: there is nothing to say yes to any more. */
export class StatementSuperseded extends Refusal {
  readonly code = "STATEMENT_SUPERSEDED";
  readonly statementId: string;
  constructor(statementId: string) {
    super("A correction replaced this statement; look at the newer version.");
    this.statementId = statementId;
  }
}
