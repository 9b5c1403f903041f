import { Approval } from "#api/graph/approval.ts";
import { Member, members } from "#api/graph/member.ts";
import { keyedMutation } from "#api/graph/mutation.ts";
import { WalletAfter } from "#api/graph/redemption.ts";
import { memberRefusals } from "#api/graph/till-input.ts";
import { InsufficientPoints } from "#api/ledger/refusals.ts";
import { ContractMissing } from "#api/use-cases/partners/refusals.ts";
import { adjustPoints } from "#api/use-cases/points/adjust-points.ts";
import { InvalidPoints, LotNotFound } from "#api/use-cases/points/refusals.ts";

keyedMutation("adjustPoints", {
  description: "Corrects a balance by hand: goodwill at once, points taken from a member when a second person agrees.",
  input: (t) => ({
    memberId: t.id({ required: true, description: "Whose." }),
    points: t.field({ type: "Points", required: true, description: "How many, always positive." }),
    takeFromLotId: t.id({ description: "The lot that loses them; goodwill from the operator when absent." }),
    reason: t.string({ required: true, description: "Why; the member reads it." }),
  }),
  refusals: [...memberRefusals, LotNotFound, InvalidPoints, InsufficientPoints, ContractMissing],
  resolve: (input, { deps, actor }) => adjustPoints(deps, actor, input),
  success: {
    description: "The points are there, or the correction waits for a second person.",
    fields: (t) => ({
      member: t.field({
        type: Member,
        description: "Whose points.",
        resolve: ({ memberId }, _args, context) => members.load(context, memberId),
      }),
      wallet: t.field({
        type: WalletAfter,
        nullable: true,
        description: "The member's points right after it. Null while it waits.",
        resolve: ({ done }) => done?.balance ?? null,
      }),
      approval: t.expose("approval", {
        type: Approval,
        nullable: true,
        description: "What waits. Null when it is done.",
      }),
    }),
  },
});
