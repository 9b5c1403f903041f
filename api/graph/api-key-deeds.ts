import { ApiKey } from "#api/graph/api-key.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { createApiKey } from "#api/use-cases/partners/create-api-key.ts";
import {
  ApiKeyNotFound,
  InvalidValue,
  PartnerNotFound,
  TerminalNotFound,
  TooManyApiKeys,
  UnknownScope,
} from "#api/use-cases/partners/refusals.ts";
import { revokeApiKey } from "#api/use-cases/partners/revoke-api-key.ts";

keyedMutation("createApiKey", {
  description: "Gives a machine its credential. Two keys may live side by side while one replaces the other.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Whose machine." }),
    terminalId: t.id({ description: "The till it is bound to; none for a back office." }),
    name: t.string({ required: true, description: "What it is for." }),
    scopes: t.stringList({
      required: true,
      description: "purchases:write, purchases:read, members:write, members:read, settlement:read.",
    }),
    expiresAt: t.field({ type: "DateTime", description: "When it ends by itself; never when absent." }),
  }),
  refusals: [PartnerNotFound, TerminalNotFound, TooManyApiKeys, UnknownScope, InvalidValue],
  resolve: (input, { deps, actor }) => createApiKey(deps, actor, input),
  success: {
    description: "The key lives.",
    fields: (t) => ({
      apiKey: t.expose("apiKey", { type: ApiKey, description: "What is known of it from now on." }),
      secret: t.exposeString("secret", {
        nullable: true,
        description:
          "What the machine sends as `Authorization: Bearer`. Null when the key is a retry's: shown once only.",
      }),
    }),
  },
});

mutation("revokeApiKey", {
  description: "Ends a key at once and for ever.",
  input: (t) => ({
    apiKeyId: t.id({ required: true, description: "Which key." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [ApiKeyNotFound],
  resolve: async (input, { deps, actor }) => ({ apiKey: await revokeApiKey(deps, actor, input) }),
  success: {
    description: "The key is dead.",
    fields: (t) => ({ apiKey: t.expose("apiKey", { type: ApiKey, description: "As it is now." }) }),
  },
});
