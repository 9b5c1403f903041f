import { builder } from "#api/graph/builder.ts";
import { type RefusalClass, refusal } from "#api/graph/refusals.ts";
import { PoolShareReached } from "#api/use-cases/pools/refusals.ts";
import {
  SpendCodeRefused,
  SpendLimitReached,
  SpendLocked,
  SpendNotConfirmed,
  SpendPlaceNotAllowed,
  SpendRefused,
} from "#api/use-cases/spending/refusals.ts";

const SpendCodeProblem = builder.enumType("SpendCodeProblem", {
  description: "What is wrong with a rotating code.",
  values: {
    MISSING: { description: "Points are spent only with one." },
    WRONG: { description: "It is not right, or its time is over." },
    USED: { description: "It was used, and so was its moment." },
    TOO_MANY: { description: "Too many wrong ones were said before." },
  } as const,
});

refusal(SpendLocked, "SPEND_LOCKED", "The member has locked their points; earning goes on.", (t) => ({
  memberId: t.exposeID("memberId", { description: "Whose points." }),
}));
refusal(
  SpendPlaceNotAllowed,
  "SPEND_PLACE_NOT_ALLOWED",
  "The member lets no points be spent at this partner.",
  (t) => ({
    partnerId: t.exposeID("partnerId", { description: "Where." }),
  }),
);
refusal(SpendLimitReached, "SPEND_LIMIT_REACHED", "More points than may be spent or given in this time.", (t) => ({
  most: t.expose("most", { type: "Points", description: "The most in that time." }),
}));
refusal(SpendCodeRefused, "SPEND_CODE_REFUSED", "The rotating code lets nothing be spent.", (t) => ({
  problem: t.expose("problem", { type: SpendCodeProblem, description: "Why not." }),
}));
refusal(
  SpendNotConfirmed,
  "SPEND_NOT_CONFIRMED",
  "The member is asked to confirm: send the same again after their yes, or with the code they say.",
  (t) => ({
    spendRequestId: t.exposeID("spendRequestId", { description: "What the member was asked." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", description: "Until when they can answer." }),
  }),
);
refusal(SpendRefused, "SPEND_REFUSED", "The member said no.", (t) => ({
  spendRequestId: t.exposeID("spendRequestId", { description: "What they were asked." }),
}));
refusal(PoolShareReached, "POOL_SHARE_REACHED", "The member's share of the pool for this month is taken.", (t) => ({
  most: t.expose("most", { type: "Points", description: "Their share of a month." }),
}));

/** What any deed that spends a member's points at a till may meet. */
export const spendRefusals: RefusalClass[] = [
  SpendLocked,
  SpendPlaceNotAllowed,
  SpendLimitReached,
  SpendCodeRefused,
  SpendNotConfirmed,
  SpendRefused,
  PoolShareReached,
];
