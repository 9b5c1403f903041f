import { Refusal } from "#api/kernel/refusal.ts";

/** No such club, or none this viewer may see or do that with: they are told in the same words. */
export class ClubNotFound extends Refusal {
  readonly code = "CLUB_NOT_FOUND";
  readonly clubId: string;
  constructor(clubId: string) {
    super(`There is no club ${clubId}.`);
    this.clubId = clubId;
  }
}

/** No open club is entered by this code. */
export class ClubCodeUnknown extends Refusal {
  readonly code = "CLUB_CODE_UNKNOWN";
  constructor() {
    super("No open club has this code.");
  }
}

/** Somebody tried more codes that no club has than anybody mistypes; the next ones are not looked at for a while. */
export class TooManyClubCodes extends Refusal {
  readonly code = "TOO_MANY_CLUB_CODES";
  readonly retryAt: Date;
  constructor(retryAt: Date) {
    super(`Too many codes that no club has were tried; try the next one after ${retryAt.toISOString()}.`);
    this.retryAt = retryAt;
  }
}

/** Another club has the code already. */
export class ClubCodeTaken extends Refusal {
  readonly code = "CLUB_CODE_TAKEN";
  readonly field: string;
  constructor(field: "code" | "entryCode") {
    super("Another club has this code already; take another.");
    this.field = field;
  }
}
