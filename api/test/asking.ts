import {
  type DocumentNode,
  execute,
  type GraphQLArgument,
  type GraphQLError,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
  validate,
} from "graphql";
import type { Context } from "#api/graph/context.ts";
import { toSchema } from "#api/graph/schema.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { type IdKind, idPrefixes } from "#api/kernel/ids.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Gives the id to use for an argument or input field; undefined leaves an optional one out. */
export type IdFor = (name: string) => string | undefined;

export type Asked = {
  query: string;
  text: string;
  errors: string[];
  data: unknown;
  /** Those of the errors that nobody may ever get: a question the schema does not know, a field that breaks. */
  wrong: string[];
};

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
  const document = parse(query);
  const mistakes = mistakesIn(query, document);
  const { data, errors } =
    mistakes.length > 0 ? { errors: mistakes } : await execute({ schema, document, contextValue });
  const text = JSON.stringify({ data, errors });
  const faults = (errors ?? []).filter(({ originalError }) => faultNames.test(originalError?.name ?? ""));
  const messages = (from: readonly GraphQLError[]) => from.map(({ message }) => message);
  return { query, data, text, errors: messages(errors ?? []), wrong: messages([...mistakes, ...faults]) };
}

/** Of programs and databases; refusals have names of their own. */
const faultNames = /^(Prisma.*|(Type|Range|Reference)Error|error|DatabaseError)$/;
const understood = new Set<string>();

/** A question of the same shape about other ids is checked once. */
function mistakesIn(query: string, document: DocumentNode): readonly GraphQLError[] {
  const shape = query.replaceAll(/[a-z]{3}_[0-9A-Z]{26}|walk-\d+/g, "");
  if (understood.has(shape)) return [];
  const mistakes = validate(schema, document);
  if (mistakes.length === 0) understood.add(shape);
  return mistakes;
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
  ledgerproof: "booksProof",
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
    const value = literalOf(name, type, idFor);
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  if (!oneOf) return `{ ${given.join(", ")} }`;
  const [first] = Object.values(fields).map(({ name, type }) => `${name}: ${sample(name, type, idFor)}`);
  return `{ ${given[0] ?? first} }`;
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
