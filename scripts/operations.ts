/**
 * Turns schema/operations into `schema/documents.ts`: one typed constant per operation, with the id under which
 * schema/persisted.json keeps its text. gql.tada types them against `schema/introspection.d.ts`, made here too.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { minifyIntrospection, outputIntrospectionFile } from "@gql.tada/internal";
import { introspectionFromSchema, Kind, parse } from "graphql";
import { persistedOperations } from "#api/graph/contract.ts";
import { toSchema } from "#api/graph/schema.ts";

const room = fileURLToPath(new URL("../schema/", import.meta.url));

const operations = Object.entries(persistedOperations())
  .map(([id, text]) => ({ id, text, name: nameOf(text) }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const constants = operations.map(
  ({ id, text, name }) => `const ${name} = /* @__PURE__ */ graphql(\`
${text}
\`);
export const ${uncapitalised(name)} = /* @__PURE__ */ operation<typeof ${name}>("${name}", "${id}");
`,
);

writeFileSync(
  `${room}documents.ts`,
  `// Made by scripts/operations.ts from schema/operations; edit those.
import { graphql, operation } from "#schema/typed.ts";

${constants.join("\n")}`,
);

const introspection = minifyIntrospection(introspectionFromSchema(toSchema(), { descriptions: false }));
writeFileSync(
  `${room}introspection.d.ts`,
  outputIntrospectionFile(introspection, { fileType: ".d.ts", shouldPreprocess: true }),
);

function nameOf(text: string): string {
  const operation = parse(text).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operation?.name?.value ?? "Unnamed";
}

function uncapitalised(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
