import { builder } from "#api/graph/builder.ts";
import { Money } from "#api/graph/money.ts";
import type { Programme as ProgrammeRow } from "#api/sql/rows.ts";
import { readProgramme } from "#api/use-cases/programme/read-programme.ts";

export const CycleCalendar = builder.enumType("CycleCalendar", {
  description: "How cut-offs follow each other.",
  values: {
    MONTHLY: { description: "On the first of each month." },
    WEEKLY: { description: "Each Monday." },
    DAILY: { description: "Each day." },
  } as const,
});

export const Programme = builder.objectRef<ProgrammeRow>("Programme").implement({
  description: "The coalition's rules: one currency, one points currency, one calendar.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque, global, permanent." }),
    name: t.exposeString("name", { description: "What the coalition is called." }),
    pointsName: t.exposeString("pointsName", { description: "What members call the points." }),
    currencyCode: t.expose("currency", { type: "CurrencyCode", description: "The only money currency of the books." }),
    minorDigits: t.exposeInt("minorDigits", {
      description: "Decimal digits of the smallest settled unit: 2 for cents.",
    }),
    timeZone: t.exposeString("timeZone", { description: "IANA zone in which business days and cut-offs are counted." }),
    pointValue: t.expose("pointValueE6", { type: Money, description: "What one point pays for at a till." }),
    pointsValidityMonths: t.exposeInt("pointsValidityMonths", {
      nullable: true,
      description: "How long points live after they are earned. Null where they do not expire.",
    }),
    graceDays: t.exposeInt("graceDays", {
      description: "Extra life of points that come back after their lot expired.",
    }),
    reservationSeconds: t.exposeInt("reservationSeconds", {
      description: "How long a reservation holds when the till names no time.",
    }),
    cycleCalendar: t.field({
      type: CycleCalendar,
      description: "How cut-offs follow each other.",
      resolve: ({ cycleCalendar }) => cycleCalendar as "MONTHLY" | "WEEKLY" | "DAILY",
    }),
    dueDays: t.exposeInt("dueDays", { description: "Days after approval when obligations fall due." }),
  }),
});

builder.queryField("programme", (t) =>
  t.field({
    type: Programme,
    description: "The coalition's rules.",
    resolve: (_root, _args, { deps, actor }) => readProgramme(deps, actor),
  }),
);
