import type { DocumentNode } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Actor } from "#api/kernel/actor.ts";
import type { Mode } from "#api/server/config.ts";

const KNOWN_MAX = 1_000;

/**
 * Documents that were parsed and found valid are not looked at again. Refused ones are, each time: their errors carry
 * what is said of them on the way, which a kept error would have lost.
 */
export function knownDocuments(mode: Mode): Plugin<{ actor: Actor }> {
  const parsed = new Map<string, DocumentNode>();
  /** By who may ask: in production the rules for people are stricter than those for machines. */
  const valid = { people: new WeakSet<DocumentNode>(), machines: new WeakSet<DocumentNode>() };
  return {
    onParse({ params, setParsedDocument }) {
      const text = params.source.toString();
      const known = parsed.get(text);
      if (known) return void setParsedDocument(known);
      return ({ result }) => {
        if (result === null || result instanceof Error) return;
        const [oldest] = parsed.keys();
        if (parsed.size >= KNOWN_MAX && oldest !== undefined) parsed.delete(oldest);
        parsed.set(text, result as DocumentNode);
      };
    },
    onValidate({ params: { documentAST }, context, setResult }) {
      const ours = mode === "production" && context.actor.kind !== "machine" ? valid.people : valid.machines;
      if (ours.has(documentAST)) return void setResult([]);
      return ({ valid: isValid }) => {
        if (isValid) ours.add(documentAST);
      };
    },
  };
}
