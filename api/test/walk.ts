import { type GraphQLOutputType, getNamedType, isAbstractType, isLeafType, isObjectType } from "graphql";
import { toSchema } from "#api/graph/schema.ts";
import { type Asked, argsText, type Field, type IdFor } from "#api/test/asking.ts";

/** Somewhere to begin: a root field and the ids it is asked about. */
export type Start = { root: Field; idFor: IdFor };
export type Walk = {
  /** Hears of every object type that an answer had. */
  reached?: (typeName: string) => void;
  /** No further from the root than so many fields. */
  depth?: number;
};

/** Objects that a question came by: what it is called, the way to it, and who it is. */
type Place = { type: string; path: readonly string[]; idFor: IdFor; who: readonly string[] };

const schema = toSchema();

/**
 * Follows every field of every object that can be come by from the starts, nearest first. An object is known by its id,
 * one without an id by the way from the last that has one; each is asked once for all its fields, for what a field
 * answers depends on the object and on who asks, never on the way there.
 */
export async function walk(put: (query: string) => Promise<Asked>, starts: readonly Start[], how: Walk = {}) {
  const { reached = () => undefined, depth = 14 } = how;
  const seen = new Set<string>();
  let places: Place[] = [];
  for (const { root, idFor } of starts) places.push(...(await enter([], root, idFor, [""])));
  while (places.length > 0) places = (await Promise.all(places.map(leave))).flat();

  /** Asks one field, and answers the objects behind it that nobody has been at. */
  async function enter(path: readonly string[], field: Field, idFor: IdFor, from: readonly string[]) {
    const way = [...path, asText(field, idFor)];
    const asked = await put(queryOf(way, inside(field.type, idFor)));
    return arrived(field, way, idFor, objectsAt(asked.data, way), from);
  }

  /** Asks all fields of these objects at once; one by one when one of them fails. */
  async function leave({ type, path, idFor, who }: Place): Promise<Place[]> {
    const fields = fieldsOf(type).filter((field) => !isLeafType(getNamedType(field.type)));
    if (fields.length === 0 || path.length > depth) return [];
    const asked = await put(
      queryOf(path, fields.map((one) => `${asText(one, idFor)} ${inside(one.type, idFor)}`).join(" ")),
    );
    if (asked.errors.length > 0) {
      return (await Promise.all(fields.map((field) => enter(path, field, idFor, who)))).flat();
    }
    const parents = objectsAt(asked.data, path);
    return fields.flatMap((field) => {
      const found = parents.flatMap((parent) => objectsIn(parent[field.name]));
      return arrived(field, [...path, asText(field, idFor)], idFor, found, who);
    });
  }

  function arrived(
    field: Field,
    path: readonly string[],
    idFor: IdFor,
    found: readonly Row[],
    from: readonly string[],
  ): Place[] {
    const isAbstract = isAbstractType(getNamedType(field.type));
    return [...Map.groupBy(found, (row) => String(row["__typename"]))].flatMap(([type, rows]) => {
      reached(type);
      const ids = rows.map(({ id }) => id);
      const who = ids.every((id) => typeof id === "string")
        ? ids.map(String)
        : from.map((one) => `${one} ${asText(field, idFor)}`);
      const questions = fieldsOf(type)
        .map((one) => asText(one, idFor))
        .join(" ");
      const fresh = who.map((one) => `${one} ${questions}`).filter((one) => !seen.has(one));
      for (const one of fresh) seen.add(one);
      return fresh.length === 0 ? [] : [{ type, path: isAbstract ? [...path, `... on ${type}`] : path, idFor, who }];
    });
  }
}

type Row = Record<string, unknown>;

/** What is asked of an object in any case: its leaves. */
function inside(type: GraphQLOutputType, idFor: IdFor): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return "";
  if (isObjectType(named)) return `{ ${leavesOf(named.name, idFor)} }`;
  const types = isAbstractType(named) ? schema.getPossibleTypes(named) : [];
  return `{ __typename ${types.map(({ name }) => `... on ${name} { ${leavesOf(name, idFor, `${name}_`)} }`).join(" ")} }`;
}

/** Possible types may have unlike fields of one name: the prefix keeps them apart. */
function leavesOf(type: string, idFor: IdFor, prefix = ""): string {
  const leaves = fieldsOf(type).filter((field) => isLeafType(getNamedType(field.type)));
  const named = (field: Field) => (prefix === "" || field.name === "id" ? "" : `${prefix}${field.name}: `);
  return ["__typename", ...leaves.map((field) => `${named(field)}${asText(field, idFor)}`)].join(" ");
}

function fieldsOf(type: string): Field[] {
  const found = schema.getType(type);
  return isObjectType(found) ? Object.values(found.getFields()) : [];
}

function asText(field: Field, idFor: IdFor): string {
  return `${field.name}${argsText(field.args, idFor)}`;
}

/** The objects at the end of a way into an answer. */
function objectsAt(data: unknown, path: readonly string[]): Row[] {
  return path.reduce<Row[]>((rows, step) => {
    const [, type] = /^\.\.\. on (\w+)/.exec(step) ?? [];
    if (type) return rows.filter((row) => row["__typename"] === type);
    return rows.flatMap((row) => objectsIn(row[/^\w+/.exec(step)?.[0] ?? ""]));
  }, objectsIn(data));
}

function objectsIn(value: unknown): Row[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return typeof value === "object" && value !== null ? [value as Row] : [];
}

function queryOf(path: readonly string[], leaves: string): string {
  const inner = /[^\s{}]/.test(leaves) ? ` ${leaves.startsWith("{") ? leaves : `{ ${leaves} }`}` : "";
  return `{ ${path.join(" { __typename ")}${inner}${" }".repeat(path.length)}`;
}
