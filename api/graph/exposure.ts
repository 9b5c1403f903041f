import { builder } from "#api/graph/builder.ts";
import { PartnerLoss } from "#api/graph/exposure-stress.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import type { LimitOverride as OverrideRow } from "#api/sql/rows.ts";
import { may } from "#api/use-cases/can.ts";
import { isInForce } from "#api/use-cases/risk/override-limit.ts";
import { type ExposureView, findOverrides, listExposures, readExposures } from "#api/use-cases/risk/read-exposures.ts";
import { ifPartnerFailed } from "#api/use-cases/risk/stress.ts";

const exposures = byId(readExposures);
const overridesOf = byId(findOverrides);

export const LimitOverride = builder.objectRef<OverrideRow>("LimitOverride").implement({
  description: "A higher exposure limit for a while, agreed by risk and finance. It lapses by itself.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque, global, permanent." }),
    limit: t.expose("limitE6", { type: Money, description: "The limit while it is in force." }),
    validFrom: t.expose("validFrom", { type: "DateTime", description: "When it was agreed." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", description: "When it lapses." }),
    revokedAt: t.expose("revokedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was ended before its time, or another took its place. Null: it was not.",
    }),
    isInForce: t.boolean({
      description: "Does it count now?",
      resolve: (row, _args, { deps }) => isInForce(row, deps.clock.now()),
    }),
    reason: t.exposeString("reason", { description: "Why it was asked for." }),
  }),
});

export const Exposure = builder.objectRef<ExposureView>("Exposure").implement({
  description: "What the coalition could lose if a partner failed now, what secures it, and how near the limit is.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Whose.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    exposure: t.expose("exposureE6", {
      type: Money,
      description: "What it owes and would come to owe for unspent points, less what secures it.",
    }),
    position: t.expose("positionE6", {
      type: Money,
      description: "What it owes that is not netted yet; negative: it is owed.",
    }),
    due: t.expose("dueE6", {
      type: Money,
      description: "What it owes that is netted and not paid; negative: it is owed.",
    }),
    outstanding: t.expose("outstandingE6", {
      type: Money,
      description: "Unspent points that it pays for when they are spent, at their issue price.",
    }),
    collateral: t.expose("collateralE6", { type: Money, description: "Its cash collateral." }),
    collateralMissing: t.expose("collateralMissingE6", {
      type: Money,
      description: "What its contract asks for as collateral and is not there.",
    }),
    lossPool: t.expose("lossPoolE6", { type: Money, description: "Its share of the loss pool." }),
    limit: t.expose("limitE6", {
      type: Money,
      nullable: true,
      description: "The most allowed now: the override's, else the contract's. Issuing stops there. Null: no limit.",
    }),
    usedBps: t.exposeInt("usedBps", {
      nullable: true,
      description: "How much of it is used, in basis points. Null: no limit.",
    }),
    alarmBps: t.exposeInt("alarmBps", {
      nullable: true,
      description: "At what use somebody is told, in basis points. Null: no limit.",
    }),
    isAlarmed: t.exposeBoolean("isAlarmed", { description: "Has its use come so far?" }),
    override: t.expose("override", {
      type: LimitOverride,
      nullable: true,
      description: "The override in force. Null: the contract's limit counts.",
    }),
  }),
});

builder.objectFields(Partner, (t) => ({
  exposure: t.field({
    type: Exposure,
    nullable: true,
    description: "What the coalition could lose by it. Null when the viewer may not see it.",
    resolve: ({ id }, _args, context) => exposures.find(context, id),
  }),
  limitOverrides: t.field({
    type: [LimitOverride],
    nullable: true,
    description:
      "Its limit overrides, newest first, lapsed ones too; bounded by how often two people agree on one. Null when the " +
      "viewer may not see them.",
    resolve: ({ id }, _args, context) => overridesOf.find(context, id),
  }),
  lossIfFailed: t.field({
    type: PartnerLoss,
    nullable: true,
    description: "What would be lost if it failed now, and by whom. Null when the viewer may not see it.",
    resolve: ({ id, isOperator }, _args, { deps, actor }) =>
      may(actor, "stress:read") && !isOperator ? ifPartnerFailed(deps, actor, id) : null,
  }),
}));

builder.queryField("exposures", (t) =>
  t.field({
    type: [Exposure],
    description:
      "Every trading partner's exposure, the most used limit first; bounded by the partners. The operator's.",
    resolve: (_root, _args, { deps, actor }) => listExposures(deps, actor),
  }),
);
