import { Contract, ContractWarning, FundingModel, OnUsPolicy } from "#api/graph/contract-terms.ts";
import { moneyE6, optionalMoneyE6 } from "#api/graph/money.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { Partner } from "#api/graph/partner.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { activatePartner } from "#api/use-cases/partners/activate-partner.ts";
import { blockIssuing } from "#api/use-cases/partners/block-issuing.ts";
import { createPartner } from "#api/use-cases/partners/create-partner.ts";
import {
  CodeTaken,
  ContractMissing,
  ContractStartsTooEarly,
  InvalidValue,
  PartnerNotFound,
} from "#api/use-cases/partners/refusals.ts";
import { resumePartner } from "#api/use-cases/partners/resume-partner.ts";
import { signContract } from "#api/use-cases/partners/sign-contract.ts";
import { suspendPartner } from "#api/use-cases/partners/suspend-partner.ts";

keyedMutation("createPartner", {
  description: "Takes a merchant into the coalition; it trades once it has a contract and is activated.",
  input: (t) => ({
    code: t.string({ required: true, description: "A short name, unique in the coalition." }),
    name: t.string({ required: true, description: "As members will know it." }),
    category: t.string({ required: true, description: "What it trades in: grocer, fuel, pharmacy." }),
    mayIssue: t.boolean({ description: "Can members earn there? Yes when absent." }),
    mayRedeem: t.boolean({ description: "Can members spend there? Yes when absent." }),
  }),
  refusals: [CodeTaken, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ partner: await createPartner(deps, actor, input) }),
  success: {
    description: "The partner is onboarding.",
    fields: (t) => ({ partner: t.expose("partner", { type: Partner, description: "As it is now." }) }),
  },
});

mutation("activatePartner", {
  description: "Lets an onboarded partner trade, once it has terms.",
  input: (t) => ({ partnerId: t.id({ required: true, description: "Whom." }) }),
  refusals: [PartnerNotFound, TransitionRefused, ContractMissing],
  resolve: async (input, { deps, actor }) => ({ partner: await activatePartner(deps, actor, input) }),
  success: {
    description: "The partner trades.",
    fields: (t) => ({ partner: t.expose("partner", { type: Partner, description: "As it is now." }) }),
  },
});

mutation("suspendPartner", {
  description:
    "Stops the partner's tills: nothing is issued or redeemed there until it is resumed. Returns still come in.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Whom." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [PartnerNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ partner: await suspendPartner(deps, actor, input) }),
  success: {
    description: "The partner is suspended.",
    fields: (t) => ({ partner: t.expose("partner", { type: Partner, description: "As it is now." }) }),
  },
});

mutation("resumePartner", {
  description: "Lets a suspended or issue-blocked partner trade again.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Whom." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [PartnerNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ partner: await resumePartner(deps, actor, input) }),
  success: {
    description: "The partner trades again.",
    fields: (t) => ({ partner: t.expose("partner", { type: Partner, description: "As it is now." }) }),
  },
});

mutation("blockIssuing", {
  description: "Stops the partner from issuing points; members can still spend theirs there.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Whom." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [PartnerNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ partner: await blockIssuing(deps, actor, input) }),
  success: {
    description: "The partner issues no points.",
    fields: (t) => ({ partner: t.expose("partner", { type: Partner, description: "As it is now." }) }),
  },
});

keyedMutation("signContract", {
  description: "Puts new terms in force from an instant on; the terms before them end there.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Whose terms." }),
    validFrom: t.field({ type: "DateTime", description: "First instant in force; now when absent." }),
    funding: t.field({ type: FundingModel, required: true, description: "When it pays for points it issues." }),
    issueRate: t.field({ type: "Decimal", required: true, description: "What it pays per point it issued." }),
    redeemRate: t.field({ type: "Decimal", required: true, description: "What it is paid per point spent there." }),
    onUsPolicy: t.field({ type: OnUsPolicy, description: "How its own points are priced there; FULL when absent." }),
    earnBps: t.int({ required: true, description: "Base earn: basis points of the amount paid in money." }),
    pendingDays: t.int({ description: "Days between earning and being spendable; at once when absent." }),
    redeemShareMaxBps: t.int({ description: "The most of a receipt that points may pay; all of it when absent." }),
    breakageOperatorBps: t.int({ description: "The operator's share of lapsed points; the programme's when absent." }),
    feePerCycle: t.field({
      type: "Decimal",
      description: "What the operator charges for each cycle; none when absent.",
    }),
    exposureLimit: t.field({ type: "Decimal", description: "The most it may come to owe; no limit when absent." }),
    takesForeignReturns: t.boolean({ description: "May goods bought elsewhere be returned there? No when absent." }),
  }),
  refusals: [PartnerNotFound, InvalidValue, ContractStartsTooEarly],
  resolve: ({ issueRate, redeemRate, feePerCycle, exposureLimit, ...terms }, { deps, actor }) =>
    signContract(deps, actor, {
      ...terms,
      issueRateE6: moneyE6(issueRate),
      redeemRateE6: moneyE6(redeemRate),
      feePerCycleE6: optionalMoneyE6(feePerCycle),
      exposureLimitE6: optionalMoneyE6(exposureLimit),
    }),
  success: {
    description: "The terms are signed.",
    fields: (t) => ({
      contract: t.expose("contract", { type: Contract, description: "The new version." }),
      warnings: t.expose("warnings", {
        type: [ContractWarning],
        description: "What deserves a second look. Bounded by the kinds of warnings.",
      }),
    }),
  },
});
