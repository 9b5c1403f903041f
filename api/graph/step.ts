import { Approval, approvals } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import type { StepRow } from "#api/use-cases/steps.ts";

/** One change of state of anything that has states: cycles, obligations, payments, disputes, items. */
export const Step = builder.objectRef<StepRow>("Step").implement({
  description: "One change of state, as it was recorded. Steps are never changed or taken away.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its own id." }),
    from: t.exposeString("from", { nullable: true, description: "The state before. Null: it began to exist." }),
    to: t.exposeString("to", { description: "The state after." }),
    takenAt: t.field({ type: "DateTime", description: "When.", resolve: ({ at }) => at }),
    by: t.exposeString("by", { nullable: true, description: "Who, as entries name them. Null for partners." }),
    reason: t.exposeString("reason", {
      nullable: true,
      description: "Why, in the words of whoever did it. Null when nothing was said, and for partners.",
    }),
    approval: t.field({
      type: Approval,
      nullable: true,
      description: "The second person's yes it rests on. Null where one person may do it, and for partners.",
      resolve: ({ approvalId }, _args, context) => approvals.find(context, approvalId),
    }),
  }),
});
