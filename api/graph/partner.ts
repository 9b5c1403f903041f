import { apiKeyPages, apiKeysOf } from "#api/graph/api-key.ts";
import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Contract, contractsOf } from "#api/graph/contract-terms.ts";
import { LegalEntity, legalEntitiesOf } from "#api/graph/legal-entity.ts";
import { byId } from "#api/graph/loaders.ts";
import { locationPages, locationsOf } from "#api/graph/location.ts";
import { findPartners } from "#api/use-cases/partners/find-partners.ts";
import { contractAt } from "#api/use-cases/partners/find-terms.ts";
import { listPartners } from "#api/use-cases/partners/list-partners.ts";
import type { PartnerView } from "#api/use-cases/partners/partner-view.ts";

export const partners = byId(findPartners);

export const PartnerStatus = builder.enumType("PartnerStatus", {
  description: "Where a partner stands in the coalition.",
  values: {
    ONBOARDING: { description: "Not trading yet; nobody else sees it." },
    ACTIVE: { description: "Issues and accepts points, as its contract says." },
    ISSUE_BLOCKED: { description: "Accepts points and may not issue any." },
    SUSPENDED: { description: "Neither issues nor accepts." },
    DEFAULTED: { description: "Did not pay what it owed." },
    CLOSED: { description: "Has left." },
  } as const,
});

export const Partner = builder.objectRef<PartnerView>("Partner");
builder.node(Partner, {
  description: "A merchant that issues points, accepts them, or both.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => partners.findMany(context, ids),
  fields: (t) => ({
    code: t.exposeString("code", { description: "Its short name, unique in the coalition." }),
    name: t.exposeString("name", { description: "As members know it." }),
    category: t.exposeString("category", { description: "What it trades in: grocer, fuel, pharmacy." }),
    isOperator: t.exposeBoolean("isOperator", { description: "Is it the operator itself, which issues goodwill?" }),
    mayIssue: t.exposeBoolean("mayIssue", { description: "Can members earn there?" }),
    mayRedeem: t.exposeBoolean("mayRedeem", { description: "Can members spend there?" }),
    status: t.field({
      type: PartnerStatus,
      nullable: true,
      description: "Where it stands. Null when the viewer may not see it.",
      resolve: ({ inside }) => inside?.status ?? null,
    }),
    joinedAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When it was taken in. Null when the viewer may not see it.",
      resolve: ({ inside }) => inside?.createdAt ?? null,
    }),
    legalEntities: t.field({
      type: [LegalEntity],
      nullable: true,
      description: "The companies behind it; bounded by its legal structure. Null when the viewer may not see them.",
      resolve: ({ id }, _args, context) => legalEntitiesOf.find(context, id),
    }),
    locations: t.field(
      locationPages({
        description: "Its outlets, by code.",
        resolve: ({ id }, page, _filters, context) => locationsOf(context, id, page),
      }),
    ),
    contract: t.field({
      type: Contract,
      nullable: true,
      description: "The terms in force now. Null when there are none, or when the viewer may not see them.",
      resolve: async ({ id }, _args, context) =>
        contractAt((await contractsOf.find(context, id)) ?? [], context.deps.clock.now()),
    }),
    contracts: t.field({
      type: [Contract],
      nullable: true,
      description:
        "All versions, newest first; bounded by how often terms change. Null when the viewer may not see them.",
      resolve: ({ id }, _args, context) => contractsOf.find(context, id),
    }),
    apiKeys: t.field(
      apiKeyPages({
        description: "Its machines' keys, newest first, revoked ones too. Empty when the viewer may not see them.",
        resolve: ({ id }, page, _filters, context) => apiKeysOf(context, id, page),
      }),
    ),
  }),
});
export const partnerPages = connectionOf("Partner", Partner, ({ code }) => code);

builder.queryField("partner", (t) =>
  t.field({
    type: Partner,
    nullable: true,
    description: "One partner. Null when there is none, or none the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "As any `id` field gave it." }) },
    resolve: (_root, { id }, context) => partners.find(context, id),
  }),
);

builder.queryField("partners", (t) =>
  t.field(
    partnerPages({
      description: "The coalition's partners, by code.",
      args: {
        search: t.arg.string({ description: "Only with this in the name or code." }),
        category: t.arg.string({ description: "Only of this category." }),
        status: t.arg({ type: PartnerStatus, description: "Only in this status; heeded for the operator." }),
      },
      resolve: (_root, page, filters, { deps, actor }) => listPartners(deps, actor, { ...page, ...filters }),
    }),
  ),
);
