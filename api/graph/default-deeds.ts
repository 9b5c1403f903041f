import { Approval } from "#api/graph/approval.ts";
import { moneyE6 } from "#api/graph/money.ts";
import { keyedMutation } from "#api/graph/mutation.ts";
import { Obligation } from "#api/graph/obligation.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { ReconItemNotFound } from "#api/use-cases/partner-files/refusals.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { ReceiptGoingBack } from "#api/use-cases/reconciliation/refusals.ts";
import { applyLotsRule } from "#api/use-cases/risk/apply-lots-rule.ts";
import { applyWaterfall } from "#api/use-cases/risk/apply-waterfall.ts";
import { declareDefault } from "#api/use-cases/risk/declare-default.ts";
import { recordRecovery } from "#api/use-cases/risk/record-recovery.ts";
import {
  DefaultNotRecovered,
  LotRunUnderWay,
  PartnerNotInDefault,
  RecoveryExceeds,
} from "#api/use-cases/risk/refusals.ts";
import { reinstatePartner } from "#api/use-cases/risk/reinstate-partner.ts";
import { ObligationNotFound } from "#api/use-cases/settlement/refusals.ts";

keyedMutation("declareDefault", {
  description:
    "Asks a second person for the word that an overdue partner will not pay. With it the partner issues nothing, and what " +
    "it is owed is held.",
  input: (t) => ({
    obligationId: t.id({ required: true, description: "Which obligation." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [ObligationNotFound, TransitionRefused],
  resolve: (input, { deps, actor }) => declareDefault(deps, actor, input),
  success: {
    description: "It waits for a second person.",
    fields: (t) => ({
      obligation: t.expose("obligation", { type: Obligation, description: "As it is now." }),
      approval: t.expose("approval", { type: Approval, description: "What a second person has to decide." }),
    }),
  },
});

keyedMutation("applyWaterfall", {
  description:
    "Covers an obligation in default: the partner's collateral, its loss pool, the operator's first loss, the others' pool.",
  input: (t) => ({ obligationId: t.id({ required: true, description: "Which obligation." }) }),
  refusals: [ObligationNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ obligation: await applyWaterfall(deps, actor, input) }),
  success: {
    description: "It is covered.",
    fields: (t) => ({ obligation: t.expose("obligation", { type: Obligation, description: "As it is now." }) }),
  },
});

keyedMutation("recordRecovery", {
  description:
    "Applies a defaulter's late money out of the receipts without an owner: to what nobody covered, or back to the layers " +
    "that did, the last first. In parts too.",
  input: (t) => ({
    obligationId: t.id({ required: true, description: "Which obligation." }),
    reconItemId: t.id({
      description:
        "The receipt on the reconciliation desk that it came in with. Absent: money that no open item holds.",
    }),
    amount: t.field({ type: "Decimal", required: true, description: "How much of the receipts; greater than zero." }),
  }),
  refusals: [ObligationNotFound, ReconItemNotFound, TransitionRefused, InvalidValue, RecoveryExceeds, ReceiptGoingBack],
  resolve: async ({ amount, ...input }, { deps, actor }) => ({
    obligation: await recordRecovery(deps, actor, { ...input, amountE6: moneyE6(amount) }),
  }),
  success: {
    description: "It is applied.",
    fields: (t) => ({
      obligation: t.expose("obligation", { type: Obligation, description: "Recovered when all of it is back." }),
    }),
  },
});

keyedMutation("applyLotsRule", {
  description: "Asks finance to let the programme's rule run over the unfunded lots of an issuer in default.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Whose lots." }),
    reason: t.string({ required: true, description: "Why; kept with the run." }),
  }),
  refusals: [PartnerNotFound, InvalidValue, PartnerNotInDefault, LotRunUnderWay],
  resolve: async (input, { deps, actor }) => ({ approval: await applyLotsRule(deps, actor, input) }),
  success: {
    description: "It waits for finance.",
    fields: (t) => ({ approval: t.expose("approval", { type: Approval, description: "What finance has to decide." }) }),
  },
});

keyedMutation("reinstatePartner", {
  description: "Asks finance to let a partner back in whose default is whole again.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Whom." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [PartnerNotFound, InvalidValue, PartnerNotInDefault, DefaultNotRecovered],
  resolve: async (input, { deps, actor }) => ({ approval: await reinstatePartner(deps, actor, input) }),
  success: {
    description: "It waits for finance.",
    fields: (t) => ({ approval: t.expose("approval", { type: Approval, description: "What finance has to decide." }) }),
  },
});
