import { builder } from "#api/graph/builder.ts";
import { byId } from "#api/graph/loaders.ts";
import { findCards, findCardsOf } from "#api/use-cases/members/find-cards.ts";
import { findIdentifiersOf } from "#api/use-cases/members/find-identifiers.ts";
import type { CardView, IdentifierView } from "#api/use-cases/members/member-view.ts";

export const cards = byId(findCards);
export const cardsOf = byId(findCardsOf);
export const identifiersOf = byId(findIdentifiersOf);

export const CardForm = builder.enumType("CardForm", {
  description: "What a card is made of.",
  values: {
    PHYSICAL: { description: "Printed on plastic." },
    ELECTRONIC: { description: "Shown on a telephone." },
  } as const,
});

export const CardStatus = builder.enumType("CardStatus", {
  description: "Whether a card finds its member.",
  values: {
    ACTIVE: { description: "It does." },
    BLOCKED: { description: "Lost or stolen: it does not." },
    REPLACED: { description: "Another card took its place." },
  } as const,
});

export const IdentifierKind = builder.enumType("IdentifierKind", {
  description: "What finds a member.",
  values: {
    CARD: { description: "A card's number." },
    PHONE: { description: "A telephone number with its country code." },
    EMAIL: { description: "An e-mail address." },
    PARTNER_NUMBER: { description: "A partner's own number for the member." },
  } as const,
});

export const Card = builder.objectRef<CardView>("Card");
builder.node(Card, {
  description: "A numbered identifier that can be blocked and replaced.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => cards.findMany(context, ids),
  fields: (t) => ({
    number: t.exposeString("number", { nullable: true, description: "All digits. Null for partners." }),
    lastDigits: t.exposeString("lastDigits", { description: "The number's last four digits." }),
    form: t.expose("form", { type: CardForm, description: "What it is made of." }),
    status: t.expose("status", { type: CardStatus, description: "Whether it finds its member." }),
    issuedAt: t.expose("issuedAt", { type: "DateTime", description: "When the member got it." }),
    blockedAt: t.expose("blockedAt", { type: "DateTime", nullable: true, description: "Null unless it was blocked." }),
    blockedReason: t.exposeString("blockedReason", { nullable: true, description: "Null unless it was blocked." }),
  }),
});

export const Identifier = builder.objectRef<IdentifierView>("Identifier").implement({
  description: "One thing that finds the member.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque, global, permanent." }),
    kind: t.expose("kind", { type: IdentifierKind, description: "What it is." }),
    value: t.exposeString("value", { description: "The number or address." }),
    addedAt: t.expose("createdAt", { type: "DateTime", description: "Since when it finds the member." }),
  }),
});
