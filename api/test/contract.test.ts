import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  Kind,
  validate,
} from "graphql";
import { describe, expect, test } from "vitest";
import { operationFiles, persistedFile, persistedOperations, printedSchema, schemaFile } from "#api/graph/contract.ts";
import { toSchema } from "#api/graph/schema.ts";
import { glossary, wordsOf } from "#api/test/glossary.ts";

const schema = toSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

describe("the committed contract", () => {
  test("is what the code prints: run `npm run schema`", () => {
    expect(readFileSync(schemaFile, "utf8")).toBe(printedSchema());
  });

  test("lists the operations a browser may ask: run `npm run schema`", () => {
    expect(existsSync(persistedFile) && JSON.parse(readFileSync(persistedFile, "utf8"))).toEqual(persistedOperations());
  });
});

test("everything is described, in a sentence", () => {
  const silent = types
    .flatMap(described)
    .filter(({ description }) => !/\w.*[.:?)”"`]$/s.test(description?.trim() ?? ""));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

describe("a mutation", () => {
  test.each(mutations.map((field) => [field.name, field] as const))(
    "%s takes one input and answers a result",
    (name, field) => {
      const stem = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      expect(field.args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([`input: ${stem}Input!`]);
      expect(String(field.type)).toBe(`${stem}Result!`);
      expect(membersOf(schema, `${stem}Result`)).toContain(`${stem}Success`);
    },
  );

  test.each(mutations.map((field) => [field.name, field] as const))(
    "%s is keyed exactly when it can refuse a reused key",
    (_name, field) => {
      const input = getNamedType(field.args[0]?.type);
      const key = isInputObjectType(input) ? input.getFields()["idempotencyKey"] : undefined;
      const refuses = membersOf(schema, getNamedType(field.type).name).includes("IdempotencyKeyReusedError");
      expect(key !== undefined && isNonNullType(key.type)).toBe(refuses);
    },
  );

  test("answers refusals that all carry a code and a message", () => {
    const results = mutations.flatMap((field) => membersOf(schema, getNamedType(field.type).name));
    const refusals = results.filter((name) => !name.endsWith("Success")).map((name) => schema.getType(name));
    const odd = refusals.filter(
      (type) => !isObjectType(type) || !type.getInterfaces().some(({ name }) => name === "Error"),
    );
    expect(odd.map(String)).toEqual([]);
  });
});

describe("names", () => {
  /** Made from a mutation's or a refusal's own name, which are verbs and adjectives. */
  const derived = /(Input|Result|Success|Error)$/;
  const technical = new Set([
    "Query",
    "Mutation",
    "Subscription",
    "Node",
    "PageInfo",
    "Error",
    "ErrorCode",
    "Viewer",
    "Money",
  ]);
  const nouns = types.map(({ name }) => name).filter((name) => !derived.test(name) && !technical.has(name));
  const scalars = new Set(["Decimal", "DateTime", "Date", "IdempotencyKey", "CurrencyCode"]);

  test("of types are made of the glossary's words", () => {
    const unknown = nouns.filter(
      (name) => !scalars.has(name) && !wordsOf(name).some((word) => glossary.words.has(word)),
    );
    expect(unknown).toEqual([]);
  });

  test("never use a word the glossary refuses", () => {
    const refused = types.filter(({ name }) => wordsOf(name).some((word) => glossary.refused.has(word)));
    expect(refused.map(String)).toEqual([]);
  });

  test("of instants end in At, of business days in On", () => {
    const fields = types.flatMap((type) =>
      isObjectType(type) ? Object.values(type.getFields()).map((field) => [type, field] as const) : [],
    );
    const odd = fields.filter(([, { name, type }]) => {
      const scalar = getNamedType(type).name;
      return (
        (scalar === "DateTime" && !/(At|from|until|From|Until)$/.test(name)) ||
        (scalar === "Date" && !/(On|Date)$/.test(name))
      );
    });
    expect(odd.map(([type, field]) => `${type}.${field.name}`)).toEqual([]);
  });
});

test("what is deprecated says until when, and is gone after that day", () => {
  const today = new Date().toISOString().slice(0, 10);
  const undated = types.flatMap(described).filter(({ deprecationReason }) => {
    const day = /Removal after (\d{4}-\d{2}-\d{2})\.$/.exec(deprecationReason ?? "")?.[1];
    return deprecationReason && (!day || day < today);
  });
  expect(undated.map(({ path }) => path)).toEqual([]);
});

describe("operations", () => {
  const files = operationFiles();

  test.each(files.map(({ file, document }) => [file, document] as const))(
    "%s holds one valid operation of its name",
    (file, document) => {
      const names = document.definitions.flatMap((node) =>
        node.kind === Kind.OPERATION_DEFINITION ? [node.name?.value] : [],
      );
      expect(names).toEqual([basename(file, ".graphql")]);
      expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
    },
  );

  test("have names of their own", () => {
    const names = files.map(({ file }) => basename(file));
    expect(names).toEqual([...new Set(names)]);
  });
});

type Described = {
  path: string;
  description?: string | null | undefined;
  deprecationReason?: string | null | undefined;
};

function described(type: GraphQLNamedType): Described[] {
  const self = { path: type.name, description: type.description };
  if (isEnumType(type))
    return [self, ...type.getValues().map((value) => ({ ...value, path: `${type.name}.${value.name}` }))];
  if (isInputObjectType(type)) {
    return [
      self,
      ...Object.values(type.getFields()).map((field) => ({ ...field, path: `${type.name}.${field.name}` })),
    ];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [self];
  return [
    self,
    ...Object.values(type.getFields()).flatMap((field) => [
      { ...field, path: `${type.name}.${field.name}` },
      ...field.args.map((arg) => ({ ...arg, path: `${type.name}.${field.name}(${arg.name})` })),
    ]),
  ];
}

function membersOf(from: GraphQLSchema, name: string): string[] {
  const type = from.getType(name);
  return isUnionType(type) ? type.getTypes().map((member) => member.name) : [];
}
