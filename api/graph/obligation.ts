import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Cycle, cycles } from "#api/graph/cycle.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { byParent } from "#api/graph/parent-pages.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { Step } from "#api/graph/step.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import type { Obligation as ObligationRow } from "#api/sql/rows.ts";
import { findObligationSteps } from "#api/use-cases/settlement/obligation-steps.ts";
import {
  findObligations,
  listObligations,
  listSupersededObligations,
  obligationCursor,
} from "#api/use-cases/settlement/obligations.ts";

export const obligations = byId(findObligations);
const obligationsOf = byParent(listObligations);
const supersededOf = byParent(listSupersededObligations);
const steps = byId(findObligationSteps);

export const ObligationDirection = builder.enumType("ObligationDirection", {
  description: "Which way the money goes.",
  values: {
    PAY_IN: { description: "The partner pays the operator." },
    PAY_OUT: { description: "The operator pays the partner." },
    NIL: { description: "Nothing is to be paid." },
  } as const,
});

export const ObligationState = builder.enumType("ObligationState", {
  description: "How far an obligation has come.",
  values: {
    DRAFT: { description: "Computed; the cycle is not approved yet." },
    SUPERSEDED: { description: "Replaced by a correction before approval." },
    CONFIRMED: { description: "Binding, and not due yet." },
    NIL: { description: "Nothing is to be paid." },
    DUE: { description: "To be paid now." },
    PARTIAL: { description: "A part was paid." },
    OVERDUE: { description: "Not paid in time." },
    SETTLED: { description: "Paid in full." },
    DEFAULTED: { description: "Will not be paid by the partner." },
    COVERED: { description: "In default, and covered by the waterfall." },
    RECOVERED: { description: "In default, and paid late after all." },
    ON_HOLD: { description: "A pay-out that waits until risk lifts the hold." },
  } as const,
});

export const Obligation = builder.objectRef<ObligationRow>("Obligation");
builder.node(Obligation, {
  description: "One partner's single net amount of a cycle. A partner sees only its own.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => obligations.findMany(context, ids),
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Whose.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    cycle: t.field({
      type: Cycle,
      description: "Of which cycle.",
      resolve: ({ cycleId }, _args, context) => cycles.load(context, cycleId),
    }),
    version: t.exposeInt("version", { description: "Of which version of the cycle." }),
    steps: t.field({
      type: [Step],
      description: "How it came to where it stands, oldest first; bounded by its few states.",
      resolve: async ({ id }, _args, context) => (await steps.find(context, id)) ?? [],
    }),
    direction: t.expose("direction", { type: ObligationDirection, description: "Which way the money goes." }),
    state: t.expose("state", { type: ObligationState, description: "How far it has come." }),
    dueOn: t.field({
      type: "Date",
      nullable: true,
      description: "When it has to be paid. Null before the approval, and when nothing is to be paid.",
      resolve: ({ dueOn }) => dueOn?.toISOString().slice(0, 10) ?? null,
    }),
    opening: t.field({
      type: Money,
      description: "What earlier cycles left over: less than one coin.",
      resolve: ({ openingE6 }) => openingE6,
    }),
    grossDebit: t.field({ type: Money, description: "All it owes.", resolve: ({ grossDebitE6 }) => grossDebitE6 }),
    grossCredit: t.field({
      type: Money,
      description: "All it is owed.",
      resolve: ({ grossCreditE6 }) => grossCreditE6,
    }),
    net: t.field({
      type: Money,
      description: "Opening, debits and credits together; negative: the partner is owed.",
      resolve: ({ netE6 }) => netE6,
    }),
    amount: t.field({
      type: Money,
      description: "What is settled: the net in whole coins, rounded toward zero; negative: the partner is paid.",
      resolve: ({ amountMinor }, _args, { currency }) => amountMinor * minorUnitE6(currency.minorDigits),
    }),
    carried: t.field({
      type: Money,
      description: "What stays in the position for the next cycle.",
      resolve: ({ carriedE6 }) => carriedE6,
    }),
    paid: t.field({
      type: Money,
      description: "What was discharged so far; never negative.",
      resolve: ({ paidE6 }) => paidE6,
    }),
  }),
});
const obligationPages = connectionOf("Obligation", Obligation, obligationCursor);
/** Lists of obligations of many cycles are sorted by id. */
export const obligationPagesById = connectionOf("DefaultedObligation", Obligation, ({ id }) => id);

builder.objectField(Cycle, "obligations", (t) =>
  t.field(
    obligationPages({
      description: "Who pays whom how much, the largest first; empty until netted. A partner has only its own.",
      args: {
        superseded: t.arg.boolean({ description: "Instead, those of the versions that corrections replaced." }),
      },
      resolve: ({ id }, page, { superseded }, context) =>
        superseded ? supersededOf(context, id, page) : obligationsOf(context, id, page),
    }),
  ),
);
