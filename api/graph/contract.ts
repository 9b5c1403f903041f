import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
} from "graphql";
import { toSchema } from "#api/graph/schema.ts";

export const schemaFile = fileURLToPath(new URL("../../schema/schema.graphql", import.meta.url));
export const persistedFile = fileURLToPath(new URL("../../schema/persisted.json", import.meta.url));
const folder = fileURLToPath(new URL("../../schema/operations/", import.meta.url));

/** The contract as it is committed: sorted, so that a diff shows only what changed. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(toSchema()))}\n`;
}

/** A committed operation with the fragments it uses. `file` is its path under schema/operations. */
export type OperationFile = { file: string; document: DocumentNode };

/** Every committed operation. A file of fragments alone is there for the others. */
export function operationFiles(): OperationFile[] {
  const parsed = graphqlFiles().map((file) => ({ file, document: parse(readFileSync(join(folder, file), "utf8")) }));
  const definitions = parsed.flatMap(({ document }) => document.definitions);
  const fragments = new Map(definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]));
  return parsed
    .filter(({ document }) => document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION))
    .map(({ file, document }) => ({ file, document: withFragments(document, fragments) }));
}

/** sha256 of an operation's printed text to the text: what a browser may ask in production. */
export function persistedOperations(): Record<string, string> {
  const texts = operationFiles().map(({ document }) => print(document));
  return Object.fromEntries(texts.map((text) => [createHash("sha256").update(text).digest("hex"), text]).sort());
}

function graphqlFiles(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".graphql")).sort();
}

function isFragment(definition: DocumentNode["definitions"][number]): definition is FragmentDefinitionNode {
  return definition.kind === Kind.FRAGMENT_DEFINITION;
}

function withFragments(document: DocumentNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): DocumentNode {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: DocumentNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || used.has(name.value)) return;
        used.set(name.value, fragment);
        collect(fragment);
      },
    });
  collect(document);
  const operations = document.definitions.filter((definition) => !isFragment(definition));
  return { kind: Kind.DOCUMENT, definitions: [...operations, ...used.values()] };
}
