import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { Partner } from "#api/graph/partner.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { activatePartner } from "#api/use-cases/partners/activate-partner.ts";
import { blockIssuing } from "#api/use-cases/partners/block-issuing.ts";
import { createPartner } from "#api/use-cases/partners/create-partner.ts";
import { CodeTaken, ContractMissing, InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { resumePartner } from "#api/use-cases/partners/resume-partner.ts";
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
