import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { keyedMutation } from "#api/graph/mutation.ts";
import { byParent } from "#api/graph/parent-pages.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { refusal } from "#api/graph/refusals.ts";
import type { PrepaidPack as PackRow } from "#api/sql/rows.ts";
import { ContractMissing, InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { buyPointsPack } from "#api/use-cases/prepaid/buy-points-pack.ts";
import { listPacks, type PrepaidView, readPrepaid } from "#api/use-cases/prepaid/read-prepaid.ts";
import { ContractNotPrepaid } from "#api/use-cases/prepaid/refusals.ts";
import { PartnerMayNotIssue, PartnerNotActive } from "#api/use-cases/purchases/refusals.ts";

const prepaid = byId(readPrepaid);
const packsOf = byParent(listPacks);

export const PrepaidPack = builder.objectRef<PackRow>("PrepaidPack").implement({
  description: "Points that a partner bought in advance at one price.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The pack's id." }),
    partner: t.field({
      type: Partner,
      description: "Who bought it.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    points: t.expose("points", { type: "Points", description: "How many." }),
    pricePerPoint: t.expose("priceE6", { type: Money, description: "What a point of it cost." }),
    price: t.field({
      type: Money,
      description: "What all of it cost; settled with the cycle it was bought in.",
      resolve: ({ points, priceE6 }) => points * priceE6,
    }),
    issued: t.expose("issued", { type: "Points", description: "Issued, less what members gave back unspent." }),
    pointsLeft: t.field({
      type: "Points",
      description: "Still to be issued.",
      resolve: ({ points, issued }) => points - issued,
    }),
    boughtAt: t.expose("boughtAt", { type: "DateTime", description: "When." }),
  }),
});
const packPages = connectionOf("PrepaidPack", PrepaidPack, ({ seq }) => String(seq));

export const PrepaidPoints = builder.objectRef<PrepaidView>("PrepaidPoints").implement({
  description: "How far the packs of a partner reach that buys points in advance.",
  fields: (t) => ({
    pointsLeft: t.expose("pointsLeft", { type: "Points", description: "Bought and not issued, in all packs." }),
    alertPoints: t.expose("alertPoints", {
      type: "Points",
      nullable: true,
      description: "When no more than this is left, it is time to buy. Null: the contract names no such level.",
    }),
    stopPoints: t.expose("stopPoints", { type: "Points", description: "Issuing stops before less than this is left." }),
    isLow: t.exposeBoolean("isLow", { description: "Is it time to buy the next pack?" }),
    isStopped: t.exposeBoolean("isStopped", { description: "Can nothing be issued any more?" }),
    packs: t.field(
      packPages({
        description: "The packs, newest first; points are issued from the oldest that has any left.",
        resolve: ({ partnerId }, page, _filters, context) => packsOf(context, partnerId, page),
      }),
    ),
  }),
});

builder.objectField(Partner, "prepaid", (t) =>
  t.field({
    type: PrepaidPoints,
    nullable: true,
    description: "Points it bought in advance. Null when it does not, or the viewer may not see it.",
    resolve: ({ id }, _args, context) => prepaid.find(context, id),
  }),
);

refusal(ContractNotPrepaid, "CONTRACT_NOT_PREPAID", "The partner does not buy points in advance.", (t) => ({
  partnerId: t.exposeID("partnerId", { description: "Who." }),
}));

keyedMutation("buyPointsPack", {
  description: "A partner buys points in advance, at its contract's price of today; settled with the open cycle.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Who buys." }),
    points: t.field({ type: "Points", required: true, description: "How many." }),
  }),
  refusals: [PartnerNotFound, PartnerNotActive, ContractMissing, ContractNotPrepaid, PartnerMayNotIssue, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ pack: await buyPointsPack(deps, actor, input) }),
  success: {
    description: "The pack is bought.",
    fields: (t) => ({ pack: t.expose("pack", { type: PrepaidPack, description: "As it is now." }) }),
  },
});
