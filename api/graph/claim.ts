import { InvalidReceipt } from "#api/engine/refusals.ts";
import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { DisputeEvidenceFileInput } from "#api/graph/dispute-evidence.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { Money, moneyE6 } from "#api/graph/money.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { Purchase, purchases } from "#api/graph/purchase.ts";
import { refusal } from "#api/graph/refusals.ts";
import { receiptRefusals } from "#api/graph/till-input.ts";
import { DuplicateReceipt, ExposureLimitExceeded, LimitReached, PrepaidPointsExhausted } from "#api/ledger/refusals.ts";
import { confirmClaim, refuseClaim, withdrawClaim } from "#api/use-cases/claims/decide-claim.ts";
import {
  type ClaimView,
  type ClaimFile as FileRow,
  findClaims,
  listClaims,
  readClaimFile,
} from "#api/use-cases/claims/find-claims.ts";
import { openClaim } from "#api/use-cases/claims/open-claim.ts";
import { ClaimNotFound, ReceiptNotClaimable } from "#api/use-cases/claims/refusals.ts";
import { EvidenceNotAcceptable } from "#api/use-cases/disputes/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { InvalidPoints } from "#api/use-cases/points/refusals.ts";

const claims = byId(findClaims);

const ClaimKind = builder.enumType("ClaimKind", {
  description: "What a member misses.",
  values: {
    MISSING: { description: "The receipt gave no points at all." },
    WRONG: { description: "The receipt gave too few." },
  } as const,
});

const ClaimState = builder.enumType("ClaimState", {
  description: "How far a claim is.",
  values: {
    WAITING: { description: "The partner has to answer." },
    OVERDUE: { description: "The partner did not; the operator answers." },
    CONFIRMED: { description: "The points are booked." },
    REFUSED: { description: "It was wrong; the reason is there." },
    WITHDRAWN: { description: "The member took it back." },
  } as const,
});

export const Claim = builder.objectRef<ClaimView>("Claim");
builder.node(Claim, {
  description: "A member misses the points of a receipt.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => claims.findMany(context, ids),
  fields: (t) => ({
    kind: t.expose("kind", { type: ClaimKind, description: "What is missing." }),
    state: t.expose("state", { type: ClaimState, description: "How far it is." }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Who claims. Null when the viewer does not know the member yet.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Whose receipt it is. Null when it left the coalition.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    receiptNumber: t.exposeString("receiptNumber", { description: "As printed." }),
    boughtOn: t.field({
      type: "Date",
      description: "As printed.",
      resolve: ({ boughtOn }) => boughtOn.toISOString().slice(0, 10),
    }),
    amount: t.expose("amountE6", { type: Money, description: "What the receipt comes to, by the member's word." }),
    note: t.exposeString("note", { nullable: true, description: "In the member's words. Null: none." }),
    fileName: t.exposeString("fileName", { nullable: true, description: "Of the picture. Null: there is none." }),
    purchase: t.field({
      type: Purchase,
      nullable: true,
      description: "WRONG: whose points are wrong. MISSING: what was recorded for it. Null before.",
      resolve: ({ purchaseId, bookedAsId }, _args, context) => purchases.find(context, purchaseId ?? bookedAsId),
    }),
    points: t.expose("points", { type: "Points", nullable: true, description: "What it brought. Null before." }),
    reason: t.exposeString("reason", { nullable: true, description: "Why it was refused. Null: it was not." }),
    openedAt: t.expose("openedAt", { type: "DateTime", description: "When it was made." }),
    deadlineAt: t.expose("deadlineAt", { type: "DateTime", description: "Until when the partner answers." }),
    decidedAt: t.expose("decidedAt", { type: "DateTime", nullable: true, description: "Null before." }),
  }),
});
const claimPages = connectionOf("Claim", Claim, ({ id }) => id);

builder.queryField("claims", (t) =>
  t.field(
    claimPages({
      description: "A member's own claims, or those a partner has to answer, or all for the operator; newest first.",
      args: { states: t.arg({ type: [ClaimState], description: "Only in these." }) },
      resolve: (_root, page, filters, { deps, actor }) => listClaims(deps, actor, { ...page, ...filters }),
    }),
  ),
);

const ClaimFile = builder.objectRef<FileRow>("ClaimFile").implement({
  description: "The picture of a receipt.",
  fields: (t) => ({
    fileName: t.exposeString("fileName", { description: "Its name." }),
    mediaType: t.exposeString("mediaType", { description: "What kind of file it is." }),
    contentBase64: t.exposeString("contentBase64", { description: "The content, in base 64." }),
  }),
});

builder.queryField("claimFile", (t) =>
  t.field({
    type: ClaimFile,
    nullable: true,
    description: "The picture of a claim. Null when it has none, or the viewer may not see it.",
    args: { claimId: t.arg.id({ required: true, description: "Which claim." }) },
    resolve: (_root, { claimId }, { deps, actor }) => readClaimFile(deps, actor, claimId),
  }),
);

const ReceiptClaimProblem = builder.enumType("ReceiptClaimProblem", {
  description: "Why a receipt cannot be claimed.",
  values: {
    RECORDED: { description: "A till recorded it." },
    CLAIMED: { description: "Somebody claims it, or has." },
    TOO_OLD: { description: "It is too old, or of a day to come." },
    UNKNOWN: { description: "The purchase is none of the member's." },
  } as const,
});

refusal(ClaimNotFound, "CLAIM_NOT_FOUND", "No claim has this id, or none the viewer may see.", (t) => ({
  claimId: t.exposeID("claimId", { description: "The id that was sent." }),
}));
refusal(ReceiptNotClaimable, "RECEIPT_NOT_CLAIMABLE", "The receipt cannot be claimed.", (t) => ({
  problem: t.expose("problem", { type: ReceiptClaimProblem, description: "Why." }),
}));

keyedMutation("openClaim", {
  description: "The viewing member misses points; the partner is asked.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Whose receipt it is." }),
    receiptNumber: t.string({ required: true, description: "As printed." }),
    boughtOn: t.field({ type: "Date", required: true, description: "As printed; at most 60 days ago." }),
    amount: t.field({ type: "Decimal", required: true, description: "What the receipt comes to." }),
    purchaseId: t.id({ description: "The member's purchase whose points are wrong; absent: none were given." }),
    note: t.string({ description: "In one line." }),
    file: t.field({ type: DisputeEvidenceFileInput, description: "A picture of the receipt." }),
  }),
  refusals: [InvalidReceipt, InvalidValue, PartnerNotFound, ReceiptNotClaimable, EvidenceNotAcceptable],
  resolve: async ({ amount, ...input }, { deps, actor }) => ({
    claim: await openClaim(deps, actor, { ...input, amountE6: moneyE6(amount) }),
  }),
  success: {
    description: "The partner is asked.",
    fields: (t) => ({ claim: t.expose("claim", { type: Claim, description: "As it is now." }) }),
  },
});

mutation("confirmClaim", {
  description: "The claim is right: the receipt is recorded with its own date, under the terms of that date.",
  input: (t) => ({
    claimId: t.id({ required: true, description: "Which." }),
    points: t.field({ type: "Points", description: "WRONG only: how many were missing." }),
  }),
  refusals: [
    ...receiptRefusals,
    ClaimNotFound,
    InvalidValue,
    InvalidPoints,
    ReceiptNotClaimable,
    TransitionRefused,
    DuplicateReceipt,
    ExposureLimitExceeded,
    LimitReached,
    PrepaidPointsExhausted,
  ],
  resolve: async (input, { deps, actor }) => ({ claim: await confirmClaim(deps, actor, input) }),
  success: {
    description: "The points are booked, and the member is told.",
    fields: (t) => ({ claim: t.expose("claim", { type: Claim, description: "As it is now." }) }),
  },
});

mutation("refuseClaim", {
  description: "The claim is wrong; the member reads why.",
  input: (t) => ({
    claimId: t.id({ required: true, description: "Which." }),
    reason: t.string({ required: true, description: "Why not, for the member." }),
  }),
  refusals: [ClaimNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ claim: await refuseClaim(deps, actor, input) }),
  success: {
    description: "The member is told.",
    fields: (t) => ({ claim: t.expose("claim", { type: Claim, description: "As it is now." }) }),
  },
});

mutation("withdrawClaim", {
  description: "The member takes the claim back.",
  input: (t) => ({ claimId: t.id({ required: true, description: "Which." }) }),
  refusals: [ClaimNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ claim: await withdrawClaim(deps, actor, input) }),
  success: {
    description: "Nobody has to answer any more.",
    fields: (t) => ({ claim: t.expose("claim", { type: Claim, description: "As it is now." }) }),
  },
});
