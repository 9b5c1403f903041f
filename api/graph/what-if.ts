import { builder, type GraphTypes } from "#api/graph/builder.ts";
import { ContractProposal } from "#api/graph/contract-changes.ts";
import { FundingModel, OnUsPolicy } from "#api/graph/contract-terms.ts";
import { Cycle, cycles } from "#api/graph/cycle.ts";
import { Money, optionalMoneyE6 } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { StatementSection } from "#api/graph/statement-section.ts";
import { CycleNotFound } from "#api/use-cases/cycles/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import type { NewTerms } from "#api/use-cases/what-if/terms.ts";
import {
  type Compared,
  type WhatIfPartner as PartnerRow,
  type WhatIf as WhatIfRow,
  whatIf,
} from "#api/use-cases/what-if/what-if.ts";
import { whatIfProposed } from "#api/use-cases/what-if/what-if-proposed.ts";

type Fields = PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, Compared>;

const comparedFields = (t: Fields) => ({
  stored: t.expose("storedE6", { type: Money, description: "As it is." }),
  replayed: t.expose("replayedE6", { type: Money, description: "As it would be." }),
  difference: t.field({
    type: Money,
    description: "What it would be more, or, negative, less.",
    resolve: ({ storedE6, replayedE6 }) => replayedE6 - storedE6,
  }),
});

const WhatIfFigure = builder.objectRef<Compared>("WhatIfFigure").implement({
  description: "One of the operator's own figures; positive: it earns.",
  fields: comparedFields,
});

const WhatIfSection = builder
  .objectRef<Compared & Pick<PartnerRow["sections"][number], "section">>("WhatIfSection")
  .implement({
    description: "One section of a partner's statement; positive: the partner owes.",
    fields: (t) => ({
      section: t.expose("section", { type: StatementSection, description: "Which." }),
      ...comparedFields(t as unknown as Fields),
    }),
  });

const WhatIfPartner = builder.objectRef<PartnerRow>("WhatIfPartner").implement({
  description: "What other terms would have come to for one partner; positive: it owes.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Who.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    ...comparedFields(t as unknown as Fields),
    sections: t.expose("sections", {
      type: [WhatIfSection],
      description: "By section, in the order of a statement. Bounded by the sections.",
    }),
  }),
});

/** Terms change what people do; that is not replayed. */
const WhatIfLimit = builder.enumType("WhatIfLimit", {
  description: "What a replay leaves out, because terms change what people do.",
  values: {
    EARNING: { description: "How many points purchases give (earnBps): what was earned stays." },
    WAITING: { description: "How long points wait (pendingDays): what became available stays." },
    SHARES: { description: "How much of a receipt points may pay: what was spent stays." },
    LIMITS: { description: "Exposure limits, collateral and packs: nothing that was issued would have been refused." },
    DISPUTES: { description: "Disputes and corrections: what two people agreed on stays." },
    OPENING: { description: "Money that a change of the funding model moves once, for points that are already there." },
  } as const,
});

const leftOut = ["EARNING", "WAITING", "SHARES", "LIMITS", "DISPUTES", "OPENING"] as const;

export const WhatIf = builder.objectRef<WhatIfRow>("WhatIf").implement({
  description:
    "A closed cycle replayed as if the terms had been other ones for every point that was billed, spent or lapsed in it, " +
    "however old. Exact to the millionth.",
  fields: (t) => ({
    cycle: t.field({
      type: Cycle,
      description: "Which cycle.",
      resolve: ({ cycleId }, _args, context) => cycles.load(context, cycleId),
    }),
    partners: t.expose("partners", {
      type: [WhatIfPartner],
      description: "Every partner's difference, the largest first. Bounded by the partners.",
    }),
    margin: t.expose("margin", { type: WhatIfFigure, description: "The operator's margin." }),
    fees: t.expose("fees", { type: WhatIfFigure, description: "The operator's fees." }),
    breakage: t.expose("breakage", { type: WhatIfFigure, description: "The operator's share of lapsed points." }),
    fund: t.expose("fund", {
      type: WhatIfFigure,
      description: "Into the redemption funds and packs, which the operator holds and does not own.",
    }),
    leavesOut: t.field({
      type: [WhatIfLimit],
      description: "What is not replayed. Bounded by the kinds.",
      resolve: () => [...leftOut],
    }),
  }),
});

const WhatIfTermsInput = builder.inputType("WhatIfTermsInput", {
  description: "Other terms of one partner. What is left out stays as each point carries it.",
  fields: (t) => ({
    partnerId: t.id({ required: true, description: "Whose." }),
    funding: t.field({ type: FundingModel, description: "When it would have paid for its points." }),
    fundedShareBps: t.int({ description: "SPLIT: the part paid when points become available." }),
    issueRate: t.field({ type: "Decimal", description: "What it would have paid per point." }),
    redeemRate: t.field({ type: "Decimal", description: "What it would have been paid per point spent there." }),
    onUsPolicy: t.field({ type: OnUsPolicy, description: "How its own points would have been priced there." }),
    breakageOperatorBps: t.int({ description: "The operator's share of its lapsed points." }),
    feePerCycle: t.field({ type: "Decimal", description: "The fee of the cycle." }),
    feePerReceipt: t.field({ type: "Decimal", description: "The fee of each receipt." }),
    feeBps: t.int({ description: "The fee on what points and redemptions moved." }),
  }),
});

builder.queryField("whatIf", (t) =>
  t.field({
    type: WhatIf,
    description: "Replays a closed cycle under other terms, before anybody signs them. For the operator.",
    args: {
      cycleId: t.arg.id({ required: true, description: "Which cycle; it has to be netted." }),
      terms: t.arg({ type: [WhatIfTermsInput], required: true, description: "By partner; none: the cycle as it was." }),
    },
    errors: {
      types: [CycleNotFound, TransitionRefused, PartnerNotFound, InvalidValue] as unknown as (new () => unknown)[],
      union: { name: "WhatIfResult", description: "The replay, or the refusal that explains why there is none." },
    },
    resolve: (_root, { cycleId, terms }, { deps, actor }) =>
      whatIf(deps, actor, { cycleId, terms: terms.map((own) => ({ partnerId: own.partnerId, ...newTerms(own) })) }),
  }),
);

function newTerms(own: typeof WhatIfTermsInput.$inferInput): NewTerms {
  const { partnerId: _partner, issueRate, redeemRate, feePerCycle, feePerReceipt, ...rest } = own;
  const amounts = {
    issueRateE6: optionalMoneyE6(issueRate),
    redeemRateE6: optionalMoneyE6(redeemRate),
    feePerCycleE6: optionalMoneyE6(feePerCycle),
    feePerReceiptE6: optionalMoneyE6(feePerReceipt),
  };
  const given = Object.entries({ ...rest, ...amounts }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given);
}

builder.objectField(ContractProposal, "whatIf", (t) =>
  t.field({
    type: WhatIf,
    nullable: true,
    description: "The cycle that the proposer names, replayed under what would change. Null: none was named.",
    resolve: (proposal, _args, { deps, actor }) => whatIfProposed(deps, actor, proposal),
  }),
);
