import { Refusal } from "#api/kernel/refusal.ts";

export class ApprovalNotFound extends Refusal {
  readonly code = "APPROVAL_NOT_FOUND";
  readonly approvalId: string;
  constructor(approvalId: string) {
    super(`There is no approval ${approvalId}.`);
    this.approvalId = approvalId;
  }
}

/** Somebody decided otherwise before. */
export class ApprovalDecided extends Refusal {
  readonly code = "APPROVAL_DECIDED";
  readonly state: string;
  constructor(state: string) {
    super(`The approval was already ${state.toLowerCase()}.`);
    this.state = state;
  }
}
