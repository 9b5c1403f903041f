import { Refusal } from "#api/kernel/refusal.ts";

/** No such segment, or none this viewer may see: they are told in the same words. */
export class SegmentNotFound extends Refusal {
  readonly code = "SEGMENT_NOT_FOUND";
  readonly segmentId: string;
  constructor(segmentId: string) {
    super(`There is no segment ${segmentId}.`);
    this.segmentId = segmentId;
  }
}

/** A segment of the house has the code, or once had it: rules of campaigns go on meaning that one. */
export class SegmentCodeTaken extends Refusal {
  readonly code = "SEGMENT_CODE_TAKEN";
  readonly taken: string;
  constructor(taken: string) {
    super(`The code ${taken} is taken by a segment, or was by one that is retired.`);
    this.taken = taken;
  }
}

/** What is wrong with an expression or with a form's answer; line and column count from 1. */
export type SegmentProblem = {
  /** "expression", or the name of the form's field. */
  path: string;
  line: number | null;
  column: number | null;
  code: string;
  message: string;
};

export class SegmentInvalid extends Refusal {
  readonly code = "SEGMENT_INVALID";
  readonly problems: readonly SegmentProblem[];
  constructor(problems: readonly SegmentProblem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join(" "));
    this.problems = problems;
  }
}
