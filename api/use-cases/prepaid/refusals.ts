import { Refusal } from "#api/kernel/refusal.ts";

export class ContractNotPrepaid extends Refusal {
  readonly code = "CONTRACT_NOT_PREPAID";
  readonly partnerId: string;
  constructor(partnerId: string) {
    super("The partner's contract in force does not say that it buys points in advance; propose one that does.");
    this.partnerId = partnerId;
  }
}
