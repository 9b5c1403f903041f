import { Approval, approvals } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import type { VelocityRule as VelocityRuleRow } from "#api/sql/rows.ts";
import { findVelocityRules, listVelocityRules } from "#api/use-cases/velocity/find-velocity.ts";
import { velocityActions, velocityKinds, velocitySubjects } from "#api/use-cases/velocity/kinds.ts";

export const velocityRules = byId(findVelocityRules);

export const VelocityKind = builder.enumType("VelocityKind", {
  description: "What a velocity rule counts.",
  values: Object.fromEntries(
    Object.entries(velocityKinds).map(([kind, { says }]) => [kind, { description: says }]),
  ) as Record<keyof typeof velocityKinds, { description: string }>,
});
export const VelocitySubject = builder.enumType("VelocitySubject", {
  description: "Whose doing a velocity rule counts.",
  values: Object.fromEntries(
    Object.entries(velocitySubjects).map(([subject, description]) => [subject, { description }]),
  ) as Record<keyof typeof velocitySubjects, { description: string }>,
});
export const VelocityConsequence = builder.enumType("VelocityConsequence", {
  description: "What a velocity rule does about whoever went over its limit. Nothing is declined at the till.",
  values: Object.fromEntries(
    Object.entries(velocityActions).map(([action, description]) => [action, { description }]),
  ) as Record<keyof typeof velocityActions, { description: string }>,
});

export const VelocityRule = builder.objectRef<VelocityRuleRow>("VelocityRule");
builder.node(VelocityRule, {
  description: "A limit for what one subject does in how short a time. Never edited: another takes its place.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => velocityRules.findMany(context, ids),
  fields: (t) => ({
    kind: t.expose("kind", { type: VelocityKind, description: "What it counts." }),
    subject: t.expose("subject", { type: VelocitySubject, description: "Whose." }),
    windowHours: t.exposeInt("windowHours", {
      nullable: true,
      description: "How long its window is. Null: the business day.",
    }),
    limit: t.expose("limit", { type: "Points", description: "The most that opens no case: points, or how many." }),
    action: t.expose("action", { type: VelocityConsequence, description: "What it does." }),
    earnedAt: t.field({
      type: Partner,
      nullable: true,
      description: "EXCLUDED_PAIR: where points were earned first. Else null.",
      resolve: ({ earnedAtId }, _args, context) => partners.find(context, earnedAtId),
    }),
    redeemedAt: t.field({
      type: Partner,
      nullable: true,
      description: "EXCLUDED_PAIR: where points were redeemed then. Else null.",
      resolve: ({ redeemedAtId }, _args, context) => partners.find(context, redeemedAtId),
    }),
    reason: t.exposeString("reason", { description: "Why it is there." }),
    validFrom: t.expose("validFrom", { type: "DateTime", description: "First instant it is in force." }),
    validUntil: t.expose("validUntil", {
      type: "DateTime",
      nullable: true,
      description: "First instant it no longer is. Null while no other took its place.",
    }),
    replaces: t.field({
      type: VelocityRule,
      nullable: true,
      description: "The rule it took the place of. Null when of none.",
      resolve: ({ replacesId }, _args, context) => velocityRules.find(context, replacesId),
    }),
    approval: t.field({
      type: Approval,
      nullable: true,
      description: "Who asked for it and who agreed.",
      resolve: ({ approvalId }, _args, context) => approvals.find(context, approvalId),
    }),
  }),
});
const rulePages = connectionOf("VelocityRule", VelocityRule, ({ id }) => id);

builder.queryField("velocityRules", (t) =>
  t.field(
    rulePages({
      description: "Velocity rules, newest first. Only for the operator.",
      args: { inForce: t.arg.boolean({ description: "Only those in force now." }) },
      resolve: (_root, page, filters, { deps, actor }) => listVelocityRules(deps, actor, { ...page, ...filters }),
    }),
  ),
);
