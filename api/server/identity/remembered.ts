import type { Listener } from "#api/server/listener.ts";

/** While the database is heard, what changed is forgotten at once; this bounds what nobody thought of telling. */
const KEEP_MS = 30_000;
/** Else this long at the latest. */
const KEEP_UNHEARD_MS = 1_000;
const MAX = 10_000;

type Entry<Value> = { reading: Promise<Value>; value: Value | undefined; readAt: number };

export type Remembered<Value extends object> = {
  /** As it is remembered, at once; undefined: it has to be read. */
  known(name: string): Value | undefined;
  read(name: string, find: () => Promise<Value>): Promise<Value>;
};

/**
 * Who somebody is, kept so that it costs no query per request. The database tells every gateway whose standing changed
 * (prisma/sql/70-identity.sql); `about` names the key or person a value is about. A reading that was under way when
 * somebody's changed is forgotten too, because it may have begun before.
 */
export function rememberedBy<Value extends object>(
  listener: Listener,
  about: (value: Value) => string | null,
): Remembered<Value> {
  const entries = new Map<string, Entry<Value>>();
  listener.on("standing", { heard: forget, missed: () => entries.clear() });

  function forget(changed: string): void {
    const isOne = changed.startsWith("key_") || changed.startsWith("usr_");
    for (const [name, { value }] of entries) {
      if (!isOne || value === undefined || about(value) === changed) entries.delete(name);
    }
  }

  function isFresh({ readAt }: Entry<Value>): boolean {
    return performance.now() - readAt < (listener.isLive() ? KEEP_MS : KEEP_UNHEARD_MS);
  }

  function fresh(name: string): Entry<Value> | undefined {
    const entry = entries.get(name);
    return entry && isFresh(entry) ? entry : undefined;
  }

  return {
    known: (name) => fresh(name)?.value,
    async read(name, find) {
      const known = fresh(name);
      if (known) return known.reading;
      if (entries.size >= MAX) entries.clear();
      const entry: Entry<Value> = { reading: find(), value: undefined, readAt: performance.now() };
      entries.set(name, entry);
      try {
        entry.value = await entry.reading;
        return entry.value;
      } catch (fault) {
        if (entries.get(name) === entry) entries.delete(name);
        throw fault;
      }
    },
  };
}
