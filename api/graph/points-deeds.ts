import type { GraphTypes } from "#api/graph/builder.ts";
import { Member, members } from "#api/graph/member.ts";
import { keyedMutation } from "#api/graph/mutation.ts";
import { Redemption, WalletAfter } from "#api/graph/redemption.ts";
import type { RefusalClass } from "#api/graph/refusals.ts";
import { spendRefusals } from "#api/graph/spend-refusals.ts";
import {
  confirmationField,
  memberField,
  memberLookup,
  memberRefusals,
  occurredAtField,
  placeFields,
  placeRefusals,
  tillRefusals,
} from "#api/graph/till-input.ts";
import {
  ExceedsReservation,
  InsufficientPoints,
  ReservationExpired,
  ReservationNotFound,
  ReservationNotOpen,
} from "#api/ledger/refusals.ts";
import { MemberNotActive } from "#api/use-cases/members/refusals.ts";
import { resolveMember } from "#api/use-cases/members/resolve-members.ts";
import { ContractMissing, InvalidValue } from "#api/use-cases/partners/refusals.ts";
import type { RedemptionAnswer } from "#api/use-cases/points/answer.ts";
import { capturePoints } from "#api/use-cases/points/capture-points.ts";
import { mergeMembers } from "#api/use-cases/points/merge-members.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { InvalidPoints, SameMember } from "#api/use-cases/points/refusals.ts";
import { releasePoints } from "#api/use-cases/points/release-points.ts";
import { reservePoints } from "#api/use-cases/points/reserve-points.ts";
import { transferPoints } from "#api/use-cases/points/transfer-points.ts";
import { FutureDated, PartnerMayNotRedeem, PartnerNotActive } from "#api/use-cases/purchases/refusals.ts";
import { SpendLimitReached, SpendLocked } from "#api/use-cases/spending/refusals.ts";

type Fields = PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, RedemptionAnswer>;

const replayed = { description: "Was it done before, under the same key? Then this is the first answer again." };

const redemptionFields = (t: Fields) => ({
  redemption: t.expose("redemption", { type: Redemption, description: "As it is now." }),
  wallet: t.expose("balance", { type: WalletAfter, description: "The member's points right after it." }),
  replayed: t.exposeBoolean("replayed", replayed),
});

const reservationRefusals: RefusalClass[] = [...placeRefusals, ReservationNotFound, ReservationNotOpen];

keyedMutation("reservePoints", {
  description: "Sets points aside for a redemption in progress; they come back by themselves when its time is over.",
  input: (t) => ({
    ...placeFields(t),
    member: memberField(t),
    points: t.field({ type: "Points", required: true, description: "How many." }),
    holdSeconds: t.int({ description: "For how long, at most a day; as the programme says when absent." }),
    confirmationCode: confirmationField(t),
  }),
  refusals: [...tillRefusals, ...spendRefusals, InvalidPoints, InvalidValue, InsufficientPoints],
  resolve: ({ member, ...input }, { deps, actor }) =>
    reservePoints(deps, actor, { ...input, member: memberLookup(member) }),
  success: { description: "The points are set aside.", fields: redemptionFields },
});

export const CapturePointsInput = keyedMutation("capturePoints", {
  description: "Takes reserved points, all or part; the rest goes back to the member.",
  input: (t) => ({
    ...placeFields(t),
    reservationId: t.id({ required: true, description: "The redemption that is reserved." }),
    points: t.field({ type: "Points", description: "How many; all that is reserved when absent." }),
    occurredAt: occurredAtField(t),
  }),
  refusals: [
    ...reservationRefusals,
    ReservationExpired,
    ExceedsReservation,
    InvalidPoints,
    PartnerNotActive,
    PartnerMayNotRedeem,
    ContractMissing,
    FutureDated,
  ],
  resolve: (input, { deps, actor }) => capturePoints(deps, actor, input),
  success: { description: "The points are spent.", fields: redemptionFields },
});

export const ReleasePointsInput = keyedMutation("releasePoints", {
  description: "Lets reserved points go back to the member.",
  input: (t) => ({
    ...placeFields(t),
    reservationId: t.id({ required: true, description: "The redemption that is reserved." }),
  }),
  refusals: reservationRefusals,
  resolve: (input, { deps, actor }) => releasePoints(deps, actor, input),
  success: { description: "The points are the member's again.", fields: redemptionFields },
});

export const RedeemPointsInput = keyedMutation("redeemPoints", {
  description: "Points pay for something without a receipt, such as a fee or a service.",
  input: (t) => ({
    ...placeFields(t),
    member: memberField(t),
    points: t.field({ type: "Points", required: true, description: "How many." }),
    reason: t.string({ description: "What they pay for; the member reads it." }),
    occurredAt: occurredAtField(t),
    confirmationCode: confirmationField(t),
  }),
  refusals: [...tillRefusals, ...spendRefusals, InvalidPoints, InsufficientPoints, FutureDated],
  resolve: (input, { deps, actor }) => redeemPoints(deps, actor, redeemInput(input)),
  success: { description: "The points are spent.", fields: redemptionFields },
});

export function redeemInput<Input extends { member: Parameters<typeof memberLookup>[0] }>({ member, ...rest }: Input) {
  return { ...rest, member: memberLookup(member) };
}

keyedMutation("transferPoints", {
  description: "Gives points from one member to another; issuer, price and expiry stay.",
  input: (t) => ({
    fromMemberId: t.id({ description: "Whose; a member's own when absent. Only the operator may name another." }),
    to: memberField(t, "Who receives them."),
    points: t.field({ type: "Points", required: true, description: "How many." }),
    reason: t.string({ description: "Both members read it." }),
  }),
  refusals: [
    ...memberRefusals,
    SameMember,
    InvalidPoints,
    InvalidValue,
    InsufficientPoints,
    SpendLocked,
    SpendLimitReached,
  ],
  resolve: ({ to, ...input }, { deps, actor }) => transferPoints(deps, actor, { ...input, to: memberLookup(to) }),
  success: {
    description: "The points are the other member's.",
    fields: (t) => ({
      wallet: t.expose("balance", { type: WalletAfter, description: "The giver's points right after it." }),
      member: t.field({
        type: Member,
        nullable: true,
        description: "Who gave. Null when the viewer may not see the member.",
        resolve: ({ memberId }, _args, context) => members.find(context, memberId),
      }),
      replayed: t.exposeBoolean("replayed", replayed),
    }),
  },
});

keyedMutation("mergeMembers", {
  description: "Joins two memberships of one person: points, debts, cards and numbers go to the survivor.",
  input: (t) => ({
    fromMemberId: t.id({ required: true, description: "The membership that ends." }),
    into: memberField(t, "The survivor."),
    reason: t.string({ required: true, description: "How it is known that they are one person." }),
  }),
  refusals: [...memberRefusals, MemberNotActive, SameMember],
  resolve: async ({ into, ...input }, { deps, actor }) => {
    const { memberId: intoMemberId } = await resolveMember(deps, actor, memberLookup(into));
    return mergeMembers(deps, actor, { ...input, intoMemberId });
  },
  success: {
    description: "There is one membership.",
    fields: (t) => ({
      member: t.field({
        type: Member,
        description: "The survivor.",
        resolve: ({ intoMemberId }, _args, context) => members.load(context, intoMemberId),
      }),
      replayed: t.exposeBoolean("replayed", replayed),
    }),
  },
});
