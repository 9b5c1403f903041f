import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  graphql,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";
import type { Context } from "#api/graph/context.ts";
import { toSchema } from "#api/graph/schema.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { type IdKind, idPrefixes } from "#api/kernel/ids.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Gives the id to use for an argument or input field; undefined leaves an optional one out. */
export type IdFor = (name: string) => string | undefined;

export type Asked = { query: string; text: string; errors: string[]; data: unknown };

const schema = toSchema();
let keys = 0;

/** Asks as somebody, past the transports: what the schema itself lets through. */
export async function ask(deps: Deps, actor: Actor, query: string): Promise<Asked> {
  const contextValue: Context = {
    deps,
    actor,
    loaders: new Map(),
    requestId: "walk",
    currency: { code: "EUR", minorDigits: 2 },
    doorbells: {
      rings: () => ({ [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: null }) }) }),
    },
  };
  const { data, errors } = await graphql({ schema, source: query, contextValue });
  return { query, data, text: JSON.stringify({ data, errors }), errors: (errors ?? []).map(({ message }) => message) };
}

/** The arguments of a field as text, with ids from `idFor` and something plausible for whatever else is required. */
export function argsText(args: readonly GraphQLArgument[], idFor: IdFor): string {
  const given = args.flatMap(({ name, type }) => {
    const value = name === "first" ? "3" : literalOf(name, type, idFor);
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  return given.length > 0 ? `(${given.join(", ")})` : "";
}

/** Names of every ID below these arguments: `input.memberId` and the like. */
export function idNames(args: readonly GraphQLArgument[]): string[] {
  const below = (name: string, type: GraphQLInputType): string[] => {
    const named = getNamedType(type);
    if (named.name === "ID") return [name];
    if (/^actors?$/.test(name)) return ["userId"];
    return isInputObjectType(named)
      ? Object.values(named.getFields()).flatMap((field) => below(field.name, field.type))
      : [];
  };
  return [...new Set(args.flatMap(({ name, type }) => below(name, type)))];
}

/** The kind of object that an ID called so names; null where any will do. */
export function kindNamed(name: string): IdKind | null {
  const stem = name.replace(/Ids?$/, "").toLowerCase();
  const known = Object.keys(idPrefixes) as IdKind[];
  const alias = Object.entries(aliases).find(([end]) => stem.endsWith(end))?.[1];
  return alias ?? known.find((kind) => stem.endsWith(kind.toLowerCase())) ?? null;
}

const aliases: Record<string, IdKind> = {
  reservation: "burn",
  redemption: "burn",
  issuer: "partner",
  redeemer: "partner",
  claimant: "partner",
  respondent: "partner",
  evidence: "disputeEvidence",
};

function literalOf(name: string, type: GraphQLInputType, idFor: IdFor): string | undefined {
  if (isNonNullType(type)) return literalOf(name, type.ofType, idFor) ?? sample(name, type.ofType, idFor);
  const named = getNamedType(type);
  if (named.name === "ID") {
    const id = idFor(name);
    return id === undefined ? undefined : wrapped(type, JSON.stringify(id));
  }
  // An optional object is worth giving when it has an id to give; oneOf objects take one field only.
  if (!isInputObjectType(named) || !idNames([{ name, type } as GraphQLArgument]).some((id) => idFor(id) !== undefined))
    return;
  return wrapped(type, objectText(named.getFields(), named.isOneOf, idFor));
}

function sample(name: string, type: GraphQLInputType, idFor: IdFor): string {
  if (isListType(type)) return `[${sample(name, type.ofType, idFor)}]`;
  if (isNonNullType(type)) return sample(name, type.ofType, idFor);
  if (isInputObjectType(type)) return objectText(type.getFields(), type.isOneOf, idFor);
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "NONE";
  if (/^actors?$/.test(name)) return JSON.stringify(`partnerStaff:${idFor("userId") ?? "nobody"}`);
  return samples[type.name]?.(name) ?? '"Sample text"';
}

function objectText(
  fields: Record<string, { name: string; type: GraphQLInputType }>,
  oneOf: boolean,
  idFor: IdFor,
): string {
  const given = Object.values(fields).flatMap(({ name, type }) => {
    const value = literalOf(name, type, idFor) ?? (oneOf ? undefined : undefined);
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  return `{ ${(oneOf ? given.slice(0, 1) : given).join(", ")} }`;
}

function wrapped(type: GraphQLInputType, text: string): string {
  return isListType(type) ? `[${text}]` : text;
}

const samples: Record<string, (name: string) => string> = {
  ID: () => '"prg_00000000000000000000000000"',
  Points: () => "1",
  Int: () => "1",
  Float: () => "1",
  Boolean: () => "false",
  Decimal: () => '"1.00"',
  DateTime: () => '"2026-04-02T10:00:00.000Z"',
  Date: () => '"2026-04-02"',
  CurrencyCode: () => '"EUR"',
  IdempotencyKey: () => `"walk-${String(++keys).padStart(16, "0")}"`,
  String: (name) => (name === "country" ? '"BY"' : /code$/i.test(name) ? '"W1"' : '"Sample text"'),
};

export type Field = GraphQLField<unknown, unknown>;
export type Reached = (typeName: string, asked: Asked) => void;

/**
 * Follows every field from a root field as far as answers come back, one question per field that holds objects.
 * `reached` hears of every object type that was not null.
 */
export async function follow(
  put: (query: string) => Promise<Asked>,
  root: Field,
  idFor: IdFor,
  { reached = () => undefined, depth = 9 }: { reached?: Reached; depth?: number } = {},
): Promise<void> {
  const seen = new Set<string>();
  await visit(root.type, [`${root.name}${argsText(root.args, idFor)}`]);

  async function visit(type: GraphQLOutputType, path: readonly string[]): Promise<void> {
    const named = getNamedType(type);
    if (isUnionType(named) || isInterfaceType(named)) {
      const asked = await put(queryOf(path, "__typename"));
      const names = new Set([...asked.text.matchAll(/"__typename":"(\w+)"/g)].map(([, name]) => name ?? ""));
      for (const possible of schema.getPossibleTypes(named)) {
        if (names.has(possible.name)) await visit(possible, [...path, `... on ${possible.name}`]);
      }
      return;
    }
    if (!isObjectType(named)) return void (await put(queryOf(path, "")));
    const fields = Object.values(named.getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const asked = await put(queryOf(path, ["__typename", ...leaves.map(asText)].join(" ")));
    if (!asked.text.includes(`"__typename":"${named.name}"`)) return;
    reached(named.name, asked);
    if (path.length > depth) return;
    for (const field of fields) {
      const edge = `${named.name}.${field.name}`;
      if (leaves.includes(field) || seen.has(edge)) continue;
      seen.add(edge);
      await visit(field.type, [...path, asText(field)]);
    }
  }

  function asText(field: Field): string {
    return `${field.name}${argsText(field.args, idFor)}`;
  }
}

function queryOf(path: readonly string[], leaves: string): string {
  const inner = leaves === "" ? "" : ` { ${leaves} }`;
  return `{ ${path.join(" { ")}${inner}${" }".repeat(path.length)}`;
}
