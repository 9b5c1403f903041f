/**
 * Turns schema/operations into `schema/answers.ts`, what each operation takes and answers as types, and
 * `schema/documents.ts`: one typed constant per operation, with the id under which schema/persisted.json keeps its text.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as operationTypes from "@graphql-codegen/typescript-operations";
import { type DocumentNode, Kind, parse, printSchema, validate } from "graphql";
import { persistedOperations } from "#api/graph/contract.ts";
import { toSchema } from "#api/graph/schema.ts";

const room = fileURLToPath(new URL("../schema/", import.meta.url));
const made = "// Made by scripts/operations.ts from schema/operations; edit those.\n";

const operations = Object.entries(persistedOperations())
  .map(([id, text]) => ({ id, document: parse(text), ...operationOf(parse(text)) }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Contract's scalars as they are in JSON. */
const scalars = {
  ID: "string",
  Points: "number",
  Decimal: "string",
  DateTime: "string",
  Date: "string",
  IdempotencyKey: "string",
  CurrencyCode: "string",
};

const schema = toSchema();
const refused = operations.flatMap(({ name, document }) =>
  validate(schema, document).map(({ message }) => `${name}: ${message}`),
);
if (refused.length > 0) throw new Error(`Not all of schema/operations fits the contract.\n${refused.join("\n")}`);
const answers = await codegen({
  filename: "answers.ts",
  schemaAst: schema,
  schema: parse(printSchema(schema)),
  documents: operations.map(({ name, document }) => ({ location: name, document })),
  pluginMap: { operationTypes },
  plugins: [{ operationTypes: {} }],
  config: {
    scalars,
    strictScalars: true,
    enumType: "string-literal",
    ignoreEnumValuesFromSchema: true,
    maybeValue: "T | null",
    inputMaybeValue: "T | null | undefined",
    arrayInputCoercion: false,
    disableDescriptions: true,
  },
});
writeFileSync(`${room}answers.ts`, made + answers);

const constants = operations.map(({ id, name, kind }) => {
  const types = `answers.${name}${kind}, answers.${name}${kind}Variables`;
  return `export const ${uncapitalised(name)} = /* @__PURE__ */ operation<${types}>("${name}", "${id}");\n`;
});
writeFileSync(
  `${room}documents.ts`,
  `${made}import type * as answers from "#schema/answers.ts";
import { operation } from "#schema/typed.ts";

${constants.join("")}`,
);

function operationOf(document: DocumentNode): { name: string; kind: "Query" | "Mutation" | "Subscription" } {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const kind = ({ query: "Query", mutation: "Mutation", subscription: "Subscription" } as const)[
    operation?.operation ?? "query"
  ];
  return { name: operation?.name?.value ?? "Unnamed", kind };
}

function uncapitalised(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
