import { builder } from "#api/graph/builder.ts";
import { Entry, entryPages } from "#api/graph/entry.ts";
import { EntryKind } from "#api/graph/entry-kind.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { Partner } from "#api/graph/partner.ts";
import { Purchase, purchases } from "#api/graph/purchase.ts";
import { StatementSection } from "#api/graph/statement-section.ts";
import type { EntryEffect as EntryEffectRow, PlaceTotals } from "#api/ledger/read/figures.ts";
import { listEntriesAt, totalEntriesAt } from "#api/use-cases/figures/list-entries-at.ts";
import { type ActorName as ActorNameRow, readActorNames } from "#api/use-cases/figures/read-actor-names.ts";
import { effectKey, readEntryEffects } from "#api/use-cases/figures/read-entry-effects.ts";

const EntryTotals = builder.objectRef<PlaceTotals>("EntryTotals").implement({
  description: "What the entries at a partner's places add up to.",
  fields: (t) => ({
    entryCount: t.exposeInt("count", { description: "How many entries." }),
    issued: t.expose("issued", { type: "Points", description: "The partner's points given, less those taken back." }),
    redeemed: t.expose("redeemed", { type: "Points", description: "Points spent there, less those given back." }),
    position: t.field({
      type: Money,
      description: "What they made the partner owe; negative: is owed.",
      resolve: ({ positionE6 }) => positionE6,
    }),
  }),
});

const filter = builder.args((t) => ({
  kind: t.field({ type: EntryKind, description: "Only of this kind." }),
  locationId: t.id({ description: "Only at this outlet." }),
  from: t.field({ type: "DateTime", description: "First instant inside." }),
  until: t.field({ type: "DateTime", description: "First instant outside." }),
}));

builder.objectField(Partner, "entries", (t) =>
  t.field(
    entryPages({
      description: "What happened at its places, newest first. Empty when the viewer may not see it.",
      args: filter,
      resolve: ({ id }, page, { kind, ...asked }, { deps, actor }) =>
        listEntriesAt(deps, actor, id, { ...asked, event: kind }, page),
    }),
  ),
);

builder.objectField(Partner, "entryTotals", (t) =>
  t.field({
    type: EntryTotals,
    nullable: true,
    description: "What they add up to. Null when the viewer may not see it.",
    args: filter,
    resolve: ({ id }, { kind, ...asked }, { deps, actor }) =>
      totalEntriesAt(deps, actor, id, { ...asked, event: kind }),
  }),
);

builder.objectField(Entry, "purchase", (t) =>
  t.field({
    type: Purchase,
    nullable: true,
    description: "The receipt it belongs to. Null when it belongs to none, or to one the viewer may not see.",
    resolve: ({ purchaseId }, _args, context) => purchases.find(context, purchaseId),
  }),
);

const entryEffects = byId(readEntryEffects);

const EntryEffect = builder.objectRef<EntryEffectRow>("EntryEffect").implement({
  description: "What an entry did to one partner.",
  fields: (t) => ({
    issued: t.expose("issued", { type: "Points", description: "Its points given, less those taken back." }),
    redeemed: t.expose("redeemed", { type: "Points", description: "Points spent with it, less those given back." }),
    position: t.field({
      type: Money,
      description: "What it made the partner owe; negative: is owed.",
      resolve: ({ positionE6 }) => positionE6,
    }),
  }),
});

builder.objectField(Entry, "effectOn", (t) =>
  t.field({
    type: EntryEffect,
    nullable: true,
    description: "What it did to a partner. Null when it did nothing, or when the viewer may not see it.",
    args: {
      partnerId: t.arg.id({ required: true, description: "Which partner." }),
      section: t.arg({ type: StatementSection, description: "Of its position only this section." }),
    },
    resolve: ({ id }, { partnerId, section }, context) =>
      entryEffects.find(context, effectKey(id, partnerId, section ?? null)),
  }),
);

const ActorName = builder.objectRef<ActorNameRow>("ActorName").implement({
  description: "The person behind an actor.",
  fields: (t) => ({
    actor: t.exposeString("actor", { description: "As entries and approvals name them." }),
    name: t.exposeString("name", { description: "The person's name." }),
  }),
});

builder.queryField("actorNames", (t) =>
  t.field({
    type: [ActorName],
    description:
      "The people behind actors: all for the operator, its own for a partner's owner. Machines and the hub have no name.",
    args: {
      actors: t.arg.stringList({ required: true, description: "At most 100, as entries and approvals name them." }),
    },
    resolve: (_root, { actors }, { deps, actor }) => readActorNames(deps, actor, actors),
  }),
);
