import { builder } from "#api/graph/builder.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { shareBps } from "#api/graph/share.ts";
import type { PointsUse } from "#api/ledger/read/value.ts";
import { readPointsUses } from "#api/use-cases/analytics/read-value.ts";

const PointsUsed = builder.objectRef<PointsUse>("PointsUse").implement({
  description: "What became of points of one issuer, or of members who enrolled in one month.",
  fields: (t) => ({
    issuer: t.field({
      type: Partner,
      nullable: true,
      description: "Whose points. Null: by month of enrolment.",
      resolve: ({ of }, _args, context) => (of.startsWith("ptn_") ? partners.find(context, of) : null),
    }),
    enrolledOn: t.field({
      type: "Date",
      nullable: true,
      description: "First day of the month of enrolment. Null: by issuer.",
      resolve: ({ of }) => (of.startsWith("ptn_") ? null : of),
    }),
    given: t.expose("given", { type: "Points", description: "Became spendable, less what was taken back." }),
    unspent: t.expose("unspent", { type: "Points", description: "Still there." }),
    unspentBps: t.int({
      description: "The share that is still there, basis points.",
      resolve: ({ unspent, given }) => shareBps(unspent, given),
    }),
    expired: t.expose("expired", { type: "Points", description: "Lapsed." }),
  }),
});

builder.queryField("pointsUse", (t) =>
  t.field({
    type: [PointsUsed],
    description:
      "How much of the points is unspent, by issuer and by month of enrolment, as of last night; the operator's to know.",
    resolve: async (_root, _args, { deps, actor }) => {
      const { byIssuer, byCohort } = await readPointsUses(deps, actor);
      return [...byIssuer, ...byCohort];
    },
  }),
);
