import { BankLine, bankLines } from "#api/graph/bank-line.ts";
import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Cycle, cycles } from "#api/graph/cycle.ts";
import { Entry, entries } from "#api/graph/entry.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { PaymentInstruction, payments } from "#api/graph/payment-instruction.ts";
import type { ReconItem as ReconItemRow, ReconMatch as ReconMatchRow } from "#api/sql/rows.ts";
import { findReturnsOf } from "#api/use-cases/payments/find-payments.ts";
import {
  findItemsOfLines,
  findMatchesOf,
  findReconItems,
  listReconItems,
} from "#api/use-cases/reconciliation/find-items.ts";
import {
  type SuggestedPart as SuggestedPartValue,
  type Suggestion as SuggestionValue,
  suggestionReasons,
  suggestionsOf,
} from "#api/use-cases/reconciliation/suggestion.ts";

export const reconItems = byId(findReconItems);
const itemsOfLines = byId(findItemsOfLines);
const matchesOf = byId(findMatchesOf);
const returnsOf = byId(findReturnsOf);

export const ReconSource = builder.enumType("ReconSource", {
  description: "What was compared with the hub.",
  values: {
    BANK: { description: "A line of a bank statement, or a payment that never came." },
    PARTNER_FILE: { description: "A row of a partner's own file." },
  } as const,
});

export const ReconState = builder.enumType("ReconState", {
  description: "How far a compared thing has come.",
  values: {
    NEW: { description: "Not compared yet." },
    MATCHED: { description: "It agrees." },
    SUGGESTED: { description: "Something might explain it; a clerk says yes or no." },
    BREAK: { description: "It does not agree, and nobody looks into it yet." },
    INVESTIGATING: { description: "Somebody looks into it." },
    RESOLVED: { description: "Explained, corrected, or come to nothing." },
    WRITTEN_OFF: { description: "A small difference that two people gave up." },
  } as const,
});

export const ReconKind = builder.enumType("ReconKind", {
  description: "How a compared thing does not agree.",
  values: {
    MISSING_IN_HUB: { description: "The other side has it, the hub does not." },
    MISSING_IN_PARTNER: { description: "The hub has it, the partner does not." },
    AMOUNT_DIFF: { description: "The amounts differ." },
    POINTS_DIFF: { description: "The points differ." },
    STATUS_DIFF: { description: "One side undid it, the other did not." },
    DUPLICATE: { description: "It came before." },
    LATE: { description: "It is there, in another cycle." },
    UNKNOWN_RECEIPT: { description: "Money came in and nobody knows what for." },
    MISSING_RECEIPT: { description: "Money was due and did not come." },
    SHORT_RECEIPT: { description: "Less came in than was due." },
    BANK_FEE: { description: "The bank took a fee." },
  } as const,
});

const SuggestionReason = builder.enumType("SuggestionReason", {
  description: "Why something might explain a bank line.",
  values: Object.fromEntries(
    Object.entries(suggestionReasons).map(([reason, description]) => [reason, { description: `${description}.` }]),
  ) as { [reason in keyof typeof suggestionReasons]: { description: string } },
});

const SuggestedPart = builder.objectRef<SuggestedPartValue>("SuggestedMatchPart").implement({
  description: "What of a line one payment would take.",
  fields: (t) => ({
    payment: t.field({
      type: PaymentInstruction,
      nullable: true,
      description: "The payment. Null when the viewer may not see it.",
      resolve: ({ paymentId }, _args, context) => payments.find(context, paymentId),
    }),
    amount: t.expose("amountE6", { type: Money, description: "How much of it." }),
  }),
});

export const SuggestedMatch = builder.objectRef<SuggestionValue>("SuggestedMatch").implement({
  description: "One way in which the hub would explain a bank line, for somebody to confirm or refuse.",
  fields: (t) => ({
    score: t.exposeInt("score", { description: "0 to 100." }),
    reasons: t.expose("reasons", { type: [SuggestionReason], description: "What speaks for it." }),
    parts: t.expose("parts", { type: [SuggestedPart], description: "Which payments, and how much of each." }),
    withItems: t.field({
      type: [ReconItem],
      description: "The other receipts it takes together with this one.",
      resolve: async ({ withItemIds }, _args, context) =>
        (await reconItems.findMany(context, withItemIds)).filter((item) => item !== null),
    }),
  }),
});

const ReconMatch = builder.objectRef<ReconMatchRow>("ReconMatch").implement({
  description: "A part of an item that one thing of the hub explains. Undone, never deleted.",
  fields: (t) => ({
    amount: t.expose("amountE6", { type: Money, description: "How much of it, signed like the line." }),
    rule: t.exposeString("rule", {
      description: "By what: END_TO_END_ID, STRUCTURED_REFERENCE, AMOUNT_IBAN_WINDOW …, CONFIRMED, MANUAL, WRITE_OFF.",
    }),
    score: t.exposeInt("score", { description: "How sure, 0 to 100." }),
    reason: t.exposeString("reason", { nullable: true, description: "What was said about it. Null when nothing." }),
    payment: t.field({
      type: PaymentInstruction,
      nullable: true,
      description: "The payment it is. Null when none, or when the viewer may not see it.",
      resolve: ({ paymentId }, _args, context) => payments.find(context, paymentId),
    }),
    entry: t.field({
      type: Entry,
      nullable: true,
      description: "The entry that booked it. Null when the line's own entry did, or when the viewer may not see it.",
      resolve: ({ entryId }, _args, context) => entries.find(context, entryId),
    }),
    matchedBy: t.exposeString("matchedBy", { description: "Who matched it, as entries name them." }),
    matchedAt: t.expose("matchedAt", { type: "DateTime", description: "When." }),
    undoneBy: t.exposeString("undoneBy", { nullable: true, description: "Who took it back. Null when nobody." }),
    undoneAt: t.expose("undoneAt", { type: "DateTime", nullable: true, description: "When. Null when it stands." }),
  }),
});

export const ReconItem = builder.objectRef<ReconItemRow>("ReconItem");
const points = ({ unit }: ReconItemRow) => unit === "PTS";

builder.node(ReconItem, {
  description: "One compared thing: a bank line, or a row of a partner's file, against the hub.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => reconItems.findMany(context, ids),
  fields: (t) => ({
    source: t.expose("source", { type: ReconSource, description: "What was compared." }),
    state: t.expose("state", { type: ReconState, description: "How far it has come." }),
    kind: t.expose("kind", { type: ReconKind, nullable: true, description: "Null while nothing disagrees." }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Whom it concerns. Null while nobody knows.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    cycle: t.field({
      type: Cycle,
      nullable: true,
      description: "The cycle it belongs to. Null where it belongs to none.",
      resolve: ({ cycleId }, _args, context) => cycles.find(context, cycleId),
    }),
    bankLine: t.field({
      type: BankLine,
      nullable: true,
      description: "The bank's line. Null for what never came, for partners' files, or when the viewer may not see it.",
      resolve: ({ bankLineId }, _args, context) => bankLines.find(context, bankLineId),
    }),
    hubRef: t.exposeString("hubRef", { nullable: true, description: "What the hub has. Null when nothing." }),
    otherRef: t.exposeString("otherRef", { nullable: true, description: "What the other side calls it." }),
    hubValue: t.field({
      type: Money,
      nullable: true,
      description: "What the hub awaited or has, in money. Null when nothing, or when points are compared.",
      resolve: (item) => (points(item) ? null : item.hubValue),
    }),
    otherValue: t.field({
      type: Money,
      nullable: true,
      description: "What the other side has, in money. Null when nothing, or when points are compared.",
      resolve: (item) => (points(item) ? null : item.otherValue),
    }),
    hubPoints: t.field({
      type: "Points",
      nullable: true,
      description: "What the hub has, in points. Null when nothing, or when money is compared.",
      resolve: (item) => (points(item) ? item.hubValue : null),
    }),
    otherPoints: t.field({
      type: "Points",
      nullable: true,
      description: "What the other side has, in points. Null when nothing, or when money is compared.",
      resolve: (item) => (points(item) ? item.otherValue : null),
    }),
    unapplied: t.field({
      type: Money,
      description: "What of the line has no owner (positive) or no explanation (negative) yet.",
      resolve: ({ openE6 }) => openE6,
    }),
    rule: t.exposeString("rule", { nullable: true, description: "By what it was matched. Null when it was not." }),
    score: t.exposeInt("score", { nullable: true, description: "How sure the match or the best suggestion is." }),
    suggestions: t.field({
      type: [SuggestedMatch],
      description: "What might explain a bank line, the best first; `confirmSuggestion` counts them from 0.",
      resolve: (item) => (item.source === "BANK" ? suggestionsOf(item) : []),
    }),
    matches: t.field({
      type: [ReconMatch],
      description: "What explains it, in the order it was found; what was undone too.",
      resolve: async ({ id }, _args, context) => (await matchesOf.find(context, id)) ?? [],
    }),
    returns: t.field({
      type: [PaymentInstruction],
      description: "The payments that were to send its money back, the first attempt first. Empty for partners.",
      resolve: async ({ id }, _args, context) => (await returnsOf.find(context, id)) ?? [],
    }),
    takenBy: t.exposeString("takenBy", { nullable: true, description: "Who looks into it. Null while nobody." }),
    resolution: t.exposeString("resolution", { nullable: true, description: "What came of it. Null while open." }),
    openedAt: t.expose("openedAt", { type: "DateTime", description: "When it was compared." }),
    closedAt: t.expose("closedAt", { type: "DateTime", nullable: true, description: "Null while it is open." }),
  }),
});
const reconItemPages = connectionOf("ReconItem", ReconItem, ({ id }) => id);

builder.queryField("reconItems", (t) =>
  t.field(
    reconItemPages({
      description: "Compared things, the longest waiting first. A partner has those of its own files.",
      args: {
        states: t.arg({ type: [ReconState], description: "Only in one of these states." }),
        kinds: t.arg({ type: [ReconKind], description: "Only of one of these kinds." }),
        source: t.arg({ type: ReconSource, description: "Only of this source." }),
        partnerId: t.arg.id({ description: "Only of this partner." }),
        cycleId: t.arg.id({ description: "Only of this cycle." }),
        olderThanDays: t.arg.int({ description: "Only those that wait at least so many days." }),
        isUnapplied: t.arg.boolean({ description: "Only lines with money that has no owner or no explanation." }),
      },
      resolve: (_root, page, filter, { deps, actor }) => listReconItems(deps, actor, filter, page),
    }),
  ),
);

builder.queryField("unappliedReceipts", (t) =>
  t.field(
    reconItemPages({
      description: "Receipts of which something has no owner yet, the longest waiting first.",
      resolve: (_root, page, _filters, { deps, actor }) =>
        listReconItems(deps, actor, { source: "BANK", isUnapplied: true }, page),
    }),
  ),
);

builder.queryField("reconItem", (t) =>
  t.field({
    type: ReconItem,
    nullable: true,
    description: "One compared thing. Null when there is none, or none the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "As any `id` field gave it." }) },
    resolve: (_root, { id }, context) => reconItems.find(context, id),
  }),
);

builder.objectField(PaymentInstruction, "receipt", (t) =>
  t.field({
    type: ReconItem,
    nullable: true,
    description: "RETURN: the receipt whose money goes back. Null otherwise, or when the viewer may not see it.",
    resolve: ({ receiptItemId }, _args, context) => reconItems.find(context, receiptItemId),
  }),
);

builder.objectField(BankLine, "item", (t) =>
  t.field({
    type: ReconItem,
    nullable: true,
    description: "How it compares with the hub. Null when the viewer may not see it.",
    resolve: ({ id }, _args, context) => itemsOfLines.find(context, id),
  }),
);
