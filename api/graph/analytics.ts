import { builder } from "#api/graph/builder.ts";
import { Customer, CustomerGroup, inCoins } from "#api/graph/customer.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { Money } from "#api/graph/money.ts";
import { mutation } from "#api/graph/mutation.ts";
import { Offer } from "#api/graph/offer.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import type { GroupSpend, PointsUse } from "#api/ledger/read/value.ts";
import {
  type AudiencePolicyView,
  readAudiencePolicy,
  setAudiencePolicy,
} from "#api/use-cases/analytics/audience-policy.ts";
import {
  type CohortCell,
  type CohortInactivity,
  type CustomerFigures as Figures,
  type FlowCell,
  type GroupCount,
  type HourCell,
  readCohorts,
  readCustomerFigures,
  readFlows,
  readHours,
  readInactivityByCohort,
  readLeaving,
  readRfmGroups,
} from "#api/use-cases/analytics/read-analytics.ts";
import { findUplifts, type Uplift } from "#api/use-cases/analytics/read-uplift.ts";
import { readPointsUses } from "#api/use-cases/analytics/read-value.ts";
import type { Difference } from "#api/use-cases/analytics/welch.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { findCustomers } from "#api/use-cases/customers/find-customers.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

const uplifts = byId(findUplifts);
const customers = byId(findCustomers);

/** A share in basis points; zero of nothing. */
const bps = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part * 10_000) / whole));
const bpsOf = (part: bigint, whole: bigint) => (whole === 0n ? 0 : Number((part * 10_000n) / whole));

type HouseFigures = Figures & { house: string };
const CustomerFigures = builder.objectRef<HouseFigures>("CustomerFigures").implement({
  description: "A house's customers in a few numbers.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Whose. Null: the whole coalition's.",
      resolve: ({ house }, _args, context) => (house === OPERATOR ? null : partners.find(context, house)),
    }),
    customerCount: t.exposeInt("customers", { description: "Members it knows." }),
    buyerCount: t.exposeInt("buyers", { description: "Of them, those who ever bought." }),
    activeCount: t.exposeInt("active", { description: "Of them, those who bought within `inactiveDays`." }),
    inactiveDays: t.exposeInt("inactiveDays", {
      description: "After how many days without a purchase one is inactive.",
    }),
    inactiveBps: t.int({
      description: "The share of customers who are inactive, basis points; who never bought is.",
      resolve: ({ active, customers: all }) => bps(all - active, all),
    }),
    neverRedeemedCount: t.exposeInt("neverRedeemed", { description: "Bought, and never paid with points." }),
    neverRedeemedBps: t.int({
      description: "The share of buyers who never paid with points, basis points.",
      resolve: ({ neverRedeemed, buyers }) => bps(neverRedeemed, buyers),
    }),
    leavingCount: t.exposeInt("leaving", {
      description:
        "Came on three days or more, and stay away twice as long as usual, yet not so long as to be inactive.",
    }),
    averageReceipt: t.field({
      type: Money,
      description: "Of the last 365 days, down to the smallest coin.",
      resolve: ({ spendYearE6, visitsYear }, _args, { currency }) =>
        visitsYear > 0 ? inCoins(spendYearE6 / BigInt(visitsYear), currency.minorDigits) : 0n,
    }),
    visitsPerBuyer: t.field({
      type: "Decimal",
      description: "How often a buyer came in the last 365 days, two decimals.",
      resolve: ({ visitsYear, buyers }) => (buyers === 0 ? "0.00" : (visitsYear / buyers).toFixed(2)),
    }),
    spendYear: t.expose("spendYearE6", { type: Money, description: "Paid in money in the last 365 days." }),
  }),
});

const CustomerGroupFigures = builder.objectRef<GroupCount>("CustomerGroupFigures").implement({
  description: "How many customers are of a group, and what they spent.",
  fields: (t) => ({
    group: t.expose("group", { type: CustomerGroup, description: "Which." }),
    customerCount: t.exposeInt("customers", { description: "How many." }),
    spendYear: t.expose("spendYearE6", { type: Money, description: "Paid in money in the last 365 days." }),
  }),
});

const CustomerCohort = builder.objectRef<CohortCell & { size: number }>("CustomerCohort").implement({
  description: "Of those who first bought in one month, how many came in another.",
  fields: (t) => ({
    cohortOn: t.expose("cohort", { type: "Date", description: "First day of the month of the first purchase." }),
    monthOn: t.expose("month", { type: "Date", description: "First day of the month in which they came." }),
    memberCount: t.exposeInt("members", { description: "How many came." }),
    retainedBps: t.int({
      description: "Of those of the cohort, the share who came; basis points.",
      resolve: ({ members: came, size }) => bps(came, size),
    }),
    spend: t.expose("spendE6", { type: Money, description: "What they paid in money." }),
  }),
});

const CustomerHour = builder.objectRef<HourCell>("CustomerHour").implement({
  description: "Receipts of one hour of one day of the week; local time, the last 90 days.",
  fields: (t) => ({
    weekday: t.exposeInt("weekday", { description: "Monday is 1." }),
    hour: t.exposeInt("hour", { description: "0 to 23." }),
    receiptCount: t.exposeInt("receipts", { description: "How many." }),
    spend: t.expose("spendE6", { type: Money, description: "Paid in money." }),
  }),
});

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

const CustomerCohortInactivity = builder.objectRef<CohortInactivity>("CustomerCohortInactivity").implement({
  description: "Of those who first bought in one month, how many are inactive now.",
  fields: (t) => ({
    cohortOn: t.expose("cohort", { type: "Date", description: "First day of the month." }),
    memberCount: t.exposeInt("members", { description: "How many first bought then." }),
    inactiveCount: t.exposeInt("inactive", { description: "How many of them are inactive." }),
    inactiveBps: t.int({
      description: "Their share, basis points.",
      resolve: ({ inactive, members: all }) => bps(inactive, all),
    }),
  }),
});

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
      resolve: ({ unspent, given }) => bpsOf(unspent, given),
    }),
    expired: t.expose("expired", { type: "Points", description: "Lapsed." }),
  }),
});

builder.queryField("customerFigures", (t) =>
  t.field({
    type: [CustomerFigures],
    description:
      "The viewer's partner's customers in numbers; for the operator every house's, the coalition's among them.",
    resolve: (_root, _args, { deps, actor }) => readCustomerFigures(deps, actor),
  }),
);
builder.queryField("customerGroups", (t) =>
  t.field({
    type: [CustomerGroupFigures],
    description: "The viewer's house's customers by group, the most valuable first.",
    resolve: (_root, _args, { deps, actor }) => readRfmGroups(deps, actor),
  }),
);
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
builder.queryField("customerHours", (t) =>
  t.field({
    type: [CustomerHour],
    description: "When the viewer's house's customers buy; hours without receipts are absent.",
    resolve: (_root, _args, { deps, actor }) => readHours(deps, actor),
  }),
);
builder.queryField("customerFlows", (t) =>
  t.field({
    type: [CustomerFlow],
    description:
      "Where else customers bought, of the last three months that are over; a partner sees its own customers'.",
    resolve: (_root, _args, { deps, actor }) => readFlows(deps, actor),
  }),
);
builder.queryField("customerInactivity", (t) =>
  t.field({
    type: [CustomerCohortInactivity],
    description: "How many of each month's new customers of the viewer's house are inactive now.",
    resolve: (_root, _args, { deps, actor }) => readInactivityByCohort(deps, actor),
  }),
);
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
builder.queryField("pointsUse", (t) =>
  t.field({
    type: [PointsUsed],
    description: "How much of the points is unspent, by issuer and by month of enrolment; the operator's to know.",
    resolve: async (_root, _args, { deps, actor }) => {
      const { byIssuer, byCohort } = await readPointsUses(deps, actor);
      return [...byIssuer, ...byCohort];
    },
  }),
);

const OfferGroupSpend = builder.objectRef<GroupSpend>("OfferGroupSpend").implement({
  description: "What members of one group of an offer spent while it was theirs.",
  fields: (t) => ({
    memberCount: t.exposeInt("members", {
      description: "How many; in whole groups where the house may only address them.",
    }),
    buyerCount: t.exposeInt("buyers", { description: "Who bought anything." }),
    mean: t.field({
      type: Money,
      description: "What one of them spent on average, who bought nothing included.",
      resolve: ({ meanE6 }) => BigInt(Math.round(meanE6)),
    }),
  }),
});

const OfferDifference = builder.objectRef<Difference>("OfferDifference").implement({
  description: "How much more one member with the offer spent than one without.",
  fields: (t) => ({
    mean: t.field({
      type: Money,
      description: "On average; minus: less.",
      resolve: ({ mean }) => BigInt(Math.round(mean)),
    }),
    low: t.field({
      type: Money,
      description: "With 95 % certainty not less than this.",
      resolve: ({ low }) => BigInt(Math.round(low)),
    }),
    high: t.field({
      type: Money,
      description: "With 95 % certainty not more than this.",
      resolve: ({ high }) => BigInt(Math.round(high)),
    }),
    isCertain: t.exposeBoolean("isCertain", { description: "Is zero outside, so that it is hardly chance?" }),
  }),
});

const OfferUplift = builder.objectRef<Uplift>("OfferUplift").implement({
  description: "What an offer did: members who got it beside those of its control group, who did not.",
  fields: (t) => ({
    treated: t.expose("treated", { type: OfferGroupSpend, description: "Those who got it." }),
    control: t.expose("control", { type: OfferGroupSpend, description: "Those who did not." }),
    difference: t.expose("difference", {
      type: OfferDifference,
      nullable: true,
      description: "Between their means, after Welch. Null: too few to say.",
    }),
  }),
});
builder.objectField(Offer, "uplift", (t) =>
  t.field({
    type: OfferUplift,
    nullable: true,
    description:
      "What it did, beside its control group. Null: no control group, not the viewer's, or a group too small to be told of.",
    resolve: ({ id }, _args, context) => uplifts.find(context, id),
  }),
);

const AudiencePolicy = builder.objectRef<AudiencePolicyView>("AudiencePolicy").implement({
  description: "How people are protected in figures about many, and who counts as inactive.",
  fields: (t) => ({
    minimumGroup: t.exposeInt("minimumGroup", {
      description: "Fewer members than this are never told of as a number to whoever does not know them.",
    }),
    inactiveDays: t.exposeInt("inactiveDays", { description: "Who bought nothing for so many days is inactive." }),
  }),
});
builder.queryField("audiencePolicy", (t) =>
  t.field({
    type: AudiencePolicy,
    description: "What holds now.",
    resolve: (_root, _args, { deps, actor }) => readAudiencePolicy(deps, actor),
  }),
);
mutation("setAudiencePolicy", {
  description: "Says how small a group is told of, and who counts as inactive.",
  input: (t) => ({
    minimumGroup: t.int({ required: true, description: "5 to 1,000." }),
    inactiveDays: t.int({ required: true, description: "7 to 731." }),
    reason: t.string({ required: true, description: "Why; kept in the audit log." }),
  }),
  refusals: [InvalidValue],
  resolve: async (input, { deps, actor }) => ({ policy: await setAudiencePolicy(deps, actor, input) }),
  success: {
    description: "It holds from now on.",
    fields: (t) => ({ policy: t.expose("policy", { type: AudiencePolicy, description: "As it is now." }) }),
  },
});
