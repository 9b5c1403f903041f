import { Approval } from "#api/graph/approval.ts";
import type { builder } from "#api/graph/builder.ts";
import { Contract, ContractWarning, FundingModel, OnUsPolicy } from "#api/graph/contract-terms.ts";
import { moneyE6, optionalMoneyE6 } from "#api/graph/money.ts";
import { keyedMutation } from "#api/graph/mutation.ts";
import { CycleNotFound } from "#api/use-cases/cycles/refusals.ts";
import type { TermsInput } from "#api/use-cases/partners/contract-terms.ts";
import { proposeContract } from "#api/use-cases/partners/propose-contract.ts";
import {
  ContractStartsTooEarly,
  CurrencyUnsupported,
  InvalidValue,
  PartnerIsLeaving,
  PartnerNotFound,
  ProposalRequired,
} from "#api/use-cases/partners/refusals.ts";
import { signContract } from "#api/use-cases/partners/sign-contract.ts";

type InputBuilder = Parameters<Parameters<typeof builder.inputType>[1]["fields"]>[0];

const termInputs = (t: InputBuilder) => ({
  partnerId: t.id({ required: true, description: "Whose terms." }),
  currencyCode: t.field({
    type: "CurrencyCode",
    description: "The currency of the amounts: the programme's, also when absent. Any other is refused.",
  }),
  funding: t.field({ type: FundingModel, required: true, description: "When it pays for points it issues." }),
  fundedShareBps: t.int({
    description: "SPLIT, and only there: the part of the price paid when points become spendable, 1 to 9999.",
  }),
  prepaidAlertPoints: t.field({
    type: "Points",
    description: "PREPAID, and only there: when no more than this is left, somebody is told.",
  }),
  prepaidStopPoints: t.field({
    type: "Points",
    description: "PREPAID, and only there: issuing stops before less than this is left; at most the alert.",
  }),
  issueRate: t.field({ type: "Decimal", required: true, description: "What it pays per point it issued." }),
  redeemRate: t.field({ type: "Decimal", required: true, description: "What it is paid per point spent there." }),
  onUsPolicy: t.field({ type: OnUsPolicy, description: "How its own points are priced there; FULL when absent." }),
  earnBps: t.int({ required: true, description: "Base earn: basis points of the amount paid in money." }),
  pendingDays: t.int({ description: "Days between earning and being spendable; at once when absent." }),
  redeemShareMaxBps: t.int({ description: "The most of a receipt that points may pay; all of it when absent." }),
  breakageOperatorBps: t.int({ description: "The operator's share of lapsed points; the programme's when absent." }),
  feePerCycle: t.field({ type: "Decimal", description: "What the operator charges for each cycle; none when absent." }),
  feePerReceipt: t.field({
    type: "Decimal",
    description: "What it charges for each receipt on which points were earned or spent; none when absent.",
  }),
  feeBps: t.int({
    description: "What it charges of the money that points and redemptions moved, in basis points; none when absent.",
  }),
  collateralRequired: t.field({ type: "Decimal", description: "What it must have put up; nothing when absent." }),
  exposureLimit: t.field({ type: "Decimal", description: "The most it may come to owe; no limit when absent." }),
  exposureAlarmBps: t.int({ description: "The share of the limit at which somebody is told; 8000 when absent." }),
  takesForeignReturns: t.boolean({ description: "May goods bought elsewhere be returned there? No when absent." }),
  namesCounterparties: t.boolean({
    description: "Is the partner told by name with whom it cleared? No when absent.",
  }),
  validFrom: t.field({ type: "DateTime", description: "First instant in force; now when absent." }),
});

type Decimals = {
  issueRate: string;
  redeemRate: string;
  feePerCycle?: string | null | undefined;
  feePerReceipt?: string | null | undefined;
  collateralRequired?: string | null | undefined;
  exposureLimit?: string | null | undefined;
};

/** The same terms with amounts in millionths. */
function withAmounts<Input extends Decimals>({
  issueRate,
  redeemRate,
  feePerCycle,
  feePerReceipt,
  collateralRequired,
  exposureLimit,
  ...terms
}: Input): Omit<Input, keyof Decimals> & Pick<TermsInput, "issueRateE6" | "redeemRateE6"> {
  return {
    ...terms,
    issueRateE6: moneyE6(issueRate),
    redeemRateE6: moneyE6(redeemRate),
    feePerCycleE6: optionalMoneyE6(feePerCycle),
    feePerReceiptE6: optionalMoneyE6(feePerReceipt),
    collateralRequiredE6: optionalMoneyE6(collateralRequired),
    exposureLimitE6: optionalMoneyE6(exposureLimit),
  };
}

const refused = [PartnerNotFound, InvalidValue, CurrencyUnsupported, ContractStartsTooEarly, PartnerIsLeaving] as const;

keyedMutation("signContract", {
  description: "Signs a newcomer's first terms. Later ones are proposed, and approved by somebody else.",
  input: termInputs,
  refusals: [...refused, ProposalRequired],
  resolve: (input, { deps, actor }) => signContract(deps, actor, withAmounts(input)),
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

keyedMutation("proposeContract", {
  description:
    "Lays new terms before a second person. From an instant on they take the place of those in force, whose points keep " +
    "the price they were issued at.",
  input: (t) => ({
    ...termInputs(t),
    whatIfCycleId: t.id({ description: "A closed cycle that the approver should see replayed under these terms." }),
    reason: t.string({ required: true, description: "Why; the approver reads it." }),
  }),
  refusals: [...refused, CycleNotFound],
  resolve: async (input, { deps, actor }) => ({ approval: await proposeContract(deps, actor, withAmounts(input)) }),
  success: {
    description: "It waits for a second person.",
    fields: (t) => ({ approval: t.expose("approval", { type: Approval, description: "With the proposal in it." }) }),
  },
});
