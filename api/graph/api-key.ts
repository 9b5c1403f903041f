import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Terminal, terminals } from "#api/graph/location.ts";
import { byParent } from "#api/graph/parent-pages.ts";
import type { ApiKey as ApiKeyRow } from "#api/sql/rows.ts";
import { findApiKeys, findApiKeysOf } from "#api/use-cases/partners/find-api-keys.ts";

export const apiKeys = byId(findApiKeys);
export const apiKeysOf = byParent(findApiKeysOf);

export const ApiKey = builder.objectRef<ApiKeyRow>("ApiKey");
builder.node(ApiKey, {
  description: "A machine's credential. The secret itself is shown once, when the key is made.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => apiKeys.findMany(context, ids),
  fields: (t) => ({
    name: t.exposeString("name", { description: "What it is for, in the words of whoever made it." }),
    hint: t.exposeString("hint", { description: "The secret's last characters, to tell keys apart." }),
    scopes: t.exposeStringList("scopes", { description: "What the machine may do. Bounded by the number of scopes." }),
    terminal: t.field({
      type: Terminal,
      nullable: true,
      description: "The till it is bound to. Null for a back office.",
      resolve: ({ terminalId }, _args, context) => terminals.find(context, terminalId),
    }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", nullable: true, description: "Null: when it is revoked." }),
    revokedAt: t.expose("revokedAt", { type: "DateTime", nullable: true, description: "Null while it lives." }),
    lastUsedAt: t.expose("lastUsedAt", { type: "DateTime", nullable: true, description: "Null until it is used." }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made." }),
  }),
});

export const apiKeyPages = connectionOf("ApiKey", ApiKey, ({ id }) => id);
