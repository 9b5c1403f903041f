import { builder } from "#api/graph/builder.ts";
import { Money } from "#api/graph/money.ts";
import { shareBps } from "#api/graph/share.ts";
import {
  type CohortCell,
  type CohortInactivity,
  readCohorts,
  readInactivityByCohort,
} from "#api/use-cases/analytics/read-analytics.ts";

const CustomerCohort = builder.objectRef<CohortCell & { size: number }>("CustomerCohort").implement({
  description: "Of those who first bought in one month, how many came in another.",
  fields: (t) => ({
    cohortOn: t.expose("cohort", { type: "Date", description: "First day of the month of the first purchase." }),
    monthOn: t.expose("month", { type: "Date", description: "First day of the month in which they came." }),
    memberCount: t.exposeInt("members", { description: "How many came." }),
    retainedBps: t.int({
      description: "Of those of the cohort, the share who came; basis points.",
      resolve: ({ members: came, size }) => shareBps(came, size),
    }),
    spend: t.expose("spendE6", { type: Money, description: "What they paid in money." }),
  }),
});

builder.queryField("customerCohorts", (t) =>
  t.field({
    type: [CustomerCohort],
    description: "Who came again: the last twelve months' cohorts of the viewer's house, as of last night.",
    resolve: async (_root, _args, { deps, actor }) => {
      const cells = await readCohorts(deps, actor);
      const sizes = new Map(
        cells.filter(({ cohort, month }) => cohort === month).map((one) => [one.cohort, one.members]),
      );
      return cells.map((cell) => ({ ...cell, size: sizes.get(cell.cohort) ?? cell.members }));
    },
  }),
);

const CustomerCohortInactivity = builder.objectRef<CohortInactivity>("CustomerCohortInactivity").implement({
  description: "Of those who first bought in one month, how many are inactive now.",
  fields: (t) => ({
    cohortOn: t.expose("cohort", { type: "Date", description: "First day of the month." }),
    memberCount: t.exposeInt("members", { description: "How many first bought then." }),
    inactiveCount: t.exposeInt("inactive", { description: "How many of them are inactive." }),
    inactiveBps: t.int({
      description: "Their share, basis points.",
      resolve: ({ inactive, members: all }) => shareBps(inactive, all),
    }),
  }),
});

builder.queryField("customerInactivity", (t) =>
  t.field({
    type: [CustomerCohortInactivity],
    description: "How many of each month's new customers of the viewer's house are inactive now.",
    resolve: (_root, _args, { deps, actor }) => readInactivityByCohort(deps, actor),
  }),
);
