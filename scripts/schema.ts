import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DocumentNode, type FragmentDefinitionNode, Kind, lexicographicSortSchema, parse, print, printSchema, visit } from "graphql";
import { toSchema } from "#api/graph/schema.ts";

const root = new URL("..", import.meta.url).pathname;
const folder = join(root, "schema/operations");

/** The contract as it is printed: sorted, so that a diff shows only what changed. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(toSchema()))}\n`;
}

/** Every committed operation: its file, its document and the fragments that the document uses. */
export function operationFiles(): { file: string; document: DocumentNode }[] {
  const parsed = graphqlFiles(folder).map((file) => ({ file, document: parse(readFileSync(join(folder, file), "utf8")) }));
  const fragments = new Map(
    parsed.flatMap(({ document }) => document.definitions.filter(isFragment).map((found) => [found.name.value, found])),
  );
  return parsed
    .filter(({ document }) => document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION))
    .map(({ file, document }) => ({ file, document: withFragments(document, fragments) }));
}

/** sha256 of an operation's text to the text: what a browser may ask in production. */
export function persistedOperations(): Record<string, string> {
  const texts = operationFiles().map(({ document }) => print(document));
  return Object.fromEntries(texts.map((text) => [createHash("sha256").update(text).digest("hex"), text]).sort());
}

function graphqlFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".graphql")).sort();
}

function isFragment(definition: DocumentNode["definitions"][number]): definition is FragmentDefinitionNode {
  return definition.kind === Kind.FRAGMENT_DEFINITION;
}

function withFragments(document: DocumentNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): DocumentNode {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: DocumentNode | FragmentDefinitionNode) =>
    void visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || used.has(name.value)) return;
        used.set(name.value, fragment);
        collect(fragment);
      },
    });
  collect(document);
  const operations = document.definitions.filter((definition) => !isFragment(definition));
  return { kind: Kind.DOCUMENT, definitions: [...operations, ...[...used.values()]] };
}

if (import.meta.main) {
  writeFileSync(join(root, "schema/schema.graphql"), printedSchema());
  writeFileSync(join(root, "schema/persisted.json"), `${JSON.stringify(persistedOperations(), null, 2)}\n`);
}
