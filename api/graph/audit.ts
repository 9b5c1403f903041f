import { Approval, approvals } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import type { AuditEvent as AuditEventRow } from "#api/sql/rows.ts";
import { askedOf } from "#api/use-cases/approvals/asked.ts";
import { type AuditChange, changesOf } from "#api/use-cases/audit/changes.ts";
import { findAuditLinks, readAuditLog } from "#api/use-cases/audit/read-audit-log.ts";
import { type AuditChain as AuditChainRow, type BrokenLink, verifyAudit } from "#api/use-cases/audit/verify-audit.ts";

const links = byId(findAuditLinks);

const Change = builder.objectRef<AuditChange>("AuditChange").implement({
  description: "One field that a deed changed.",
  fields: (t) => ({
    field: t.exposeString("field", { description: "The field's name." }),
    before: t.exposeString("before", { nullable: true, description: "As it was. Null: there was nothing." }),
    after: t.exposeString("after", { nullable: true, description: "As it is since. Null: nothing is left." }),
  }),
});

builder.objectField(Approval, "asked", (t) =>
  t.field({
    type: [Change],
    description: "What is asked for, field by field; bounded by the deed's input. Terms are in `contractProposal`.",
    resolve: askedOf,
  }),
);

const AuditEvent = builder.objectRef<AuditEventRow>("AuditEvent").implement({
  description: "What a person did. Nobody can change it any more without the chain telling.",
  fields: (t) => ({
    number: t.field({ type: "ID", description: "Counts up as events come in.", resolve: ({ seq }) => String(seq) }),
    recordedAt: t.field({ type: "DateTime", description: "When it was done.", resolve: ({ at }) => at }),
    actor: t.exposeString("actor", { description: "Who, as entries name them." }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Whose house it concerns. Null: the coalition's.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    action: t.exposeString("action", { description: "What was done: a mutation, or the state something went to." }),
    object: t.exposeString("object", { description: "To what kind of thing." }),
    objectId: t.exposeID("objectId", { description: "To which; give it to `node`." }),
    changes: t.field({
      type: [Change],
      description: "What it changed; bounded by the thing's fields.",
      resolve: changesOf,
    }),
    reason: t.exposeString("reason", { nullable: true, description: "Why, where somebody said so." }),
    approval: t.field({
      type: Approval,
      nullable: true,
      description: "The second person's yes it rests on. Null when one was enough, or the viewer may not see it.",
      resolve: ({ approvalId }, _args, context) => approvals.find(context, approvalId),
    }),
    requestId: t.exposeString("requestId", {
      nullable: true,
      description: "By which request. Null when the viewer may not see it.",
    }),
    ip: t.exposeString("ip", { nullable: true, description: "From where. Null when the viewer may not see it." }),
    hash: t.string({
      description: "The event's link in the chain, SHA-256 in hex.",
      resolve: async ({ seq }, _args, context) => (await links.load(context, String(seq))).hash,
    }),
  }),
});
const eventPages = connectionOf("AuditEvent", AuditEvent, ({ seq }) => String(seq));

builder.queryField("auditLog", (t) =>
  t.field(
    eventPages({
      description: "What people did, newest first. A partner's owner sees what concerns its own house.",
      args: {
        actor: t.arg.string({ description: "Only by this one, as entries name them." }),
        action: t.arg.string({ description: "Only this deed." }),
        object: t.arg.string({ description: "Only to this kind of thing." }),
        objectId: t.arg.id({ description: "Only to this very thing." }),
        partnerId: t.arg.id({ description: "Only what concerns this partner." }),
        from: t.arg({ type: "DateTime", description: "First instant inside." }),
        until: t.arg({ type: "DateTime", description: "First instant outside." }),
      },
      resolve: (_root, page, filter, { deps, actor }) => readAuditLog(deps, actor, filter, page),
    }),
  ),
);

const BrokenAuditLink = builder.objectRef<BrokenLink>("BrokenAuditLink").implement({
  description: "The first place where the audit log was tampered with.",
  fields: (t) => ({
    number: t.field({ type: "ID", description: "The event's number.", resolve: ({ seq }) => String(seq) }),
    detail: t.exposeString("detail", { description: "What is wrong there, in English." }),
  }),
});

const AuditChain = builder.objectRef<AuditChainRow>("AuditChain").implement({
  description: "Whether the audit log is what was written.",
  fields: (t) => ({
    isIntact: t.boolean({ description: "Does every link hold?", resolve: ({ broken }) => broken === null }),
    length: t.int({ description: "How many events it holds.", resolve: ({ length }) => Number(length) }),
    headHash: t.exposeString("headHash", { description: "The last link's hash: keep it, to ask about it later." }),
    broken: t.expose("broken", {
      type: BrokenAuditLink,
      nullable: true,
      description: "The first place that does not hold. Null while all do.",
    }),
    keptFound: t.boolean({
      nullable: true,
      description: "Is the link that was kept still there? Null when none was asked about.",
      resolve: ({ keptPosition, keptHash }) => (keptHash === null ? null : keptPosition !== null),
    }),
  }),
});

builder.queryField("auditChain", (t) =>
  t.field({
    type: AuditChain,
    description: "Proves the audit log from its first event to its last. Only for the operator.",
    args: { keptHash: t.arg.string({ description: "A head's hash that was kept earlier: is it still in the chain?" }) },
    resolve: (_root, args, { deps, actor }) => verifyAudit(deps, actor, args),
  }),
);
