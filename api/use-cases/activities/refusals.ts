import { Refusal } from "#api/kernel/refusal.ts";

/** No such kind, or none that the caller records. */
export class ActivityKindNotFound extends Refusal {
  readonly code = "ACTIVITY_KIND_NOT_FOUND";
  readonly kind: string;
  constructor(kind: string) {
    super(`There is no kind of activity ${kind} that could be recorded here.`);
    this.kind = kind;
  }
}

export class ActivityKindTaken extends Refusal {
  readonly code = "ACTIVITY_KIND_TAKEN";
  readonly kind: string;
  constructor(kind: string) {
    super(`There is a kind of activity ${kind} already.`);
    this.kind = kind;
  }
}

/** A house has no more kinds than people read, retired ones counted. */
export class TooManyActivityKinds extends Refusal {
  readonly code = "TOO_MANY_ACTIVITY_KINDS";
  readonly most: number;
  constructor(most: number) {
    super(`A house has at most ${most} kinds of activities of its own, retired ones counted.`);
    this.most = most;
  }
}

/** The partner recorded an activity of this kind under this reference before. */
export class ActivityRecordedAlready extends Refusal {
  readonly code = "ACTIVITY_RECORDED_ALREADY";
  readonly activityId: string;
  constructor(activityId: string) {
    super(`It was recorded already, as ${activityId}.`);
    this.activityId = activityId;
  }
}

/** No such activity, or none this viewer may do that with. */
export class ActivityNotFound extends Refusal {
  readonly code = "ACTIVITY_NOT_FOUND";
  readonly activityId: string;
  constructor(activityId: string) {
    super(`There is no activity ${activityId}.`);
    this.activityId = activityId;
  }
}
