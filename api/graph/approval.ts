import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { refusal } from "#api/graph/refusals.ts";
import type { Approval as ApprovalRow } from "#api/sql/rows.ts";
import { findApprovals, listApprovals } from "#api/use-cases/approvals/list-approvals.ts";
import { ApprovalDecided, ApprovalNotFound } from "#api/use-cases/approvals/refusals.ts";

export const approvals = byId(findApprovals);

export const ApprovalState = builder.enumType("ApprovalState", {
  description: "Whether the second person has decided.",
  values: {
    WAITING: { description: "Not yet." },
    APPROVED: { description: "Yes: it was done." },
    REFUSED: { description: "No: it was not done." },
    WITHDRAWN: { description: "Nobody has to decide any more: it was taken back, or somebody else said no." },
  } as const,
});

export const Approval = builder.objectRef<ApprovalRow>("Approval");
builder.node(Approval, {
  description: "A deed that needs a second person. The operator sees its own, a partner those its people decide.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => approvals.findMany(context, ids),
  fields: (t) => ({
    action: t.exposeString("action", { description: "The mutation that runs when it is approved." }),
    subjectId: t.exposeID("subjectId", { description: "What it is about; give it to `node`." }),
    reason: t.exposeString("reason", { description: "Why it is asked for." }),
    state: t.expose("state", { type: ApprovalState, description: "Whether it is decided." }),
    requestedBy: t.exposeString("requestedBy", { description: "Who asked, as entries name them." }),
    requestedAt: t.expose("requestedAt", { type: "DateTime", description: "When they asked." }),
    decidedBy: t.exposeString("decidedBy", { nullable: true, description: "Who decided. Null while it waits." }),
    decidedAt: t.expose("decidedAt", { type: "DateTime", nullable: true, description: "Null while it waits." }),
    decisionNote: t.exposeString("decisionNote", {
      nullable: true,
      description: "What the decider said, if anything.",
    }),
  }),
});
const approvalPages = connectionOf("Approval", Approval, ({ id }) => id);

builder.queryField("approvals", (t) =>
  t.field(
    approvalPages({
      description: "Deeds that need or needed a second person, newest first.",
      args: { state: t.arg({ type: ApprovalState, description: "Only in this state." }) },
      resolve: (_root, page, { state }, { deps, actor }) => listApprovals(deps, actor, { ...page, state }),
    }),
  ),
);

refusal(ApprovalNotFound, "APPROVAL_NOT_FOUND", "No approval has this id, or none the viewer may see.", (t) => ({
  approvalId: t.exposeID("approvalId", { description: "The id that was sent." }),
}));
refusal(ApprovalDecided, "APPROVAL_DECIDED", "Somebody decided otherwise before.", (t) => ({
  state: t.exposeString("state", { description: "What was decided." }),
}));
