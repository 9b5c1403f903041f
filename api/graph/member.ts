import { builder } from "#api/graph/builder.ts";
import { Card, cardsOf, Identifier, IdentifierKind, identifiersOf } from "#api/graph/card.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import type { ExpiringPoints as ExpiringRow, MaturingPoints as MaturingRow } from "#api/ledger/read/wallets.ts";
import { findMemberByIdentifier } from "#api/use-cases/members/find-member-by-identifier.ts";
import { findMembers } from "#api/use-cases/members/find-members.ts";
import { listMembers } from "#api/use-cases/members/list-members.ts";
import type { MemberView } from "#api/use-cases/members/member-view.ts";
import { type Balance, readBalances } from "#api/use-cases/members/read-balances.ts";
import { readPointsByExpiry, readPointsByMaturity } from "#api/use-cases/members/read-points-by-expiry.ts";
import { CardBlocked, MemberBlocked, MemberNotFound, UnknownMember } from "#api/use-cases/members/refusals.ts";

export const members = byId(findMembers);
export const balances = byId(readBalances);
const pointsByExpiry = byId(readPointsByExpiry);
const pointsByMaturity = byId(readPointsByMaturity);

export const MemberStatus = builder.enumType("MemberStatus", {
  description: "Whether a member takes part.",
  values: {
    ACTIVE: { description: "Collects and spends." },
    BLOCKED: { description: "No till finds them; the points stay." },
    MERGED: { description: "Their points and identifiers went to another member." },
    CLOSED: { description: "Has left." },
  } as const,
});

export const MemberBalance = builder.objectRef<Balance>("MemberBalance").implement({
  description: "A member's points across all partners at one moment.",
  fields: (t) => ({
    available: t.expose("available", { type: "Points", description: "Spendable now, at any partner." }),
    pending: t.expose("pending", { type: "Points", description: "Earned and not yet spendable." }),
    reserved: t.expose("reserved", { type: "Points", description: "Set aside for redemptions in progress." }),
    debt: t.expose("debt", { type: "Points", description: "Owed after goods came back whose points were spent." }),
    value: t.expose("valueE6", { type: Money, description: "What the available points pay for." }),
    version: t.expose("version", { type: "Points", description: "Counts the entries that touched the wallet." }),
  }),
});

export const ExpiringPoints = builder.objectRef<ExpiringRow>("ExpiringPoints").implement({
  description: "Spendable points that lapse together.",
  fields: (t) => ({
    points: t.expose("points", { type: "Points", description: "How many." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", nullable: true, description: "When. Null: never." }),
  }),
});

export const PendingPoints = builder.objectRef<MaturingRow>("PendingPoints").implement({
  description: "Pending points that become spendable together.",
  fields: (t) => ({
    points: t.expose("points", { type: "Points", description: "How many." }),
    maturesAt: t.expose("maturesAt", { type: "DateTime", nullable: true, description: "When. Null: not planned." }),
  }),
});

export const Member = builder.objectRef<MemberView>("Member");
builder.node(Member, {
  description: "A person enrolled in the coalition; one wallet across all partners.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => members.findMany(context, ids),
  fields: (t) => ({
    name: t.exposeString("name", {
      nullable: true,
      description: "Masked for partners: enough to ask whether it is them. Null when they gave none.",
    }),
    status: t.expose("status", { type: MemberStatus, description: "Whether they take part." }),
    language: t.field({
      type: "String",
      nullable: true,
      description: "Two letters. Null for partners, and when not known.",
      resolve: ({ person }) => person?.language ?? null,
    }),
    birthDate: t.field({
      type: "Date",
      nullable: true,
      description: "Null for partners, and when not given.",
      resolve: ({ person }) => person?.birthDate?.toISOString().slice(0, 10) ?? null,
    }),
    enrolledAt: t.expose("enrolledAt", { type: "DateTime", description: "When they joined." }),
    enrolledBy: t.field({
      type: Partner,
      nullable: true,
      description: "The partner that enrolled them. Null when the operator did.",
      resolve: ({ enrolledAtPartnerId }, _args, context) => partners.find(context, enrolledAtPartnerId),
    }),
    mergedInto: t.field({
      type: Member,
      nullable: true,
      description: "Who has their points now. Null unless merged, or when the viewer may not see them.",
      resolve: ({ mergedIntoId }, _args, context) => members.find(context, mergedIntoId),
    }),
    identifiers: t.field({
      type: [Identifier],
      nullable: true,
      description: "What finds them; bounded by what a person has. Partners see their own numbers only.",
      resolve: ({ id }, _args, context) => identifiersOf.find(context, id),
    }),
    cards: t.field({
      type: [Card],
      nullable: true,
      description:
        "Their cards, newest first; bounded by what a person carries. Null when the viewer may not see them.",
      resolve: ({ id }, _args, context) => cardsOf.find(context, id),
    }),
    balance: t.field({
      type: MemberBalance,
      nullable: true,
      description: "What they have. Null when the viewer may not see it.",
      resolve: ({ id }, _args, context) => balances.find(context, id),
    }),
    pointsByExpiry: t.field({
      type: [ExpiringPoints],
      nullable: true,
      description:
        "When available points lapse, soonest first; bounded by open lots. Null when the viewer may not see it.",
      resolve: ({ id }, _args, context) => pointsByExpiry.find(context, id),
    }),
    pendingPoints: t.field({
      type: [PendingPoints],
      nullable: true,
      description: "When pending points become spendable, soonest first; bounded by open lots. Null as the balance.",
      resolve: ({ id }, _args, context) => pointsByMaturity.find(context, id),
    }),
  }),
});
export const memberPages = connectionOf("Member", Member, ({ id }) => id);

builder.queryField("member", (t) =>
  t.field({
    type: Member,
    nullable: true,
    description: "One member. Null when there is none, or none the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "As any `id` field gave it." }) },
    resolve: (_root, { id }, context) => members.find(context, id),
  }),
);

builder.queryField("members", (t) =>
  t.field(
    memberPages({
      description: "Members, newest first: all for the operator, for a partner those it enrolled or served.",
      args: {
        search: t.arg.string({ description: "Only with this in the name; heeded for the operator." }),
        status: t.arg({ type: MemberStatus, description: "Only in this status; heeded for the operator." }),
      },
      resolve: (_root, page, filters, { deps, actor }) => listMembers(deps, actor, { ...page, ...filters }),
    }),
  ),
);

builder.queryField("memberByIdentifier", (t) =>
  t.field({
    type: Member,
    description: "The member who shows this card or says this number.",
    args: {
      kind: t.arg({ type: IdentifierKind, required: true, description: "What is shown or said." }),
      value: t.arg.string({ required: true, description: "As it was read; spaces and dashes are ignored." }),
      partnerId: t.arg.id({ description: "Whose own number it is, when the operator asks." }),
    },
    errors: {
      types: [UnknownMember, CardBlocked, MemberBlocked, MemberNotFound],
      union: {
        name: "MemberByIdentifierResult",
        description: "The member, or the refusal that says why there is none.",
      },
    },
    resolve: (_root, lookup, { deps, actor }) => findMemberByIdentifier(deps, actor, lookup),
  }),
);
