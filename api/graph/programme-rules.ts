import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { Money, optionalMoneyE6 } from "#api/graph/money.ts";
import { keyedMutation } from "#api/graph/mutation.ts";
import { CycleCalendar, Programme } from "#api/graph/programme.ts";
import { refusal } from "#api/graph/refusals.ts";
import { CurrencyUnsupported, InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { changeProgrammeRules } from "#api/use-cases/programme/change-rules.ts";
import { readRules } from "#api/use-cases/programme/read-programme.ts";
import { RulesChangedMeanwhile } from "#api/use-cases/programme/refusals.ts";
import type { Rules } from "#api/use-cases/programme/rules.ts";

const DefaultLotsRule = builder.enumType("DefaultLotsRule", {
  description: "What becomes of the unfunded points of an issuer in default.",
  values: {
    HONOUR: { description: "They stay worth what they were; the others pay." },
    HAIRCUT: { description: "A part of them is taken." },
    BLOCK_LOTS: { description: "They cannot be spent any more." },
  } as const,
});

const POINTS_VALIDITY = "How long points live after they are earned, in months. Null where they do not expire.";
const TWO_ABOVE = "Pay-outs above this need two people of finance. Null: none does.";

/** Whole numbers, with what each says. */
const numbers = {
  graceDays: "Extra life of points that come back after their lot expired.",
  reservationSeconds: "How long a reservation holds when the till names no time.",
  breakageOperatorBps: "The operator's share of breakage, in basis points.",
  dueDays: "Days after approval when obligations fall due.",
  reviewDays: "Days partners have to look at a statement before finance may approve without everybody's yes.",
  paymentGraceDays: "Days after the due date before an unpaid obligation is overdue.",
  bankDetailsCoolingDays: "Days after a change of bank details in which no pay-out goes there.",
  matchWindowDays: "How many days around the due date a receipt may be matched by amount and account.",
  reconWindowDays: "Days in which the other side of a reconciliation item may still turn up.",
  disputeClaimDays: "Days to open a dispute after the redemption.",
  disputeAnswerDays: "Days to answer a dispute.",
  disputeEscalationDays: "Days to escalate the answer to a dispute.",
  disputeDecisionDays: "Business days to decide a dispute.",
  haircutBps: "What HAIRCUT takes of the points, in basis points.",
  expectedRedemptionBps: "The share of outstanding points that exposure expects to be redeemed, in basis points.",
  exitNoticeDays: "Days between a partner's notice and the end of its issuing.",
  exitRunOffDays: "Days after that until the partner's last points lapse.",
} as const;

const amounts = {
  operatorFirstLossE6: ["operatorFirstLoss", "What the operator loses first in a default."],
  writeOffMaxE6: ["writeOffMax", "The largest difference that two people may write off."],
  writeOffCycleMaxE6: ["writeOffCycleMax", "The most that may be written off in one cycle."],
} as const;

type NumberName = keyof typeof numbers;
type AmountName = keyof typeof amounts;
const numberNames = Object.keys(numbers) as NumberName[];
const amountNames = Object.keys(amounts) as AmountName[];

const ProgrammeRules = builder.objectRef<Rules>("ProgrammeRules").implement({
  description: "The rules of the coalition that two people may change while it runs.",
  fields: (t) => ({
    ...Object.fromEntries(
      numberNames.map((name) => [name, t.int({ description: numbers[name], resolve: (rules) => rules[name] })]),
    ),
    ...Object.fromEntries(
      amountNames.map((name) => [
        amounts[name][0],
        t.field({ type: Money, description: amounts[name][1], resolve: (rules) => rules[name] }),
      ]),
    ),
    pointsValidityMonths: t.exposeInt("pointsValidityMonths", { nullable: true, description: POINTS_VALIDITY }),
    payOutTwoAbove: t.field({
      type: Money,
      nullable: true,
      description: TWO_ABOVE,
      resolve: ({ payOutTwoAboveE6 }) => payOutTwoAboveE6,
    }),
    cycleCalendar: t.expose("cycleCalendar", { type: CycleCalendar, description: "How cut-offs follow each other." }),
    defaultLotsRule: t.expose("defaultLotsRule", {
      type: DefaultLotsRule,
      description: "What becomes of the unfunded points of an issuer in default.",
    }),
  }),
});

builder.objectField(Programme, "rules", (t) =>
  t.field({
    type: ProgrammeRules,
    nullable: true,
    description:
      "The rules that can change. Null for members, and for partners' people who have nothing to do with money.",
    resolve: (_programme, _args, { deps, actor }) => readRules(deps, actor),
  }),
);

const ProgrammeRulesInput = builder.inputType("ProgrammeRulesInput", {
  description: "Only what shall change; what is absent stays.",
  fields: (t) => ({
    pointsValidityMonths: t.int({ description: POINTS_VALIDITY }),
    graceDays: t.int({ description: numbers.graceDays }),
    reservationSeconds: t.int({ description: numbers.reservationSeconds }),
    breakageOperatorBps: t.int({ description: numbers.breakageOperatorBps }),
    dueDays: t.int({ description: numbers.dueDays }),
    reviewDays: t.int({ description: numbers.reviewDays }),
    paymentGraceDays: t.int({ description: numbers.paymentGraceDays }),
    bankDetailsCoolingDays: t.int({ description: numbers.bankDetailsCoolingDays }),
    matchWindowDays: t.int({ description: numbers.matchWindowDays }),
    reconWindowDays: t.int({ description: numbers.reconWindowDays }),
    disputeClaimDays: t.int({ description: numbers.disputeClaimDays }),
    disputeAnswerDays: t.int({ description: numbers.disputeAnswerDays }),
    disputeEscalationDays: t.int({ description: numbers.disputeEscalationDays }),
    disputeDecisionDays: t.int({ description: numbers.disputeDecisionDays }),
    haircutBps: t.int({ description: numbers.haircutBps }),
    expectedRedemptionBps: t.int({ description: numbers.expectedRedemptionBps }),
    exitNoticeDays: t.int({ description: numbers.exitNoticeDays }),
    exitRunOffDays: t.int({ description: numbers.exitRunOffDays }),
    operatorFirstLoss: t.field({ type: "Decimal", description: amounts.operatorFirstLossE6[1] }),
    payOutTwoAbove: t.field({ type: "Decimal", description: TWO_ABOVE }),
    writeOffMax: t.field({ type: "Decimal", description: amounts.writeOffMaxE6[1] }),
    writeOffCycleMax: t.field({ type: "Decimal", description: amounts.writeOffCycleMaxE6[1] }),
    cycleCalendar: t.field({ type: CycleCalendar, description: "How cut-offs follow each other, from the next on." }),
    defaultLotsRule: t.field({
      type: DefaultLotsRule,
      description: "What becomes of the unfunded points of an issuer in default.",
    }),
  }),
});

keyedMutation("changeProgrammeRules", {
  description: "Proposes other rules for the coalition; in force when a second person agrees.",
  input: (t) => ({
    rules: t.field({ type: ProgrammeRulesInput, required: true, description: "Only what shall change." }),
    currencyCode: t.field({
      type: "CurrencyCode",
      description: "The currency of the books. Another one is refused: several currencies are not supported.",
    }),
    reason: t.string({ required: true, description: "Why; kept with the request." }),
  }),
  refusals: [CurrencyUnsupported, InvalidValue],
  resolve: ({ rules, currencyCode, ...input }, { deps, actor }) => {
    const { operatorFirstLoss, payOutTwoAbove, writeOffMax, writeOffCycleMax, ...others } = rules;
    const money = { operatorFirstLoss, payOutTwoAbove, writeOffMax, writeOffCycleMax };
    const inE6 = Object.entries(money)
      .filter(([, amount]) => amount !== undefined)
      .map(([name, amount]) => [`${name}E6`, optionalMoneyE6(amount)]);
    const wished = { ...others, ...Object.fromEntries(inE6) };
    return changeProgrammeRules(deps, actor, { ...input, rules: wished, currency: currencyCode });
  },
  success: {
    description: "It waits for a second person.",
    fields: (t) => ({
      programme: t.expose("programme", { type: Programme, description: "As it is now." }),
      approval: t.expose("approval", { type: Approval, description: "What a second person has to decide." }),
    }),
  },
});

refusal(RulesChangedMeanwhile, "RULES_CHANGED_MEANWHILE", "The rules are not those it was proposed upon.", (t) => ({
  rules: t.exposeStringList("rules", { description: "What was changed since. Bounded by the number of rules." }),
}));
