import { builder } from "#api/graph/builder.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { type FlowCell, readFlows } from "#api/use-cases/analytics/read-analytics.ts";

const CustomerFlow = builder.objectRef<FlowCell>("CustomerFlow").implement({
  description: "How many of those who bought at one partner in a month that is over also bought at another.",
  fields: (t) => ({
    monthOn: t.expose("month", { type: "Date", description: "Its first day." }),
    from: t.field({
      type: Partner,
      description: "At which they bought.",
      resolve: ({ fromId }, _args, context) => partners.load(context, fromId),
    }),
    to: t.field({
      type: Partner,
      description: "And at which other; the same one: how many bought there at all.",
      resolve: ({ toId }, _args, context) => partners.load(context, toId),
    }),
    memberCount: t.exposeInt("members", {
      nullable: true,
      description: "How many; for partners in whole groups. Null: fewer than may be told.",
    }),
  }),
});

builder.queryField("customerFlows", (t) =>
  t.field({
    type: [CustomerFlow],
    description:
      "Where else customers bought, of the last three months that are over; a partner sees its own customers'.",
    resolve: (_root, _args, { deps, actor }) => readFlows(deps, actor),
  }),
);
