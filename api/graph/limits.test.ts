import { readFileSync } from "node:fs";
import { complexityFromQuery } from "@pothos/plugin-complexity";
import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type NonNullTypeNode,
  parse,
  typeFromAST,
} from "graphql";
import { expect, test } from "vitest";
import { limits } from "#api/graph/limits.ts";
import { toSchema } from "#api/graph/schema.ts";

const registered = Object.values(JSON.parse(readFileSync("schema/persisted.json", "utf8")) as Record<string, string>);

test("nothing that the portal asks is deeper or broader than a question may be", () => {
  const schema = toSchema();
  const measured = registered.flatMap((text) => {
    const [operation] = parse(text).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== "query") return [];
    const given = (operation.variableDefinitions ?? []).map(({ variable, type }) => [
      variable.name.value,
      anyOf(typeFromAST(schema, type as NonNullTypeNode) as GraphQLInputType | undefined),
    ]);
    const { depth, breadth } = complexityFromQuery(text, { schema, variables: Object.fromEntries(given), ctx: {} });
    return [{ name: operation.name?.value, depth, breadth }];
  });
  expect(measured.length).toBeGreaterThan(100);
  expect(measured.filter(({ depth, breadth }) => depth > limits.depth || breadth > limits.breadth)).toEqual([]);
});

test("a question makes two of Apple's passes at most, for each is signed while everybody else waits", () => {
  const passes = (count: number) => Array.from({ length: count }, (_none, nth) => `p${nth}: applePass(cardId: "x")`);
  const complexityOf = (fields: string[]) =>
    complexityFromQuery(`{ ${fields.join(" ")} }`, { schema: toSchema(), variables: {}, ctx: {} }).complexity;
  expect(complexityOf(passes(2))).toBeLessThanOrEqual(limits.complexity);
  expect(complexityOf(passes(3))).toBeGreaterThan(limits.complexity);
});

const scalars: Record<string, unknown> = {
  Int: 1,
  Boolean: true,
  Points: 1,
  Date: "2026-03-10",
  DateTime: "2026-03-10T12:00:00Z",
  Decimal: "1.00",
};

/** A value of the type, whichever; null where one may be left out. */
function anyOf(type: GraphQLInputType | undefined): unknown {
  if (!isNonNullType(type)) return null;
  const of: GraphQLInputType = type.ofType;
  if (isListType(of)) return [];
  if (isEnumType(of)) return of.getValues()[0]?.name;
  if (!isInputObjectType(of)) return scalars[String(of)] ?? "x";
  const fields = Object.values(of.getFields());
  if (of.isOneOf) return Object.fromEntries(fields.slice(0, 1).map(({ name }) => [name, "x"]));
  return Object.fromEntries(fields.map(({ name, type: own }) => [name, anyOf(own)]));
}
