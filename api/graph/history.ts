import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Location, locations } from "#api/graph/location.ts";
import { Member } from "#api/graph/member.ts";
import { byParent } from "#api/graph/parent-pages.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import type { HistoryRow } from "#api/ledger/read/history.ts";
import {
  findHistoryEntries,
  historyKey,
  listFilteredHistory,
  listHistories,
} from "#api/use-cases/members/list-history.ts";

const historiesOf = byParent(listHistories);
const historyEntries = byId(findHistoryEntries);

export const MemberEntryKind = builder.enumType("MemberEntryKind", {
  description: "What happened to a member's points.",
  values: {
    OPENING: { description: "Brought along from before the hub." },
    EARN: { description: "Credited for a purchase." },
    MATURE: { description: "Pending points became spendable." },
    RESERVE: { description: "Set aside at a till." },
    CAPTURE: { description: "Spent." },
    RELEASE: { description: "Set aside no longer." },
    BURN_RETURN: { description: "Given back, because goods paid for with points came back." },
    CLAWBACK: { description: "Taken back, because goods they were earned with came back." },
    DEBT_RECOVERY: { description: "Used to settle what was owed." },
    EXPIRE: { description: "Lapsed." },
    LOTS_BLOCKED: { description: "Cannot be spent for now: their issuer is in default." },
    LOTS_UNBLOCKED: { description: "Can be spent again." },
    HAIRCUT: { description: "A part lapsed, because their issuer is in default." },
    ADJUST_CREDIT: { description: "Given by the operator." },
    ADJUST_DEBIT: { description: "Taken by the operator." },
    TRANSFER: { description: "Given to or received from another member." },
    MERGE: { description: "Two memberships became one." },
    DISPUTE_UPHELD: { description: "Given back after a dispute." },
  } as const,
});

type Kind = typeof MemberEntryKind.$inferType;

export const MemberEntry = builder.objectRef<HistoryRow>("MemberEntry");
MemberEntry.implement({
  description: "One entry as the member reads it: what it did to their points, and why.",
  fields: (t) => ({
    id: t.exposeID("entryId", { description: "The entry's id." }),
    kind: t.field({ type: MemberEntryKind, description: "What happened.", resolve: ({ event }) => event as Kind }),
    occurredAt: t.expose("occurredAt", { type: "DateTime", description: "When, by the till's clock." }),
    postedAt: t.expose("postedAt", { type: "DateTime", description: "When the hub wrote it down." }),
    points: t.field({
      type: "Points",
      description: "What the member has more by it; negative: less. Zero where points only changed their state.",
      resolve: ({ pending, available, reserved, debt }) => pending + available + reserved - debt,
    }),
    available: t.expose("available", { type: "Points", description: "What it added to the available points." }),
    pending: t.expose("pending", { type: "Points", description: "What it added to the pending points." }),
    reserved: t.expose("reserved", { type: "Points", description: "What it added to the reserved points." }),
    debt: t.expose("debt", { type: "Points", description: "What it added to the points owed." }),
    availableAfter: t.expose("availableAfter", { type: "Points", description: "Available points afterwards." }),
    pendingAfter: t.expose("pendingAfter", { type: "Points", description: "Pending points afterwards." }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Where it happened. Null when it was nobody's till.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    location: t.field({
      type: Location,
      nullable: true,
      description: "At which outlet. Null when none is known.",
      resolve: ({ locationId }, _args, context) => locations.find(context, locationId),
    }),
    reason: t.exposeString("reason", {
      nullable: true,
      description: "Why, in the words of whoever did it. Null where the purchase explains it.",
    }),
    reverses: t.field({
      type: MemberEntry,
      nullable: true,
      description: "The entry that it takes back. Null for what stands by itself.",
      resolve: ({ memberId, reversesEntryId }, _args, context) =>
        historyEntries.find(context, reversesEntryId && historyKey({ memberId, entryId: reversesEntryId })),
    }),
  }),
});
const historyPages = connectionOf("MemberEntry", MemberEntry, ({ version }) => String(version));

builder.objectField(Member, "history", (t) =>
  t.field(
    historyPages({
      description: "What happened, newest first. Empty for partners: it tells where a person shops.",
      args: {
        kinds: t.arg({ type: [MemberEntryKind], description: "Only of these kinds." }),
        from: t.arg({ type: "DateTime", description: "First instant inside; of recording, as rows are in order." }),
        until: t.arg({ type: "DateTime", description: "First instant outside; of recording." }),
      },
      resolve: ({ id }, page, filter, context) =>
        filter.kinds || filter.from || filter.until
          ? listFilteredHistory(context.deps, context.actor, id, filter, page)
          : historiesOf(context, id, page),
    }),
  ),
);

builder.objectField(Member, "historyEntry", (t) =>
  t.field({
    type: MemberEntry,
    nullable: true,
    description: "One entry of the history. Null when there is none, or none the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "The entry's id." }) },
    resolve: ({ id }, args, context) => historyEntries.find(context, historyKey({ memberId: id, entryId: args.id })),
  }),
);
