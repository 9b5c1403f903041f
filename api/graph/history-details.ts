import { builder } from "#api/graph/builder.ts";
import { MemberEntry } from "#api/graph/history.ts";
import { byId } from "#api/graph/loaders.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { Purchase, purchases } from "#api/graph/purchase.ts";
import type { LotPoints as LotPointsRow } from "#api/ledger/read/figures.ts";
import { readLotsOfEntries } from "#api/use-cases/figures/read-lots-of-entries.ts";
import { historyKey } from "#api/use-cases/members/list-history.ts";

const lotsOfEntries = byId(readLotsOfEntries);

export const LotPoints = builder.objectRef<LotPointsRow>("LotPoints").implement({
  description: "The part of an entry that moved points of one lot.",
  fields: (t) => ({
    issuer: t.field({
      type: Partner,
      nullable: true,
      description: "Who issued them. Null when the viewer may not see the partner.",
      resolve: ({ issuerId }, _args, context) => partners.find(context, issuerId),
    }),
    points: t.expose("points", { type: "Points", description: "What the member has more of them; negative: less." }),
    earnedAt: t.expose("earnedAt", { type: "DateTime", description: "When they were earned." }),
    expiresAt: t.expose("expiresAt", {
      type: "DateTime",
      nullable: true,
      description: "When they lapse. Null: never.",
    }),
  }),
});

builder.objectField(MemberEntry, "purchase", (t) =>
  t.field({
    type: Purchase,
    nullable: true,
    description: "The receipt it belongs to. Null when it belongs to none, or to one the viewer may not see.",
    resolve: ({ purchaseId }, _args, context) => purchases.find(context, purchaseId),
  }),
);

builder.objectField(MemberEntry, "lots", (t) =>
  t.field({
    type: [LotPoints],
    nullable: true,
    description:
      "Which points it moved, soonest expiry first; bounded by open lots. Null when the viewer may not see it.",
    resolve: (entry, _args, context) => lotsOfEntries.find(context, historyKey(entry)),
  }),
);
