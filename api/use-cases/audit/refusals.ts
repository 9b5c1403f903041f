import { Refusal } from "#api/kernel/refusal.ts";

/** Proving reads the whole ledger: one at a time. */
export class ProofRunning extends Refusal {
  readonly code = "PROOF_RUNNING";
  constructor() {
    super("The books are being proved at this moment; look at what is found.");
  }
}
