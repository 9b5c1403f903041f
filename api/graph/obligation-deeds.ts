import { mutation } from "#api/graph/mutation.ts";
import { Obligation } from "#api/graph/obligation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { holdPayOut, liftPayOut } from "#api/use-cases/settlement/hold-pay-out.ts";
import { ObligationNotFound, PartnerMayNotBePaid } from "#api/use-cases/settlement/refusals.ts";

refusal(PartnerMayNotBePaid, "PARTNER_MAY_NOT_BE_PAID", "What the partner is owed stays held.", (t) => ({
  partnerId: t.exposeID("partnerId", { description: "The partner." }),
  status: t.exposeString("status", { description: "Where it stands." }),
}));

const deeds = [
  ["holdPayOut", holdPayOut, "Keeps a pay-out back that was not sent yet.", "It is on hold.", []],
  ["liftPayOut", liftPayOut, "Lets a pay-out go that was kept back.", "It is due.", [PartnerMayNotBePaid]],
] as const;

for (const [name, deed, description, outcome, own] of deeds) {
  mutation(name, {
    description,
    input: (t) => ({
      obligationId: t.id({ required: true, description: "Which obligation." }),
      reason: t.string({ required: true, description: "Why; kept with the step." }),
    }),
    refusals: [ObligationNotFound, TransitionRefused, ...own],
    resolve: async (input, { deps, actor }) => ({ obligation: await deed(deps, actor, input) }),
    success: {
      description: outcome,
      fields: (t) => ({ obligation: t.expose("obligation", { type: Obligation, description: "As it is now." }) }),
    },
  });
}
