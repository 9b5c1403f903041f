import type { GraphQLSchema } from "graphql";
import { builder } from "#api/graph/builder.ts";
// Each noun adds its types, queries, mutations and subscriptions to the builder when it is imported.
import "#api/graph/scalars.ts";
import "#api/graph/refusals.ts";

let built: GraphQLSchema | null = null;

/** The whole contract. Built once: the builder is complete when all nouns are imported above. */
export function toSchema(): GraphQLSchema {
  built ??= builder.toSchema();
  return built;
}
