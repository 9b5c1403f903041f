import { builder } from "#api/graph/builder.ts";
import { CustomerGroup, inCoins } from "#api/graph/customer.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { shareBps, twoDecimals } from "#api/graph/share.ts";
import {
  type CustomerFigures as Figures,
  type GroupCount,
  type HourCell,
  readCustomerFigures,
  readHours,
  readRfmGroups,
} from "#api/use-cases/analytics/read-analytics.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";

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
      resolve: ({ active, customers: all }) => shareBps(all - active, all),
    }),
    neverRedeemedCount: t.exposeInt("neverRedeemed", { description: "Bought, and never paid with points." }),
    neverRedeemedBps: t.int({
      description: "The share of buyers who never paid with points, basis points.",
      resolve: ({ neverRedeemed, buyers }) => shareBps(neverRedeemed, buyers),
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
      resolve: ({ visitsYear, buyers }) => twoDecimals(buyers === 0 ? 0 : visitsYear / buyers),
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

const CustomerHour = builder.objectRef<HourCell>("CustomerHour").implement({
  description: "Receipts of one hour of one day of the week; local time, the last 90 days.",
  fields: (t) => ({
    weekday: t.exposeInt("weekday", { description: "Monday is 1." }),
    hour: t.exposeInt("hour", { description: "0 to 23." }),
    receiptCount: t.exposeInt("receipts", { description: "How many." }),
    spend: t.expose("spendE6", { type: Money, description: "Paid in money." }),
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
builder.queryField("customerHours", (t) =>
  t.field({
    type: [CustomerHour],
    description:
      "When the viewer's house's customers bought in 90 days, as of last night; hours without receipts are absent.",
    resolve: (_root, _args, { deps, actor }) => readHours(deps, actor),
  }),
);
