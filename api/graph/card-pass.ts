import { builder } from "#api/graph/builder.ts";
import { applePassOf, googlePassOf, walletsOf } from "#api/use-cases/members/card-pass.ts";

const Wallets = builder.objectRef<ReturnType<typeof walletsOf>>("TelephoneWallets").implement({
  description: "Whose telephones' wallets this hub issues cards for.",
  fields: (t) => ({
    apple: t.exposeBoolean("apple", { description: "Apple's." }),
    google: t.exposeBoolean("google", { description: "Google's." }),
  }),
});

builder.queryField("telephoneWallets", (t) =>
  t.field({
    type: Wallets,
    description: "Into which telephones' wallets cards can be put.",
    resolve: (_root, _args, { deps }) => walletsOf(deps),
  }),
);
builder.queryField("applePass", (t) =>
  t.string({
    nullable: true,
    description:
      "An active card of the viewing member for Apple's wallet: a signed .pkpass archive in base 64, with the barcode that collects and the points of this instant. Null: no such card, or the wallet is off.",
    complexity: { field: 500, multiplier: 1 },
    args: { cardId: t.arg.id({ required: true, description: "Which card." }) },
    resolve: async (_root, { cardId }, { deps, actor }) => {
      const archive = await applePassOf(deps, actor, cardId);
      return archive && Buffer.from(archive).toString("base64");
    },
  }),
);
builder.queryField("googlePass", (t) =>
  t.string({
    nullable: true,
    description:
      "A link that puts an active card of the viewing member into Google's wallet, signed by the hub, with the points of this instant. Null: no such card, or the wallet is off.",
    complexity: { field: 100, multiplier: 1 },
    args: { cardId: t.arg.id({ required: true, description: "Which card." }) },
    resolve: (_root, { cardId }, { deps, actor }) => googlePassOf(deps, actor, cardId),
  }),
);
