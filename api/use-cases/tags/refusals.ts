import { Refusal } from "#api/kernel/refusal.ts";

/** A house gives one member no more tags than people read. */
export class TooManyTags extends Refusal {
  readonly code = "TOO_MANY_TAGS";
  readonly most: number;
  constructor(most: number) {
    super(`A member bears at most ${most} tags of one house.`);
    this.most = most;
  }
}
