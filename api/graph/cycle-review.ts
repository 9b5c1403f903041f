import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { Cycle, cycles, SettlementTotals } from "#api/graph/cycle.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { StatementSection } from "#api/graph/statement-section.ts";
import { Step } from "#api/graph/step.ts";
import type { LateItem as LateItemRow } from "#api/ledger/read/late-items.ts";
import { type Control, findControls } from "#api/use-cases/cycles/control.ts";
import { findCycleSteps } from "#api/use-cases/cycles/cycle-steps.ts";
import { findPreviousCycles } from "#api/use-cases/cycles/find-cycles.ts";
import { findLateItems } from "#api/use-cases/cycles/late-items.ts";
import { findReviews, type Review } from "#api/use-cases/cycles/review.ts";
import { findTotalsChanges } from "#api/use-cases/cycles/totals.ts";
import { findWaitingRequests } from "#api/use-cases/cycles/waiting-requests.ts";

const steps = byId(findCycleSteps);
const lateItems = byId(findLateItems);
const previous = byId(findPreviousCycles);
const changes = byId(findTotalsChanges);
const controls = byId(findControls);
const reviews = byId(findReviews);
const requests = byId(findWaitingRequests);

const CycleReview = builder.objectRef<Review>("CycleReview").implement({
  description: "How far partners have come with looking at a cycle's statements.",
  fields: (t) => ({
    statementCount: t.exposeInt("statementCount", { description: "How many statements the version has." }),
    confirmedCount: t.exposeInt("confirmedCount", { description: "How many partners have said yes to theirs." }),
    endsAt: t.expose("reviewEndsAt", {
      type: "DateTime",
      nullable: true,
      description: "From then on finance may approve without everybody's yes.",
    }),
  }),
});

const CycleControl = builder.objectRef<Control>("CycleControl").implement({
  description: "What proves a netted cycle: what it was computed from, and what computing it again now gives.",
  fields: (t) => ({
    entryCount: t.exposeInt("entryCount", { description: "Entries it was netted from; netting itself not counted." }),
    lineCount: t.exposeInt("lineCount", { description: "Their lines." }),
    statementsHash: t.exposeString("statementsHash", {
      nullable: true,
      description: "SHA-256 over the hashes of its statements. Null before they are published.",
    }),
    isRecomputed: t.boolean({
      description: "Does computing it again give what is stored and what was posted?",
      resolve: ({ brokenRules }) => brokenRules.length === 0,
    }),
    brokenRules: t.exposeStringList("brokenRules", {
      description: "The rules that do not hold, by number. Bounded by the number of rules.",
    }),
    difference: t.field({
      type: Money,
      description: "How far stored and posted amounts are from the recomputed ones, all partners together.",
      resolve: ({ differenceE6 }) => differenceE6,
    }),
  }),
});

const LateItem = builder.objectRef<LateItemRow>("LateItem").implement({
  description: "What began in an earlier cycle and was posted in this one, in one section.",
  fields: (t) => ({
    section: t.expose("section", { type: StatementSection, description: "For what." }),
    originCycle: t.field({
      type: Cycle,
      description: "In which cycle it began.",
      resolve: ({ originCycleId }, _args, context) => cycles.load(context, originCycleId),
    }),
    entryCount: t.exposeInt("entryCount", { description: "How many entries." }),
    amount: t.field({
      type: Money,
      description: "All together; negative: partners are owed.",
      resolve: ({ amountE6 }) => amountE6,
    }),
  }),
});

builder.objectFields(Cycle, (t) => ({
  publishedAt: t.expose("publishedAt", {
    type: "DateTime",
    nullable: true,
    description: "When the version's statements were published. Null before.",
  }),
  previous: t.field({
    type: Cycle,
    nullable: true,
    description: "The cycle before. Null for the first.",
    resolve: ({ id }, _args, context) => previous.find(context, id),
  }),
  totalsChange: t.field({
    type: SettlementTotals,
    nullable: true,
    description: "By how much the totals differ from those of the cycle before. Null for the first, and for partners.",
    resolve: ({ id }, _args, context) => changes.find(context, id),
  }),
  steps: t.field({
    type: [Step],
    description: "How it came to where it stands, oldest first; bounded by how often it was reopened and corrected.",
    resolve: async ({ id }, _args, context) => (await steps.find(context, id)) ?? [],
  }),
  lateItems: t.field({
    type: [LateItem],
    description:
      "What began in earlier cycles, by origin and section; bounded by the sections and the cycles it reaches back to. " +
      "A partner sees its own part.",
    resolve: async ({ id }, _args, context) => (await lateItems.find(context, id)) ?? [],
  }),
  review: t.field({
    type: CycleReview,
    nullable: true,
    description: "How far partners have come with their statements. Null before they are published, and for partners.",
    resolve: ({ id }, _args, context) => reviews.find(context, id),
  }),
  control: t.field({
    type: CycleControl,
    nullable: true,
    description: "What proves its figures. Null until it is netted, and for who may not read the book.",
    resolve: ({ id }, _args, context) => controls.find(context, id),
  }),
  waitingRequests: t.field({
    type: [Approval],
    description:
      "What waits for a second person about it, oldest first; bounded by what people asked. Empty for partners.",
    resolve: async ({ id }, _args, context) => (await requests.find(context, id)) ?? [],
  }),
}));
