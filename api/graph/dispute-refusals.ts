import { DisputeReason } from "#api/graph/dispute-enums.ts";
import { Money } from "#api/graph/money.ts";
import { refusal } from "#api/graph/refusals.ts";
import type { DisputeReason as Reason } from "#api/use-cases/disputes/reasons.ts";
import {
  DisputeDeadlinePassed,
  DisputedTooLate,
  DisputeExists,
  DisputeNotFound,
  EvidenceNotAcceptable,
  EvidenceRequired,
  ExceedsDisputable,
  ExceedsDisputableMoney,
  ReasonNotOfSide,
  RedemptionNotDisputable,
} from "#api/use-cases/disputes/refusals.ts";

refusal(DisputeNotFound, "DISPUTE_NOT_FOUND", "No dispute has this id, or none the viewer may answer.", (t) => ({
  disputeId: t.exposeID("disputeId", { description: "The id that was sent." }),
}));
refusal(
  RedemptionNotDisputable,
  "REDEMPTION_NOT_DISPUTABLE",
  "There is no redemption with this id in which the claimant has a part, and another partner the other.",
  (t) => ({ redemptionId: t.exposeID("redemptionId", { description: "The id that was sent." }) }),
);
refusal(
  ExceedsDisputable,
  "EXCEEDS_DISPUTABLE",
  "Not a number of points that can be disputed or upheld here.",
  (t) => ({
    disputable: t.expose("disputable", { type: "Points", description: "The most it can be." }),
  }),
);
refusal(
  ExceedsDisputableMoney,
  "EXCEEDS_DISPUTABLE_MONEY",
  "Not an amount that can be disputed or upheld here.",
  (t) => ({
    disputable: t.field({
      type: Money,
      description: "The most it can be.",
      resolve: ({ disputableE6 }) => disputableE6,
    }),
  }),
);
refusal(ReasonNotOfSide, "REASON_NOT_OF_SIDE", "The claimant's side cannot dispute for this reason.", (t) => ({
  reasons: t.field({
    type: [DisputeReason],
    description: "Those it can.",
    resolve: ({ reasons }) => reasons as Reason[],
  }),
}));
refusal(DisputeExists, "DISPUTE_EXISTS", "Another dispute is open on the redemption.", (t) => ({
  disputeId: t.exposeID("disputeId", { description: "The open one." }),
}));
refusal(DisputedTooLate, "DISPUTED_TOO_LATE", "The redemption was too long ago.", (t) => ({
  endedAt: t.expose("endedAt", { type: "DateTime", description: "Until when it could be disputed." }),
}));
refusal(
  DisputeDeadlinePassed,
  "DISPUTE_DEADLINE_PASSED",
  "The time for this word is over; the clock decides.",
  (t) => ({
    deadlineAt: t.expose("deadlineAt", { type: "DateTime", description: "Until when it could be said." }),
  }),
);
refusal(EvidenceRequired, "EVIDENCE_REQUIRED", "A response needs evidence, with it or before it.");
refusal(
  EvidenceNotAcceptable,
  "EVIDENCE_NOT_ACCEPTABLE",
  "The words or the file cannot be kept; the message says why.",
  (t) => ({
    bytesMax: t.exposeInt("bytesMax", { description: "The most bytes a file may have." }),
    mediaTypes: t.exposeStringList("mediaTypes", { description: "The kinds of files that are taken." }),
  }),
);
