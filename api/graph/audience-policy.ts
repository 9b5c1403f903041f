import { builder } from "#api/graph/builder.ts";
import { mutation } from "#api/graph/mutation.ts";
import {
  type AudiencePolicyView,
  readAudiencePolicy,
  setAudiencePolicy,
} from "#api/use-cases/analytics/audience-policy.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

const AudiencePolicy = builder.objectRef<AudiencePolicyView>("AudiencePolicy").implement({
  description: "How people are protected in figures about many, and who counts as inactive.",
  fields: (t) => ({
    minimumGroup: t.exposeInt("minimumGroup", {
      description: "Fewer members than this are never told of as a number to whoever does not know them.",
    }),
    inactiveDays: t.exposeInt("inactiveDays", { description: "Who bought nothing for so many days is inactive." }),
  }),
});
builder.queryField("audiencePolicy", (t) =>
  t.field({
    type: AudiencePolicy,
    description: "What holds now.",
    resolve: (_root, _args, { deps, actor }) => readAudiencePolicy(deps, actor),
  }),
);
mutation("setAudiencePolicy", {
  description: "Says how small a group is told of, and who counts as inactive.",
  input: (t) => ({
    minimumGroup: t.int({ required: true, description: "5 to 1,000." }),
    inactiveDays: t.int({ required: true, description: "7 to 731." }),
    reason: t.string({ required: true, description: "Why; kept in the audit log." }),
  }),
  refusals: [InvalidValue],
  resolve: async (input, { deps, actor }) => ({ policy: await setAudiencePolicy(deps, actor, input) }),
  success: {
    description: "It holds from now on.",
    fields: (t) => ({ policy: t.expose("policy", { type: AudiencePolicy, description: "As it is now." }) }),
  },
});
