import { Refusal } from "#api/kernel/refusal.ts";

export class SameMember extends Refusal {
  readonly code = "SAME_MEMBER";
  readonly memberId: string;
  constructor(memberId: string) {
    super("Both sides are the same member; name another one.");
    this.memberId = memberId;
  }
}

/** More than anybody moves at once; beyond it the number is a mistake and its value would not fit the books. */
export const POINTS_MOVED_MAX = 1_000_000_000n;

export class InvalidPoints extends Refusal {
  readonly code = "INVALID_POINTS";
  readonly points: bigint;
  constructor(points: bigint) {
    super(`${points} points cannot be moved at once; name 1 to ${POINTS_MOVED_MAX}.`);
    this.points = points;
  }
}

export class LotNotFound extends Refusal {
  readonly code = "LOT_NOT_FOUND";
  readonly lotId: string;
  constructor(lotId: string) {
    super(`The member has no lot ${lotId}.`);
    this.lotId = lotId;
  }
}
