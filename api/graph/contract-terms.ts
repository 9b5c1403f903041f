import { builder, type GraphTypes } from "#api/graph/builder.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import type { Contract as ContractRow } from "#api/sql/rows.ts";
import { type Terms, warningsOf } from "#api/use-cases/partners/contract-terms.ts";
import { findContracts, findContractsOf } from "#api/use-cases/partners/find-contracts.ts";

export const contracts = byId(findContracts);
export const contractsOf = byId(findContractsOf);

export const FundingModel = builder.enumType("FundingModel", {
  description: "When the issuer of points pays for them.",
  values: {
    ON_BURN: { description: "When they are spent: it owes for what members redeem." },
    ON_ISSUE: { description: "When they become spendable: the operator holds a fund for them." },
    SPLIT: { description: "A part of their price when they become spendable, the rest when they are spent." },
    PREPAID: { description: "Before it issues them, in packs." },
  } as const,
});

export const OnUsPolicy = builder.enumType("OnUsPolicy", {
  description: "How a redemption of a partner's own points is priced at that partner.",
  values: {
    FULL: { description: "Like any other redemption, with the operator's margin." },
    MARGIN_FREE: { description: "At the issue rate: nothing is owed either way." },
  } as const,
});

export const ContractWarning = builder.enumType("ContractWarning", {
  description: "Terms that may be signed and deserve a second look.",
  values: {
    REDEEM_RATE_ABOVE_ISSUE_RATE: { description: "Each point spent where it was earned costs the operator money." },
    ISSUES_FOR_NOTHING: { description: "The issue rate is zero: nobody pays for these points." },
    NO_EXPOSURE_LIMIT: { description: "The partner may come to owe any amount." },
  } as const,
});

type TermFields = PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, Terms>;

/** What a contract says; a proposal says it too. */
const termFields = (t: TermFields) => ({
  funding: t.expose("funding", { type: FundingModel, description: "When the partner pays for points it issues." }),
  fundedShareBps: t.exposeInt("fundedShareBps", {
    nullable: true,
    description: "SPLIT: the part of the price paid when points become spendable, in basis points. Else null.",
  }),
  prepaidAlertPoints: t.expose("prepaidAlertPoints", {
    type: "Points",
    nullable: true,
    description: "PREPAID: when no more than this is left, somebody is told to buy more. Else null.",
  }),
  prepaidStopPoints: t.expose("prepaidStopPoints", {
    type: "Points",
    nullable: true,
    description: "PREPAID: issuing stops before less than this is left. Else null.",
  }),
  issueRate: t.expose("issueRateE6", { type: Money, description: "What it pays per point it issued." }),
  redeemRate: t.expose("redeemRateE6", { type: Money, description: "What it is paid per point spent there." }),
  onUsPolicy: t.expose("onUsPolicy", { type: OnUsPolicy, description: "How its own points are priced there." }),
  earnBps: t.exposeInt("earnBps", { description: "Base earn: basis points of the amount paid in money." }),
  pendingDays: t.exposeInt("pendingDays", { description: "Days between earning and being spendable; 0: at once." }),
  redeemShareMaxBps: t.exposeInt("redeemShareMaxBps", {
    description: "The most of a receipt that points may pay, in basis points.",
  }),
  breakageOperatorBps: t.exposeInt("breakageOperatorBps", {
    nullable: true,
    description: "The operator's share of lapsed points, in basis points. Null: the programme's.",
  }),
  feePerCycle: t.expose("feePerCycleE6", { type: Money, description: "What the operator charges for each cycle." }),
  feePerReceipt: t.expose("feePerReceiptE6", {
    type: Money,
    description: "What it charges for each receipt on which points were earned or spent.",
  }),
  feeBps: t.exposeInt("feeBps", {
    description: "What it charges of the money that points and redemptions moved, in basis points.",
  }),
  collateralRequired: t.expose("collateralRequiredE6", {
    type: Money,
    nullable: true,
    description: "What the partner must have put up. Null: nothing is asked.",
  }),
  exposureLimit: t.expose("exposureLimitE6", {
    type: Money,
    nullable: true,
    description: "The most the partner may come to owe before it cannot issue. Null: no limit.",
  }),
  exposureAlarmBps: t.exposeInt("exposureAlarmBps", {
    description: "The share of the limit at which somebody is told, in basis points.",
  }),
  takesForeignReturns: t.exposeBoolean("takesForeignReturns", {
    description: "May goods bought elsewhere be returned here?",
  }),
  namesCounterparties: t.exposeBoolean("namesCounterparties", {
    description: "Is the partner told by name with whom it cleared? If not, the others stand in one sum.",
  }),
  warnings: t.field({
    type: [ContractWarning],
    description: "What deserves a second look. Bounded by the kinds of warnings.",
    resolve: warningsOf,
  }),
});

export const ContractTerms = builder.objectRef<Terms>("ContractTerms").implement({
  description: "What a contract says, without when.",
  fields: termFields,
});

export const Contract = builder.objectRef<ContractRow>("Contract");
builder.node(Contract, {
  description: "A partner's terms for a stretch of time. Never edited: a change is a new version.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => contracts.findMany(context, ids),
  fields: (t) => ({
    version: t.exposeInt("version", { description: "Counts the partner's contracts from 1." }),
    validFrom: t.expose("validFrom", { type: "DateTime", description: "First instant in force." }),
    validUntil: t.expose("validUntil", {
      type: "DateTime",
      nullable: true,
      description: "First instant no longer in force. Null while no later version is signed and no notice is given.",
    }),
    ...termFields(t as unknown as TermFields),
    signedAt: t.expose("createdAt", { type: "DateTime", description: "When this version was written." }),
  }),
});
