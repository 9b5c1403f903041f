import { builder } from "#api/graph/builder.ts";
import { Customer } from "#api/graph/customer.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { readLeaving } from "#api/use-cases/analytics/read-analytics.ts";
import { findCustomers } from "#api/use-cases/customers/find-customers.ts";

const customers = byId(findCustomers);

builder.queryField("leavingCustomers", (t) =>
  t.field({
    type: [Customer],
    description: "Who is about to leave the viewer's partner, the best twenty first; empty for the operator.",
    resolve: async (_root, _args, context) => {
      const found = await readLeaving(context.deps, context.actor);
      const rows = await Promise.all(found.map(({ memberId }) => customers.find(context, memberId)));
      return rows.filter((row) => row !== null);
    },
  }),
);
builder.queryField("leavingMembers", (t) =>
  t.field({
    type: [Member],
    description: "Who is about to leave the viewer's house, the best twenty first.",
    resolve: async (_root, _args, context) => {
      const found = await readLeaving(context.deps, context.actor);
      const rows = await Promise.all(found.map(({ memberId }) => members.find(context, memberId)));
      return rows.filter((row) => row !== null);
    },
  }),
);
