import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { ofRisk } from "#api/graph/default-refusals.ts";
import { mutation } from "#api/graph/mutation.ts";
import { ExceedsRedemption, InsufficientPoints } from "#api/ledger/refusals.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { ApprovalDecided, ApprovalNotFound } from "#api/use-cases/approvals/refusals.ts";
import { BankAccountNotFound } from "#api/use-cases/banking/refusals.ts";
import {
  BooksBroken,
  CycleNotFound,
  EarlierCycleUnfinished,
  LaterCycleNetted,
  SecondPersonRequired,
} from "#api/use-cases/cycles/refusals.ts";
import { DisputeNotFound, ExceedsDisputable, ExceedsDisputableMoney } from "#api/use-cases/disputes/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { ReconItemNotFound } from "#api/use-cases/partner-files/refusals.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { PaymentNotFound } from "#api/use-cases/payments/refusals.ts";
import { LotNotFound } from "#api/use-cases/points/refusals.ts";
import { RulesChangedMeanwhile } from "#api/use-cases/programme/refusals.ts";
import { AmountDoesNotFit, NothingToExplain, WriteOffTooLarge } from "#api/use-cases/reconciliation/refusals.ts";
import { ObligationNotFound } from "#api/use-cases/settlement/refusals.ts";

const ApprovalDecision = builder.enumType("ApprovalDecision", {
  description: "The second person's answer.",
  values: { APPROVE: { description: "Do it." }, REFUSE: { description: "Do not do it." } } as const,
});

/** What the deeds in `approvalActions` may refuse when their time comes. */
const ofTheDeeds = [
  AmountDoesNotFit,
  BankAccountNotFound,
  NothingToExplain,
  PaymentNotFound,
  WriteOffTooLarge,
  BooksBroken,
  CycleNotFound,
  DisputeNotFound,
  EarlierCycleUnfinished,
  ExceedsDisputable,
  ExceedsDisputableMoney,
  ExceedsRedemption,
  InsufficientPoints,
  InvalidValue,
  ...ofRisk,
  LaterCycleNetted,
  LotNotFound,
  ObligationNotFound,
  ReconItemNotFound,
  RulesChangedMeanwhile,
  TransitionRefused,
] as const;

mutation("decideApproval", {
  description:
    "The second person's yes or no. A yes does the deed at once; if that is refused, the request waits again.",
  input: (t) => ({
    approvalId: t.id({ required: true, description: "Which request." }),
    decision: t.field({ type: ApprovalDecision, required: true, description: "Yes or no." }),
    note: t.string({ description: "Why; kept with the approval." }),
  }),
  refusals: [ApprovalNotFound, ApprovalDecided, SecondPersonRequired, ...ofTheDeeds],
  resolve: async (input, { deps, actor }) => ({ approval: await decideApproval(deps, actor, input) }),
  success: {
    description: "It is decided.",
    fields: (t) => ({ approval: t.expose("approval", { type: Approval, description: "As it is now." }) }),
  },
});
