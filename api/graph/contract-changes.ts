import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { Contract, ContractTerms, contracts, contractsOf } from "#api/graph/contract-terms.ts";
import { byId } from "#api/graph/loaders.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { formatMoney } from "#api/kernel/money.ts";
import { changesOf, type TermChange, type TermValue } from "#api/use-cases/partners/contract-terms.ts";
import { findProposals, findProposalsFor, type ProposalView } from "#api/use-cases/partners/find-proposals.ts";

const proposals = byId(findProposals);
const proposalsFor = byId(findProposalsFor);

export const ContractChange = builder.objectRef<TermChange>("ContractChange").implement({
  description: "One term that differs between two sets of terms.",
  fields: (t) => ({
    term: t.string({
      description: "The term, as the field of a contract is called.",
      resolve: ({ term }) => term.replace(/E6$/, ""),
    }),
    before: t.string({
      nullable: true,
      description: "What it was: an amount, a number, a word. Null: not set, or there were no terms.",
      resolve: ({ term, before }, _args, { currency }) => textOf(term, before, currency.minorDigits),
    }),
    after: t.string({
      nullable: true,
      description: "What it becomes. Null: not set.",
      resolve: ({ term, after }, _args, { currency }) => textOf(term, after, currency.minorDigits),
    }),
  }),
});

function textOf(term: string, value: TermValue, minorDigits: number): string | null {
  if (value === null) return null;
  return typeof value === "bigint" && term.endsWith("E6") ? formatMoney(value, minorDigits) : String(value);
}

builder.objectField(Contract, "changes", (t) =>
  t.field({
    type: [ContractChange],
    description: "What this version changed against the one before; the first, all that is set. Bounded by the terms.",
    resolve: async (contract, _args, context) => {
      const versions = (await contractsOf.find(context, contract.partnerId)) ?? [];
      const before = versions.find(({ version }) => version === contract.version - 1) ?? null;
      return changesOf(before, contract);
    },
  }),
);

export const ContractProposal = builder.objectRef<ProposalView>("ContractProposal").implement({
  description: "New terms for a partner that one person proposed and another has to approve.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Whose terms.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    approval: t.field({ type: Approval, description: "The request.", resolve: ({ approval }) => approval }),
    terms: t.expose("terms", { type: ContractTerms, description: "What is proposed." }),
    validFrom: t.expose("validFrom", {
      type: "DateTime",
      nullable: true,
      description: "First instant in force. Null: the moment of the approval.",
    }),
    before: t.field({
      type: Contract,
      nullable: true,
      description: "The terms it was compared with: in force now, or when it was decided. Null: none were.",
      resolve: ({ before }, _args, context) => contracts.find(context, before?.id),
    }),
    changes: t.expose("changes", { type: [ContractChange], description: "What would change. Bounded by the terms." }),
  }),
});

builder.objectField(Approval, "contractProposal", (t) =>
  t.field({
    type: ContractProposal,
    nullable: true,
    description: "The terms that are asked for. Null when the request is about something else.",
    resolve: ({ id }, _args, context) => proposals.find(context, id),
  }),
);

builder.objectField(Partner, "contractProposals", (t) =>
  t.field({
    type: [ContractProposal],
    nullable: true,
    description: "Terms that wait for a second person; bounded by who proposes. Null when the viewer may not see them.",
    resolve: ({ id }, _args, context) => proposalsFor.find(context, id),
  }),
);
