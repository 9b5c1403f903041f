import SchemaBuilder from "@pothos/core";
import ComplexityPlugin from "@pothos/plugin-complexity";
import DataloaderPlugin from "@pothos/plugin-dataloader";
import ErrorsPlugin from "@pothos/plugin-errors";
import RelayPlugin from "@pothos/plugin-relay";
import ScopeAuthPlugin from "@pothos/plugin-scope-auth";
import { type GraphQLOutputType, getNamedType, getNullableType, isLeafType, isListType } from "graphql";
import type { Context } from "#api/graph/context.ts";
import { limits } from "#api/graph/limits.ts";
import { typenameOf } from "#api/graph/node-types.ts";
import { topLevel } from "#api/graph/top-level.ts";
import { Unauthenticated } from "#api/kernel/access.ts";

type Scalar<Shape> = { Input: Shape; Output: Shape };

export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  AuthScopes: { signedIn: boolean };
  Scalars: {
    ID: { Input: string; Output: string };
    Points: Scalar<bigint>;
    Decimal: Scalar<string>;
    DateTime: Scalar<Date>;
    /** YYYY-MM-DD */
    Date: Scalar<string>;
    IdempotencyKey: Scalar<string>;
    CurrencyCode: Scalar<string>;
  };
}>({
  // Errors come first, so that refusals thrown inside the other plugins' wrappers become union members too.
  plugins: [ErrorsPlugin, ScopeAuthPlugin, RelayPlugin, DataloaderPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  errors: { directResult: true },
  scopeAuth: {
    authScopes: ({ actor }) => ({ signedIn: actor.kind !== "anonymous" }),
    authorizeOnSubscribe: true,
    unauthorizedError: () => new Unauthenticated(),
  },
  relay: {
    encodeGlobalID: (_typename, id) => String(id),
    decodeGlobalID: (id) => ({ typename: typenameOf(id), id }),
    idFieldOptions: { description: "Opaque, global, permanent." },
    nodeTypeOptions: {
      description: "Anything with a global id.",
      resolveType: (row) => (hasId(row) ? typenameOf(row.id) : undefined),
    },
    nodeQueryOptions: {
      description: "The object behind a global id. Null when there is none, or none the viewer may see.",
      args: { id: { description: "As any `id` field gave it." } },
      resolve: (_root, { id }, _context, info, load) => {
        const type = info.schema.getType(id.typename);
        return type && "getInterfaces" in type && type.getInterfaces().some(({ name }) => name === "Node")
          ? load(id)
          : null;
      },
    },
    nodesQueryOptions: false,
    cursorType: "String",
    edgesFieldOptions: {
      description: "The rows of this page, in order.",
      nullable: { list: false, items: false },
      complexity: { field: 1, multiplier: 1 },
    },
    nodeFieldOptions: { description: "The row itself.", nullable: false },
    cursorFieldOptions: { description: "Where this row stands; give it as `after` to go on from here." },
    pageInfoFieldOptions: { description: "Whether and from where to go on." },
    pageInfoTypeOptions: { description: "Where a page stands among the others." },
    hasNextPageFieldOptions: { description: "Are there rows after this page?" },
    hasPreviousPageFieldOptions: { description: "Are there rows before this page?" },
    startCursorFieldOptions: { description: "The first row's cursor. Null on an empty page." },
    endCursorFieldOptions: { description: "The last row's cursor. Null on an empty page." },
  },
  complexity: {
    limit: ({ isMeasured }) =>
      isMeasured ? {} : { complexity: limits.complexity, depth: limits.depth, breadth: limits.breadth },
    fieldComplexity: (_args, _context, field) => cost(field.type),
    complexityError: (kind, measured) => {
      const name = kind.toLowerCase() as "complexity" | "depth" | "breadth";
      return topLevel(
        "TOO_COMPLEX",
        `The operation's ${name} is ${measured[name]}; at most ${limits[name]} is allowed.`,
        {
          limit: name,
          allowed: limits[name],
          asked: measured[name],
        },
      );
    },
  },
});

/** The types the builder was made with, for helpers that take its field builders. */
export type GraphTypes = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;

builder.queryType({ description: "Everything the viewer may ask.", authScopes: { signedIn: true } });
builder.mutationType({ description: "Everything the viewer may do.", authScopes: { signedIn: true } });

/** An amount is no more to fetch than a number. */
const valueTypes = new Set(["Money"]);

/** Leaves and values are free (breadth counts them); an object costs one; a list multiplies what it holds. */
function cost(type: GraphQLOutputType): { field: number; multiplier: number } {
  const named = getNamedType(type);
  if (isLeafType(named) || valueTypes.has(named.name)) return { field: 0, multiplier: 1 };
  return { field: 1, multiplier: isListType(getNullableType(type)) ? limits.listGuess : 1 };
}

function hasId(row: unknown): row is { id: string } {
  return typeof row === "object" && row !== null && "id" in row && typeof row.id === "string";
}
