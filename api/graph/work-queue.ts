import { builder } from "#api/graph/builder.ts";
import { readWorkQueue, type WorkItem as WorkItemRow } from "#api/use-cases/work-queue/read-work-queue.ts";
import { workKinds } from "#api/use-cases/work-queue/work-kinds.ts";

const WorkKind = builder.enumType("WorkKind", {
  description: "What can wait for somebody of the operator.",
  values: Object.fromEntries(Object.entries(workKinds).map(([kind, { says }]) => [kind, { description: says }])),
});

const WorkItem = builder.objectRef<WorkItemRow>("WorkItem").implement({
  description: "How much of one kind waits for the viewer.",
  fields: (t) => ({
    kind: t.field({ type: WorkKind, description: "Of what kind.", resolve: ({ kind }) => kind }),
    count: t.exposeInt("count", { description: "How many; kinds of which nothing waits are absent." }),
    oldestAt: t.expose("oldestAt", {
      type: "DateTime",
      nullable: true,
      description: "Since when the longest-waiting one waits. Null where nothing tells.",
    }),
    dueAt: t.expose("dueAt", {
      type: "DateTime",
      nullable: true,
      description:
        "By when the most urgent one wants an answer, or ends by itself. Null where there is no such instant.",
    }),
    firstId: t.exposeID("firstId", {
      nullable: true,
      description: "The one to begin with; give it to `node`. Null where there is none to open.",
    }),
  }),
});

builder.queryField("workQueue", (t) =>
  t.field({
    type: [WorkItem],
    description: "What waits for the viewer, of the kinds it may do something about; bounded by the kinds.",
    resolve: (_root, _args, { deps, actor }) => readWorkQueue(deps, actor),
  }),
);
