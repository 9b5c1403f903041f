import { builder } from "#api/graph/builder.ts";
import type { Ring } from "#api/graph/context.ts";
import { byId } from "#api/graph/loaders.ts";
import { rings } from "#api/graph/rings.ts";
import { findMembers } from "#api/use-cases/members/find-members.ts";
import { findOwnPartners } from "#api/use-cases/partners/find-own-partners.ts";

const members = byId(findMembers);
const ownPartners = byId(findOwnPartners);

builder.subscriptionType({
  description: "What the viewer may watch. A ring says what changed; the client then asks for what it shows.",
  authScopes: { signedIn: true },
});

export const Doorbell = builder.objectRef<Ring>("Doorbell").implement({
  description: "A signal that something changed. It carries no news itself.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Of what changed: ask `node(id:)` or the screen's own query." }),
    rungAt: t.field({ type: "DateTime", description: "When the gateway heard of it.", resolve: ({ at }) => at }),
  }),
});

builder.subscriptionField("balanceChanged", (t) =>
  t.field({
    type: Doorbell,
    description: "Rings after a member's points moved.",
    args: { memberId: t.arg.id({ required: true, description: "Whose points." }) },
    subscribe: (_root, { memberId }, context) => rings(context, "member", memberId, members),
    resolve: (ring) => ring,
  }),
);

builder.subscriptionField("partnerActivity", (t) =>
  t.field({
    type: Doorbell,
    description: "Rings after something happened at a partner's place or to its position.",
    args: { partnerId: t.arg.id({ required: true, description: "Whose; the viewer's own, or any for the operator." }) },
    subscribe: (_root, { partnerId }, context) => rings(context, "partner", partnerId, ownPartners),
    resolve: (ring) => ring,
  }),
);
