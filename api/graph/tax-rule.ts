import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { keyedMutation } from "#api/graph/mutation.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { StatementSection } from "#api/graph/statement-section.ts";
import { TaxBasis } from "#api/graph/tax-basis.ts";
import type { StatementSection as Section } from "#api/ledger/chart.ts";
import type { TaxRule as TaxRuleRow } from "#api/sql/rows.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { findTaxRules, listTaxRules } from "#api/use-cases/tax/list-tax-rules.ts";
import { setTaxRule } from "#api/use-cases/tax/set-tax-rule.ts";

const taxRules = byId(findTaxRules);

export const TaxRule = builder.objectRef<TaxRuleRow>("TaxRule");
builder.node(TaxRule, {
  description: "How one section of statements is taxed, from an instant on. Where there is no rule, there is no tax.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => taxRules.findMany(context, ids),
  fields: (t) => ({
    section: t.field({
      type: StatementSection,
      description: "What it taxes.",
      resolve: ({ section }) => section as Section,
    }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Whose statements. Null: those of every partner that has no rule of its own.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    taxCode: t.exposeString("code", { description: "As statements and bookkeeping name it." }),
    rateBps: t.exposeInt("rateBps", { description: "The rate in basis points." }),
    basis: t.expose("basis", { type: TaxBasis, description: "Contained in the amount, or on top of it." }),
    validFrom: t.expose("validFrom", { type: "DateTime", description: "First instant it is in force." }),
    validUntil: t.expose("validUntil", {
      type: "DateTime",
      nullable: true,
      description: "First instant it no longer is. Null while no other follows.",
    }),
  }),
});
const taxRulePages = connectionOf("TaxRule", TaxRule, ({ id }) => id);

builder.queryField("taxRules", (t) =>
  t.field(
    taxRulePages({
      description: "How statements are taxed, newest rules first. A partner sees its own and everybody's.",
      resolve: (_root, page, _filters, { deps, actor }) => listTaxRules(deps, actor, page),
    }),
  ),
);

keyedMutation("setTaxRule", {
  description:
    "Proposes how a section of statements is taxed from an instant on; in force when a second person agrees. The rule " +
    "before it ends there.",
  input: (t) => ({
    section: t.field({ type: StatementSection, required: true, description: "What is taxed; not TAX and not NET." }),
    partnerId: t.id({ description: "Whose statements. Absent: everybody's that has no rule of its own." }),
    taxCode: t.string({ required: true, description: "As statements and bookkeeping name it." }),
    rateBps: t.int({ required: true, description: "The rate in basis points, 0 to 10000." }),
    basis: t.field({ type: TaxBasis, required: true, description: "Contained in the amount, or on top of it." }),
    validFrom: t.field({
      type: "DateTime",
      required: true,
      description: "First instant it is in force; not before the open cycle began.",
    }),
    validUntil: t.field({
      type: "DateTime",
      description: "First instant it no longer is. Absent: until another follows.",
    }),
    reason: t.string({ required: true, description: "Why; kept with the request." }),
  }),
  refusals: [PartnerNotFound, InvalidValue],
  resolve: ({ taxCode: code, ...input }, { deps, actor }) => setTaxRule(deps, actor, { ...input, code }),
  success: {
    description: "It waits for a second person.",
    fields: (t) => ({
      approval: t.expose("approval", { type: Approval, description: "What a second person has to decide." }),
    }),
  },
});
