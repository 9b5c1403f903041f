import type { Permission } from "#api/use-cases/can.ts";

/** Everything that can wait for somebody of the operator, and what one must be allowed to do about it. */
export const workKinds = {
  BREAKS: { needs: "recon:work", says: "Compared things that do not agree." },
  SUGGESTIONS: { needs: "recon:work", says: "Matches that wait for a yes or no." },
  PARTNER_BREAKS: { needs: "partnerFile:resolve", says: "Rows of partners' files that do not agree." },
  DISPUTES_TO_PROPOSE: { needs: "dispute:proposeDecision", says: "Disputes that wait for a decision to be proposed." },
  APPROVALS: { needs: "approval:decide", says: "Deeds of others that the viewer may agree to." },
  LIMIT_ALARMS: { needs: "partner:blockIssuing", says: "Partners whose exposure is near its limit." },
  LIMIT_OVERRIDES: { needs: "limit:revokeOverride", says: "Limits lifted for a while." },
  VELOCITY_CASES: {
    needs: "velocity:work",
    says: "Members, tills, outlets and partners that went over a rule's limit.",
  },
  OBLIGATIONS_OVERDUE: { needs: "default:read", says: "Money that was due and did not come." },
  CYCLES_IN_REVIEW: { needs: "cycle:approve", says: "Cycles to approve." },
  STATEMENTS_UNCONFIRMED: {
    needs: "cycle:approve",
    says: "Statements in review that their partner has not confirmed.",
  },
  PAYMENTS_TO_SUBMIT: { needs: "payment:submit", says: "Pay-outs to lay before finance." },
  PAYMENTS_TO_APPROVE: { needs: "payment:approve", says: "Pay-outs to approve." },
  PAYMENTS_TO_EXPORT: { needs: "payment:export", says: "Pay-outs to send to the bank." },
  CLAIMS_OVERDUE: {
    needs: "claim:decide",
    says: "Claims for missing receipts that the partner did not answer in time.",
  },
  DELETIONS_ASKED: { needs: "deletion:work", says: "Members who ask to be deleted." },
  EXPORTS_FAILED: { needs: "export:request", says: "The viewer's files that could not be made." },
  JOBS_FAILED: { needs: "audit:verify", says: "Jobs that gave up." },
  BOOKS_BROKEN: { needs: "ledger:read", says: "Rules of the books that did not hold when last proved." },
} as const satisfies Record<string, { needs: Permission; says: string }>;

export type WorkKind = keyof typeof workKinds;
