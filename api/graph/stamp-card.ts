import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { OfferingState, offeringFields } from "#api/graph/offering.ts";
import { CampaignWords, usually } from "#api/graph/words.ts";
import type { StampCard as CardRow, Gift as GiftRow } from "#api/sql/rows.ts";
import {
  findGifts,
  findGiftsGone,
  findStampCards,
  type HeldCard,
  listGifts,
  listMyStampCards,
  listStampCards,
} from "#api/use-cases/gifts/find-gifts.ts";
import { storedWords } from "#api/use-cases/offers/authored.ts";

const cards = byId(findStampCards);
const gifts = byId(findGifts);
const goneOf = byId(findGiftsGone);

export const StampCard = builder.objectRef<CardRow>("StampCard");
builder.node(StampCard, {
  description: "A card that rules stamp; full, it is cleared.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => cards.findMany(context, ids),
  fields: (t) => ({
    ...offeringFields(t),
    name: t.field({ type: CampaignWords, description: "What it is called.", resolve: ({ name }) => storedWords(name) }),
    size: t.exposeInt("size", { description: "Stamps that fill it." }),
  }),
});

export const Gift = builder.objectRef<GiftRow>("Gift");
builder.node(Gift, {
  description: "Something that rules give along with a receipt while there is some left.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => gifts.findMany(context, ids),
  fields: (t) => ({
    ...offeringFields(t),
    name: t.field({ type: CampaignWords, description: "What it is called.", resolve: ({ name }) => storedWords(name) }),
    stock: t.expose("stock", {
      type: "Points",
      nullable: true,
      description: "How many there are in all. Null: without end.",
    }),
    gone: t.field({
      type: "Points",
      nullable: true,
      description: "How many of them are gone. Null for others than its house.",
      resolve: ({ id }, _args, context) => goneOf.find(context, id),
    }),
  }),
});

const cardPages = connectionOf("StampCard", StampCard, ({ id }) => id);
const giftPages = connectionOf("Gift", Gift, ({ id }) => id);

builder.queryField("stampCards", (t) =>
  t.field(
    cardPages({
      description: "Stamp cards of the viewer's house and of the coalition, newest first.",
      args: { states: t.arg({ type: [OfferingState], description: "Only in one of these states." }) },
      resolve: (_root, page, { states }, { deps, actor }) => listStampCards(deps, actor, { ...page, states }),
    }),
  ),
);

builder.queryField("gifts", (t) =>
  t.field(
    giftPages({
      description: "Gifts of the viewer's house and of the coalition, newest first.",
      args: { states: t.arg({ type: [OfferingState], description: "Only in one of these states." }) },
      resolve: (_root, page, { states }, { deps, actor }) => listGifts(deps, actor, { ...page, states }),
    }),
  ),
);

const HeldStampCard = builder.objectRef<HeldCard>("HeldStampCard").implement({
  description: "A stamp card as a member holds it.",
  fields: (t) => ({
    card: t.expose("card", { type: StampCard, description: "Which." }),
    stamps: t.expose("stamps", { type: "Points", description: "Stamps that are on it." }),
  }),
});

builder.queryField("myStampCards", (t) =>
  t.field({
    ...usually(5),
    type: [HeldStampCard],
    description: "Cards that the member can collect on, the fullest first; bounded by what houses publish.",
    resolve: (_root, _args, { deps, actor }) => listMyStampCards(deps, actor),
  }),
);
