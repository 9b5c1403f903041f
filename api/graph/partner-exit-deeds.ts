import { Approval } from "#api/graph/approval.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { ExitObstacle, PartnerExit } from "#api/graph/partner-exit.ts";
import { refusal } from "#api/graph/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { givePartnerNotice, withdrawPartnerNotice } from "#api/use-cases/partners/give-notice.ts";
import {
  ExitNotComplete,
  InvalidValue,
  PartnerExitNotFound,
  PartnerIsLeaving,
  PartnerNotFound,
} from "#api/use-cases/partners/refusals.ts";
import { releaseSecured } from "#api/use-cases/partners/release-secured.ts";

refusal(PartnerExitNotFound, "PARTNER_EXIT_NOT_FOUND", "No exit has this id, or none the viewer may see.", (t) => ({
  partnerExitId: t.exposeID("partnerExitId", { description: "The id that was sent." }),
}));
refusal(ExitNotComplete, "EXIT_NOT_COMPLETE", "Something can still be asked of what the partner put up.", (t) => ({
  obstacles: t.field({
    type: [ExitObstacle],
    description: "What stands in the way. Bounded by the kinds of obstacles.",
    resolve: ({ obstacles }) => [...obstacles],
  }),
}));

keyedMutation("givePartnerNotice", {
  description: "A partner leaves: its dates follow from the programme's rules of this day, and are kept.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Who leaves." }),
    reason: t.string({ required: true, description: "Why; kept with the exit." }),
  }),
  refusals: [PartnerNotFound, InvalidValue, PartnerIsLeaving, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ partnerExit: await givePartnerNotice(deps, actor, input) }),
  success: {
    description: "Notice is given.",
    fields: (t) => ({ partnerExit: t.expose("partnerExit", { type: PartnerExit, description: "With its dates." }) }),
  },
});

mutation("withdrawPartnerNotice", {
  description: "Takes a notice back before it has ended: everything goes on as if it had not been given.",
  input: (t) => ({
    partnerExitId: t.id({ required: true, description: "Which." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [PartnerExitNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ partnerExit: await withdrawPartnerNotice(deps, actor, input) }),
  success: {
    description: "The partner stays.",
    fields: (t) => ({ partnerExit: t.expose("partnerExit", { type: PartnerExit, description: "As it is now." }) }),
  },
});

keyedMutation("releaseSecured", {
  description:
    "Asks risk to give a partner that is out its collateral and its share of the loss pool; with that it is closed.",
  input: (t) => ({
    partnerExitId: t.id({ required: true, description: "Which exit." }),
    reason: t.string({ required: true, description: "Why; kept with the entry." }),
  }),
  refusals: [PartnerExitNotFound, ExitNotComplete],
  resolve: async (input, { deps, actor }) => ({ approval: await releaseSecured(deps, actor, input) }),
  success: {
    description: "It waits for risk.",
    fields: (t) => ({ approval: t.expose("approval", { type: Approval, description: "What risk has to decide." }) }),
  },
});
