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

/** Why somebody may not come in. */
export const clubRefusals = {
  WRONG_CODE: "No open club has this code.",
  RULE: "The club is for members of certain tiers or segments.",
} as const;
export type ClubRefusal = keyof typeof clubRefusals;

export class ClubEntryRefused extends Refusal {
  readonly code = "CLUB_ENTRY_REFUSED";
  readonly because: ClubRefusal;
  constructor(because: ClubRefusal) {
    super(clubRefusals[because]);
    this.because = because;
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
