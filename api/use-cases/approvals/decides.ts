import type { Permission } from "#api/use-cases/can.ts";

/**
 * What the second person of each deed must be allowed to do. It stands apart from what runs, so that whoever asks for a
 * second person can tell those who may be one.
 */
export const decides: Readonly<Record<string, Permission>> = {
  closeCycle: "cycle:approve",
  reopenCycle: "cycle:approve",
  correctCycle: "cycle:approve",
  setTaxRule: "taxRule:approve",
  changeProgrammeRules: "programme:approveChange",
  declareDefault: "default:approve",
  overrideLimit: "limit:approveOverride",
  applyLotsRule: "lotsRule:approve",
  reinstatePartner: "partner:approveReinstatement",
  releaseSecured: "exit:approveRelease",
  proposeContract: "contract:approve",
  decideDispute: "dispute:decide",
  correctPartnerFileItem: "partnerFile:approve",
  proposeBankAccount: "bankAccount:approve",
  matchReceipts: "recon:approve",
  explainDebit: "recon:approve",
  writeOffDifference: "recon:approve",
  proposeSpendPolicy: "spendPolicy:approve",
  proposeReferralTerms: "referralTerms:approve",
  adjustPoints: "points:approve",
  proposeVelocityRule: "velocity:approve",
  reviewJourney: "journey:approve",
  proposeTierLadder: "tier:approve",
  proposePlan: "plan:approve",
  reviewCampaign: "campaign:approve",
  reviewDraw: "draw:approve",
  drawWinners: "draw:approve",
  reviewChallenge: "challenge:approve",
};
