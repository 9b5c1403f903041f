import type { Actor } from "#api/kernel/actor.ts";
import type { Approval } from "#api/sql/rows.ts";
import { bankAccountApproved, bankAccountRefused } from "#api/use-cases/banking/decide-bank-account.ts";
import { campaignAgreed, campaignRejected } from "#api/use-cases/campaigns/review-campaign.ts";
import type { Permission } from "#api/use-cases/can.ts";
import { challengeAgreed, challengeRejected } from "#api/use-cases/challenges/review-challenge.ts";
import { closeApprovedCycle } from "#api/use-cases/cycles/close-cycle.ts";
import { correctApprovedCycle } from "#api/use-cases/cycles/correct-cycle.ts";
import { reopenApprovedCycle } from "#api/use-cases/cycles/reopen-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { decisionApproved } from "#api/use-cases/disputes/propose-decision.ts";
import { drawAgreed, drawRejected } from "#api/use-cases/draws/review-draw.ts";
import { drawApproved } from "#api/use-cases/draws/run-draw.ts";
import { journeyAgreed, journeyRejected } from "#api/use-cases/journeys/review-journey.ts";
import { correctionApproved } from "#api/use-cases/partner-files/correct-item.ts";
import { signProposed } from "#api/use-cases/partners/propose-contract.ts";
import { releaseApproved } from "#api/use-cases/partners/release-secured.ts";
import { planApproved } from "#api/use-cases/plans/propose-plan.ts";
import { takeApprovedPoints } from "#api/use-cases/points/adjust-points.ts";
import { changeApprovedRules } from "#api/use-cases/programme/change-rules.ts";
import {
  debitExplained,
  differenceWrittenOff,
  receiptsMatched,
} from "#api/use-cases/reconciliation/resolve-approved.ts";
import { referralTermsApproved } from "#api/use-cases/referral/terms.ts";
import { lotsRuleApproved } from "#api/use-cases/risk/apply-lots-rule.ts";
import { defaultApproved } from "#api/use-cases/risk/declare-default.ts";
import { overrideApproved } from "#api/use-cases/risk/override-limit.ts";
import { reinstateApproved } from "#api/use-cases/risk/reinstate-partner.ts";
import { spendPolicyApproved } from "#api/use-cases/spending/policy.ts";
import { setApprovedTaxRule } from "#api/use-cases/tax/set-tax-rule.ts";
import { tierLadderApproved } from "#api/use-cases/tiers/propose-ladder.ts";
import { velocityRuleApproved } from "#api/use-cases/velocity/propose-rule.ts";

/** A deed that needs two people. */
export type ApprovalAction = {
  /** What the second person must be allowed to do. The first was asked by the use case that made the request. */
  decide: Permission;
  /**
   * Does it. The approval's id is the deed's idempotency key, so that running twice is harmless: after a crash the
   * decision stands and the decider repeats it.
   */
  run(deps: Deps, actor: Actor, approval: Approval): Promise<unknown>;
  /** What follows a no, where something waits for the answer. Running twice is harmless too. */
  refuse?(deps: Deps, actor: Actor, approval: Approval): Promise<unknown>;
  /** A no without a note helps nobody on. */
  saysWhyNot?: true;
};

export type ApprovalActions = Readonly<Record<string, ApprovalAction>>;

/** By the use case's name: what runs when a request is approved. */
export const approvalActions: ApprovalActions = {
  closeCycle: { decide: "cycle:approve", run: closeApprovedCycle },
  reopenCycle: { decide: "cycle:approve", run: reopenApprovedCycle },
  correctCycle: { decide: "cycle:approve", run: correctApprovedCycle },
  setTaxRule: { decide: "taxRule:approve", run: setApprovedTaxRule },
  changeProgrammeRules: { decide: "programme:approveChange", run: changeApprovedRules },
  declareDefault: { decide: "default:approve", run: defaultApproved },
  proposeVelocityRule: { decide: "velocity:approve", run: velocityRuleApproved },
  overrideLimit: { decide: "limit:approveOverride", run: overrideApproved },
  applyLotsRule: { decide: "lotsRule:approve", run: lotsRuleApproved },
  reinstatePartner: { decide: "partner:approveReinstatement", run: reinstateApproved },
  releaseSecured: { decide: "exit:approveRelease", run: releaseApproved },
  proposeContract: { decide: "contract:approve", run: signProposed },
  decideDispute: { decide: "dispute:decide", run: decisionApproved },
  correctPartnerFileItem: { decide: "partnerFile:approve", run: correctionApproved },
  proposeBankAccount: { decide: "bankAccount:approve", run: bankAccountApproved, refuse: bankAccountRefused },
  matchReceipts: { decide: "recon:approve", run: receiptsMatched },
  explainDebit: { decide: "recon:approve", run: debitExplained },
  writeOffDifference: { decide: "recon:approve", run: differenceWrittenOff },
  proposeSpendPolicy: { decide: "spendPolicy:approve", run: spendPolicyApproved },
  proposeReferralTerms: { decide: "referralTerms:approve", run: referralTermsApproved },
  adjustPoints: { decide: "points:approve", run: takeApprovedPoints },
  reviewChallenge: { decide: "challenge:approve", run: challengeAgreed, refuse: challengeRejected, saysWhyNot: true },
  reviewDraw: { decide: "draw:approve", run: drawAgreed, refuse: drawRejected, saysWhyNot: true },
  drawWinners: { decide: "draw:approve", run: drawApproved },
  reviewJourney: { decide: "journey:approve", run: journeyAgreed, refuse: journeyRejected, saysWhyNot: true },
  proposeTierLadder: { decide: "tier:approve", run: tierLadderApproved },
  proposePlan: { decide: "plan:approve", run: planApproved },
  reviewCampaign: { decide: "campaign:approve", run: campaignAgreed, refuse: campaignRejected, saysWhyNot: true },
};
