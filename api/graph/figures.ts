import { builder } from "#api/graph/builder.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member } from "#api/graph/member.ts";
import type { MonthPoints as MonthRow } from "#api/ledger/read/figures.ts";
import { readPointsByMonth } from "#api/use-cases/figures/read-points-by-month.ts";

const pointsByMonth = byId(readPointsByMonth);

export const MonthPoints = builder.objectRef<MonthRow>("MonthPoints").implement({
  description: "What a member earned and spent in a calendar month, net of what came back in it.",
  fields: (t) => ({
    month: t.exposeString("month", { description: "YYYY-MM, in the programme's time zone." }),
    earned: t.expose("earned", { type: "Points", description: "Earned, less what was taken back." }),
    spent: t.expose("spent", { type: "Points", description: "Spent, less what was given back." }),
  }),
});

builder.objectField(Member, "pointsByMonth", (t) =>
  t.field({
    type: [MonthPoints],
    nullable: true,
    description: "The last twelve months that saw any, oldest first. Null for partners: it tells how a person lives.",
    resolve: ({ id }, _args, context) => pointsByMonth.find(context, id),
  }),
);
