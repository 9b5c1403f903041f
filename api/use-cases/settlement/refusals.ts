import { Refusal } from "#api/kernel/refusal.ts";

/** No such obligation, or none this viewer may see: the two are told in the same words. */
export class ObligationNotFound extends Refusal {
  readonly code = "OBLIGATION_NOT_FOUND";
  readonly obligationId: string;
  constructor(obligationId: string) {
    super(`There is no obligation ${obligationId}.`);
    this.obligationId = obligationId;
  }
}
