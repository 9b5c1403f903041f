import { builder } from "#api/graph/builder.ts";
import { byId } from "#api/graph/loaders.ts";
import { Location, locations, Terminal, terminals } from "#api/graph/location.ts";
import { Member, members } from "#api/graph/member.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import type { BalanceAfter } from "#api/ledger/movements.ts";
import type { Redemption as RedemptionRow } from "#api/ledger/read/redemptions.ts";
import { findRedemptions } from "#api/use-cases/points/find-redemptions.ts";

export const redemptions = byId(findRedemptions);

export const RedemptionState = builder.enumType("RedemptionState", {
  description: "How far a redemption has come.",
  values: {
    RESERVED: { description: "Points are set aside; nothing is spent yet." },
    CAPTURED: { description: "Points were taken, all or part." },
    RELEASED: { description: "All points went back to the member." },
  } as const,
});

export const Redemption = builder.objectRef<RedemptionRow>("Redemption");
builder.node(Redemption, {
  description: "Points spent at a partner, or set aside to be.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => redemptions.findMany(context, ids),
  fields: (t) => ({
    state: t.expose("state", { type: RedemptionState, description: "How far it has come." }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Whose points. Null when the viewer may not see the member.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    partner: t.field({
      type: Partner,
      description: "Where they are spent: the redeemer.",
      resolve: ({ redeemerId }, _args, context) => partners.load(context, redeemerId),
    }),
    location: t.field({
      type: Location,
      nullable: true,
      description: "At which outlet. Null when the till named none.",
      resolve: ({ locationId }, _args, context) => locations.find(context, locationId),
    }),
    terminal: t.field({
      type: Terminal,
      nullable: true,
      description: "At which till. Null when none was named, or when the viewer may not see it.",
      resolve: ({ terminalId }, _args, context) => terminals.find(context, terminalId),
    }),
    reserved: t.expose("reserved", { type: "Points", description: "How many were set aside." }),
    captured: t.expose("captured", { type: "Points", description: "How many were taken." }),
    restored: t.expose("restored", {
      type: "Points",
      description: "How many of those came back since, with goods or by a dispute.",
    }),
    reservedAt: t.expose("reservedAt", { type: "DateTime", description: "When they were set aside." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", description: "Until when the reservation holds." }),
    capturedAt: t.expose("capturedAt", {
      type: "DateTime",
      nullable: true,
      description: "When they were taken. Null before.",
    }),
  }),
});

/** A wallet as a deed left it, which a retry is told again. */
export const WalletAfter = builder.objectRef<BalanceAfter>("WalletAfter").implement({
  description: "A member's points right after a deed; a retry is told the same again.",
  fields: (t) => ({
    available: t.expose("available", { type: "Points", description: "What could be spent then." }),
    pending: t.expose("pending", { type: "Points", description: "Earned and not yet spendable then." }),
  }),
});
