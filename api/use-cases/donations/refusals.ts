import { Refusal } from "#api/kernel/refusal.ts";

/** No such charity, or none that takes donations now. */
export class CharityNotFound extends Refusal {
  readonly code = "CHARITY_NOT_FOUND";
  readonly partnerId: string;
  constructor(partnerId: string) {
    super(`${partnerId} takes no donations.`);
    this.partnerId = partnerId;
  }
}
