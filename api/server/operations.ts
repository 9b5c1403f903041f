import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { topLevel } from "#api/graph/top-level.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { Mode } from "#api/server/config.ts";

/** What a client sends, on either transport. */
export type Asked = {
  query?: string | undefined;
  extensions?: Record<string, unknown> | undefined;
};

/** The committed operations, by the sha256 of their text. */
export type Operations = ReadonlyMap<string, string>;

export function readOperations(): Operations {
  const file = new URL("../../schema/persisted.json", import.meta.url);
  return new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>));
}

/**
 * The operation's text. By hash for everybody; as text for machines, and in production for nobody else, so that a
 * browser can only ask what was reviewed. The same rule on HTTP and on WebSocket.
 */
export function textOf(asked: Asked, actor: Actor, mode: Mode, operations: Operations): string | undefined {
  const hash = hashOf(asked);
  if (asked.query === undefined && hash !== null) {
    const text = operations.get(hash);
    if (text === undefined) throw topLevel("PERSISTED_ONLY", `No operation ${hash} is registered.`);
    return text;
  }
  const text = asked.query;
  if (text === undefined || mode !== "production" || actor.kind === "machine") return text;
  if (operations.has(createHash("sha256").update(text).digest("hex"))) return text;
  throw topLevel("PERSISTED_ONLY", "Only registered operations are answered here; send an operation's hash.");
}

function hashOf({ extensions }: Asked): string | null {
  const persisted = extensions?.["persistedQuery"];
  if (typeof persisted !== "object" || persisted === null || !("sha256Hash" in persisted)) return null;
  return typeof persisted.sha256Hash === "string" ? persisted.sha256Hash : null;
}
