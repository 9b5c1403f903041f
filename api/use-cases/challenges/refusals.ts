import { Refusal } from "#api/kernel/refusal.ts";

/** No such challenge, or none this viewer may see or do that with: they are told in the same words. */
export class ChallengeNotFound extends Refusal {
  readonly code = "CHALLENGE_NOT_FOUND";
  readonly challengeId: string;
  constructor(challengeId: string) {
    super(`There is no challenge ${challengeId}.`);
    this.challengeId = challengeId;
  }
}
