import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { Money } from "#api/graph/money.ts";
import { Obligation, obligationPagesById } from "#api/graph/obligation.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import type { IssuerLot, LotsSummary } from "#api/ledger/read/issuer-lots.ts";
import type { DefaultLayer as LayerRow, LotRun as RunRow } from "#api/sql/rows.ts";
import { findDefaultLayers, listDefaults } from "#api/use-cases/risk/find-defaults.ts";
import { findUnfunded, listUnfundedLots, unfundedLotCursor } from "#api/use-cases/risk/find-unfunded-lots.ts";
import { findLotRuns } from "#api/use-cases/risk/lot-runs.ts";

const layersOf = byId(findDefaultLayers);
const unfunded = byId(findUnfunded);
const lotRunsOf = byId(findLotRuns);

const LayerKind = builder.enumType("DefaultLayerKind", {
  description: "Whose money a layer is.",
  values: {
    OWN_COLLATERAL: { description: "The defaulter's collateral." },
    OWN_LOSS_POOL: { description: "The defaulter's share of the loss pool." },
    OPERATOR_FIRST_LOSS: { description: "What the operator loses before the survivors are asked." },
    SURVIVOR_LOSS_POOL: { description: "Another partner's share of the loss pool." },
    REST: { description: "What no other layer bounds: the operator's too." },
  } as const,
});

/** A layer with the partner whose default it covered. */
type Layer = LayerRow & { defaulterId: string };

const DefaultLayer = builder.objectRef<Layer>("DefaultLayer").implement({
  description: "One layer of what covered an obligation in default, in the order they are used.",
  fields: (t) => ({
    kind: t.field({ type: LayerKind, description: "Whose money it is.", resolve: kindOf }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Which partner's. Null: the operator's.",
      resolve: ({ ownerId }, _args, context) => partners.find(context, ownerId),
    }),
    available: t.expose("availableE6", {
      type: Money,
      nullable: true,
      description: "What it could have given. Null: it has no bound.",
    }),
    used: t.expose("usedE6", { type: Money, description: "What it gave." }),
    left: t.field({
      type: Money,
      nullable: true,
      description: "What then was left of it. Null: it has no bound.",
      resolve: ({ availableE6, usedE6 }) => (availableE6 === null ? null : availableE6 - usedE6),
    }),
    recovered: t.expose("recoveredE6", { type: Money, description: "What has come back to it since." }),
  }),
});

function kindOf({ account, ownerId, defaulterId, availableE6 }: Layer) {
  if (account === "COLLATERAL") return "OWN_COLLATERAL";
  if (account === "LOSS_POOL") return ownerId === defaulterId ? "OWN_LOSS_POOL" : "SURVIVOR_LOSS_POOL";
  return availableE6 === null ? "REST" : "OPERATOR_FIRST_LOSS";
}

builder.objectField(Obligation, "defaultLayers", (t) =>
  t.field({
    type: [DefaultLayer],
    nullable: true,
    description:
      "What covered it in default, in the order it was used; empty before. Bounded by the partners. Null when the viewer " +
      "may not see it.",
    resolve: async ({ id, partnerId }, _args, context) =>
      (await layersOf.find(context, id))?.map((layer) => ({ ...layer, defaulterId: partnerId })) ?? null,
  }),
);

builder.queryField("defaults", (t) =>
  t.field(
    obligationPagesById({
      description: "Obligations that are or were in default, newest first. For the operator's risk and finance people.",
      resolve: (_root, page, _filters, { deps, actor }) => listDefaults(deps, actor, page),
    }),
  ),
);

const UnfundedLot = builder.objectRef<IssuerLot>("UnfundedLot").implement({
  description: "A lot in which points are left that their issuer has not paid for.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque, global, permanent." }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Whose points. Null when the viewer may not see the member.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    points: t.field({
      type: "Points",
      description: "Pending, available and reserved.",
      resolve: ({ pending, available, reserved }) => pending + available + reserved,
    }),
    value: t.expose("unfundedE6", { type: Money, description: "What the issuer would owe if they were spent." }),
    expiresAt: t.expose("expiresAt", {
      type: "DateTime",
      nullable: true,
      description: "When they lapse. Null: never.",
    }),
    isBlocked: t.exposeBoolean("isBlocked", { description: "Are they kept from being spent?" }),
  }),
});
const unfundedLotPages = connectionOf("UnfundedLot", UnfundedLot, unfundedLotCursor);

const UnfundedLots = builder.objectRef<LotsSummary>("UnfundedLots").implement({
  description: "An issuer's points that it has not paid for: what its default would touch, or touches.",
  fields: (t) => ({
    lotCount: t.exposeInt("lots", { description: "How many lots." }),
    memberCount: t.exposeInt("members", { description: "How many members have them." }),
    points: t.expose("points", { type: "Points", description: "Pending, available and reserved." }),
    value: t.expose("unfundedE6", { type: Money, description: "What the issuer would owe if all were spent." }),
    blockedPoints: t.expose("blockedPoints", { type: "Points", description: "Of them kept from being spent." }),
    lots: t.field(
      unfundedLotPages({
        description: "The lots, by member.",
        resolve: ({ issuerId }: LotsSummary, page, _filters, { deps, actor }) =>
          listUnfundedLots(deps, actor, issuerId, page),
      }),
    ),
  }),
});

const LotRunKind = builder.enumType("LotRunKind", {
  description: "What is done to a partner's lots.",
  values: {
    HONOUR: { description: "Nothing: they stay as good as they were, and the operator carries what is spent of them." },
    HAIRCUT: { description: "A share of the unfunded points is taken." },
    BLOCK_LOTS: { description: "The unfunded points are kept from being spent." },
    UNBLOCK_LOTS: { description: "Points that were kept from being spent can be spent again." },
    RUN_OFF: { description: "What is left lapses, because the partner's run-off is over." },
  } as const,
});

const LotRunState = builder.enumType("LotRunState", {
  description: "Whether all lots are handled.",
  values: { RUNNING: { description: "Not yet." }, DONE: { description: "Yes." } } as const,
});

const LotRun = builder.objectRef<RunRow>("LotRun").implement({
  description: "What is done to all lots of a partner, until none is left to handle. Broken off, it goes on by itself.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque, global, permanent." }),
    kind: t.expose("kind", { type: LotRunKind, description: "What is done." }),
    state: t.expose("state", { type: LotRunState, description: "Whether it is over." }),
    haircutBps: t.exposeInt("haircutBps", {
      nullable: true,
      description: "What HAIRCUT takes, in basis points. Null for the others.",
    }),
    lotsFound: t.exposeInt("lotsFound", { description: "Lots that were there when it began." }),
    membersFound: t.exposeInt("membersFound", { description: "Members that had them." }),
    pointsFound: t.expose("pointsFound", { type: "Points", description: "Points in them." }),
    lotsDone: t.exposeInt("lotsDone", {
      description: "Lots handled so far: those that were there, and those that came meanwhile. Each counts once.",
    }),
    membersDone: t.exposeInt("membersDone", { description: "Members whose lots are handled." }),
    reason: t.exposeString("reason", { description: "Why." }),
    startedAt: t.expose("startedAt", { type: "DateTime", description: "When it began." }),
    finishedAt: t.expose("finishedAt", { type: "DateTime", nullable: true, description: "Null while it runs." }),
  }),
});

builder.objectFields(Partner, (t) => ({
  unfundedLots: t.field({
    type: UnfundedLots,
    nullable: true,
    description: "Its points that it has not paid for. Null when the viewer may not see them.",
    resolve: ({ id }, _args, context) => unfunded.find(context, id),
  }),
  lotRuns: t.field({
    type: [LotRun],
    nullable: true,
    description:
      "What was and is done to all its lots, newest first; bounded by its defaults and exits. Null when the viewer may " +
      "not see it.",
    resolve: ({ id }, _args, context) => lotRunsOf.find(context, id),
  }),
}));
