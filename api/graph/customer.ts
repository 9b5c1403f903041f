import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { Money } from "#api/graph/money.ts";
import { mutation } from "#api/graph/mutation.ts";
import { Segment, segments } from "#api/graph/segment.ts";
import { described } from "#api/graph/words.ts";
import { type MoneyE6, minorUnitE6 } from "#api/kernel/money.ts";
import {
  type CustomerRow,
  customerSorts,
  findCustomers,
  findOwnSegments,
  listCustomers,
} from "#api/use-cases/customers/find-customers.ts";
import { lookUpMember } from "#api/use-cases/customers/look-up-member.ts";
import { rfmGroups } from "#api/use-cases/customers/rfm-group.ts";
import { CardBlocked, MemberBlocked, UnknownMember } from "#api/use-cases/members/refusals.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { findTags } from "#api/use-cases/tags/tag-member.ts";

const customers = byId(findCustomers);

/** An average is no more exact than the coin. */
export const inCoins = (amountE6: MoneyE6, minorDigits: number): MoneyE6 =>
  amountE6 - (amountE6 % minorUnitE6(minorDigits));
const tags = byId(findTags);
const ownSegments = byId(findOwnSegments);

export const CustomerGroup = builder.enumType("CustomerGroup", {
  description: "Customers by when they last came, how often, and how much they spent.",
  values: described(rfmGroups),
});
const CustomerSort = builder.enumType("CustomerSort", {
  description: "In which order customers are listed.",
  values: described(customerSorts),
});

export const Customer = builder.objectRef<CustomerRow>("Customer").implement({
  description: "A member as the viewer's partner knows them: by its own receipts, and nobody else's.",
  fields: (t) => ({
    member: t.field({
      type: Member,
      nullable: true,
      description: "Who, as far as the viewer may see. Null: merged since.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    firstOn: t.expose("firstOn", { type: "Date", nullable: true, description: "First purchase. Null: none yet." }),
    lastOn: t.expose("lastOn", { type: "Date", nullable: true, description: "Last purchase. Null: none yet." }),
    visitCount: t.exposeInt("visits", { description: "Receipts of which something was kept." }),
    dayCount: t.exposeInt("days", { description: "Days on which they came." }),
    spend: t.expose("spendE6", { type: Money, description: "Paid in money, less what came back." }),
    averageReceipt: t.field({
      type: Money,
      description: "Of one receipt, down to the smallest coin.",
      resolve: ({ averageE6 }, _args, { currency }) => inCoins(averageE6, currency.minorDigits),
    }),
    visitsYear: t.exposeInt("visitsYear", { description: "Receipts of the last 365 days: how often they come." }),
    spendYear: t.expose("spendYearE6", { type: Money, description: "Paid in money in the last 365 days." }),
    hasRedeemed: t.exposeBoolean("hasRedeemed", { description: "Did they ever pay with points here?" }),
    recency: t.exposeInt("recency", { nullable: true, description: "1 to 5, 5 came last. Null: not scored yet." }),
    frequency: t.exposeInt("frequency", { nullable: true, description: "1 to 5, 5 comes most often." }),
    monetary: t.exposeInt("monetary", { nullable: true, description: "1 to 5, 5 spends most." }),
    group: t.expose("group", { type: CustomerGroup, nullable: true, description: "What the scores say together." }),
    tags: t.field({
      type: ["String"],
      description: "The partner's own tags, in alphabetical order.",
      resolve: async ({ memberId }, _args, context) => (await tags.find(context, memberId)) ?? [],
    }),
    segments: t.field({
      type: [Segment],
      description: "The partner's own segments they are in; bounded by how many it has.",
      resolve: async ({ memberId }, _args, context) => {
        const ids = (await ownSegments.find(context, memberId)) ?? [];
        return Promise.all(ids.map((id) => segments.load(context, id)));
      },
    }),
  }),
});
const customerPages = connectionOf("Customer", Customer, ({ cursor }) => cursor);

builder.queryField("customers", (t) =>
  t.field(
    customerPages({
      description: "The viewer's partner's customer book.",
      args: {
        sort: t.arg({ type: CustomerSort, description: "In which order; LAST_VISIT when absent." }),
        group: t.arg({ type: CustomerGroup, description: "Only of this group." }),
        tag: t.arg.string({ description: "Only with this tag of the partner's." }),
        segmentId: t.arg.id({ description: "Only in this segment of the partner's." }),
        silentDays: t.arg.int({ description: "Only who bought before, and nothing for so many days." }),
      },
      resolve: (_root, page, filters, { deps, actor }) => listCustomers(deps, actor, { ...page, ...filters }),
    }),
  ),
);

builder.queryField("customer", (t) =>
  t.field({
    type: Customer,
    nullable: true,
    description: "One customer of the viewer's partner. Null when the partner does not know the member.",
    args: { memberId: t.arg.id({ required: true, description: "Who." }) },
    resolve: (_root, { memberId }, context) => customers.find(context, memberId),
  }),
);

mutation("lookUpMember", {
  description: "Finds whoever shows a card or says a number. Why is asked and kept in the audit log.",
  input: (t) => ({
    value: t.string({ required: true, description: "A card's number, a phone's with its +, or an e-mail address." }),
    reason: t.string({ required: true, description: "Why; kept in the audit log." }),
  }),
  refusals: [UnknownMember, MemberBlocked, CardBlocked, InvalidValue],
  resolve: async (input, context) => {
    const member = await lookUpMember(context.deps, context.actor, input);
    return { member, isKnown: (await members.find(context, member.id)) !== null };
  },
  success: {
    description: "Somebody is found.",
    fields: (t) => ({
      isKnown: t.exposeBoolean("isKnown", {
        description: "Is it one of the viewer's own, whose page there is? Else only what a card shows.",
      }),
      member: t.expose("member", { type: Member, description: "Who, as far as the viewer may see." }),
    }),
  },
});
