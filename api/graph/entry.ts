import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Cycle, cycles } from "#api/graph/cycle.ts";
import { EntryKind } from "#api/graph/entry-kind.ts";
import { EntryLine, LedgerAccount } from "#api/graph/entry-line.ts";
import { byId } from "#api/graph/loaders.ts";
import { Location, locations, Terminal, terminals } from "#api/graph/location.ts";
import { Member, members } from "#api/graph/member.ts";
import { byParent } from "#api/graph/parent-pages.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { Redemption, redemptions } from "#api/graph/redemption.ts";
import { StatementSection } from "#api/graph/statement-section.ts";
import type { EntryRow } from "#api/ledger/read/entries.ts";
import { findBookEntries, findPointsMoved, listEntries, listLines } from "#api/use-cases/cycles/entries.ts";

export const entries = byId(findBookEntries);
const pointsMoved = byId(findPointsMoved);
const linesOf = byParent(listLines);
const linePages = connectionOf("EntryLine", EntryLine, ({ seq }) => String(seq));

export const Entry = builder.objectRef<EntryRow>("Entry");
builder.node(Entry, {
  description: "One balanced set of movements in the books. A partner sees those that touched its own accounts.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => entries.findMany(context, ids),
  fields: (t) => ({
    kind: t.field({
      type: EntryKind,
      description: "What happened.",
      resolve: ({ event }) => event as typeof EntryKind.$inferType,
    }),
    occurredAt: t.expose("occurredAt", { type: "DateTime", description: "When, by the till's clock." }),
    postedAt: t.expose("postedAt", { type: "DateTime", description: "When the hub wrote it down." }),
    cycle: t.field({
      type: Cycle,
      description: "The cycle it was posted in.",
      resolve: ({ cycleId }, _args, context) => cycles.load(context, cycleId),
    }),
    originCycle: t.field({
      type: Cycle,
      description: "The cycle in which the matter began: an earlier one for a late return.",
      resolve: ({ originCycleId }, _args, context) => cycles.load(context, originCycleId),
    }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "At whose place it happened. Null when at nobody's, or at one the viewer may not look into.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    location: t.field({
      type: Location,
      nullable: true,
      description: "At which outlet. Null when none is known, or when the viewer may not see it.",
      resolve: ({ locationId }, _args, context) => locations.find(context, locationId),
    }),
    terminal: t.field({
      type: Terminal,
      nullable: true,
      description: "At which till. Null when none is known, or when the viewer may not see it.",
      resolve: ({ terminalId }, _args, context) => terminals.find(context, terminalId),
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Whose points moved. Null when nobody's did, or when the viewer may not see the member.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    redemption: t.field({
      type: Redemption,
      nullable: true,
      description: "The redemption it belongs to. Null when to none, or when the viewer may not see it.",
      resolve: ({ burnId }, _args, context) => redemptions.find(context, burnId),
    }),
    redemptionId: t.exposeID("burnId", {
      nullable: true,
      description: "The redemption it belongs to, as `openDispute` takes it. Null when to none.",
    }),
    reason: t.exposeString("reason", {
      nullable: true,
      description: "Why, in the words of whoever did it. Null when nothing was said, or not to this viewer.",
    }),
    points: t.field({
      type: "Points",
      description: "How many points changed their place.",
      resolve: async ({ id }, _args, context) => (await pointsMoved.find(context, id)) ?? 0n,
    }),
    lines: t.field(
      linePages({
        description: "Its lines in order, each unit summing to zero. A partner has only those on its own accounts.",
        resolve: ({ id }, page, _filters, context) => linesOf(context, id, page),
      }),
    ),
  }),
});
export const entryPages = connectionOf("Entry", Entry, ({ ord }) => String(ord));

builder.objectField(Cycle, "entries", (t) =>
  t.field(
    entryPages({
      description: "The entries behind a figure of the cycle, newest first. A partner has those on its own position.",
      args: {
        partnerId: t.arg.id({ description: "Only those on this partner's position." }),
        section: t.arg({ type: StatementSection, description: "With `partnerId`: only in this section." }),
        originCycleId: t.arg.id({ description: "Only matters that began in this cycle." }),
        issuerId: t.arg.id({ description: "Only redemptions of this issuer's points." }),
        redeemerId: t.arg.id({ description: "Only redemptions at this partner." }),
        lotIssuerId: t.arg.id({ description: "Only that moved members' points of this issuer." }),
        kinds: t.arg({ type: [EntryKind], description: "Only of these kinds." }),
        account: t.arg({ type: LedgerAccount, description: "Only with a line on an account of this kind." }),
        ownerId: t.arg.id({ description: "With `account`: only of this owner." }),
        postedBy: t.arg({ type: "DateTime", description: "Only posted by then." }),
      },
      resolve: ({ id }, page, { kinds: events, ...filter }, { deps, actor }) =>
        listEntries(deps, actor, { cycleId: id, ...filter, events }, page),
    }),
  ),
);

builder.queryField("entry", (t) =>
  t.field({
    type: Entry,
    nullable: true,
    description: "One entry of the books. Null when there is none, or none the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "As any `id` field gave it." }) },
    resolve: (_root, { id }, context) => entries.find(context, id),
  }),
);
