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

/** What a suspended or failed partner is owed stays held until its status changes. */
export class PartnerMayNotBePaid extends Refusal {
  readonly code = "PARTNER_MAY_NOT_BE_PAID";
  readonly partnerId: string;
  readonly status: string;
  constructor(partnerId: string, status: string) {
    super(`The partner is ${status.toLowerCase().replaceAll("_", " ")}; what it is owed stays held.`);
    this.partnerId = partnerId;
    this.status = status;
  }
}
