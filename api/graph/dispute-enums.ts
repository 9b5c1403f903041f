import { builder } from "#api/graph/builder.ts";
import { disputeReasons, type DisputeReason as Reason } from "#api/use-cases/disputes/reasons.ts";

export const DisputeState = builder.enumType("DisputeState", {
  description: "How far a dispute has come.",
  values: {
    OPEN: { description: "Waits for the respondent." },
    RESPONDED: { description: "The respondent stands by the redemption; waits for the claimant." },
    ARBITRATION: { description: "Waits for the operator." },
    RESOLVED: { description: "Over: `outcome` says how." },
    WITHDRAWN: { description: "Taken back by the claimant." },
  } as const,
});

export const DisputeOutcome = builder.enumType("DisputeOutcome", {
  description: "How a dispute ended.",
  values: {
    UPHELD: { description: "The claimant got all that was disputed." },
    REJECTED: { description: "The claimant got nothing." },
    SPLIT: { description: "The claimant got a part." },
    RETURNED: { description: "All disputed points came back with goods; nothing was left to decide." },
  } as const,
});

export const DisputeReason = builder.enumType("DisputeReason", {
  description: "What is wrong with a redemption. Some reasons are an issuer's, some a redeemer's.",
  values: Object.fromEntries(
    Object.entries(disputeReasons).map(([code, { meaning, issuer, redeemer }]) => {
      const whose = issuer && redeemer ? "Either side's." : issuer ? "An issuer's." : "A redeemer's.";
      return [code, { description: `${meaning}. ${whose}` }];
    }),
  ) as Record<Reason, { description: string }>,
});

export const DisputeSide = builder.enumType("DisputeSide", {
  description: "In which part a partner disputes a redemption.",
  values: {
    ISSUER: { value: "issuer", description: "Its points were spent: it wants points undone." },
    REDEEMER: { value: "redeemer", description: "They were spent with it: it wants to be paid." },
  } as const,
});
