import type { Actor, Scope } from "#api/kernel/actor.ts";
import { isKeySecret, parseApiKey } from "#api/kernel/api-key.ts";
import type { Clock } from "#api/kernel/clock.ts";
import type { Log } from "#api/server/log.ts";
import type { Db } from "#api/sql/client.ts";
import { everyScope } from "#api/use-cases/partners/create-api-key.ts";
import { mayPartner } from "#api/use-cases/partners/standing.ts";

/** A revoked key is refused after this long at the latest. */
const CACHE_MS = 1_000;
const CACHE_MAX = 10_000;
const FLUSH_MS = 10_000;

type Key = {
  id: string;
  partnerId: string;
  terminalId: string | null;
  secretHmac: string;
  scopes: string[];
  expiresAt: Date | null;
  revokedAt: Date | null;
};

export type Machines = {
  /** The machine whose key this is; null when it is no live key of ours. */
  byKey(text: string): Promise<Actor | null>;
  /** The machine behind a token that was given for a key: it lives no longer than the key. */
  byKeyId(id: string): Promise<Actor | null>;
  close(): Promise<void>;
};

type Settings = { db: Db; clock: Clock; secret: string; log: Log };

export function openMachines({ db, clock, secret, log }: Settings): Machines {
  const cache = new Map<string, { key: Promise<Key | null>; readAt: number }>();
  const used = new Map<string, Date>();

  const keyOf = (id: string): Promise<Key | null> => {
    const known = cache.get(id);
    if (known && performance.now() - known.readAt < CACHE_MS) return known.key;
    if (cache.size >= CACHE_MAX) cache.clear();
    const key = findKey(db, id);
    cache.set(id, { key, readAt: performance.now() });
    key.catch(() => cache.delete(id));
    return key;
  };
  const actorOf = (key: Key | null): Actor | null => {
    if (!key || key.revokedAt || (key.expiresAt && key.expiresAt <= clock.now())) return null;
    used.set(key.id, clock.now());
    return {
      kind: "machine",
      id: key.id,
      partnerId: key.partnerId,
      terminalId: key.terminalId,
      scopes: everyScope.filter((scope: Scope) => key.scopes.includes(scope)),
    };
  };
  const flush = async (): Promise<void> => {
    const batch = [...used];
    used.clear();
    await Promise.all(batch.map(([id, lastUsedAt]) => db.apiKey.update({ where: { id }, data: { lastUsedAt } })));
  };
  const timer = setInterval(() => {
    flush().catch((error) => log.warn({ err: error }, "last uses of keys were not written"));
  }, FLUSH_MS).unref();

  return {
    async byKey(text) {
      const sent = parseApiKey(text);
      const key = sent ? await keyOf(sent.id) : null;
      return sent && key && isKeySecret(sent.secret, key.secretHmac, secret) ? actorOf(key) : null;
    },
    byKeyId: async (id) => actorOf(await keyOf(id)),
    close: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}

/** A key of a blocked terminal is no key, nor is one of a partner that may not log in. */
async function findKey(db: Db, id: string): Promise<Key | null> {
  const found = await db.apiKey.findUnique({ where: { id }, include: { partner: { select: { status: true } } } });
  if (!found || !mayPartner(found.partner, "logIn")) return null;
  const { partner: _partner, ...key } = found;
  if (!key.terminalId) return key;
  const terminal = await db.terminal.findUnique({ where: { id: key.terminalId }, select: { status: true } });
  return terminal?.status === "ACTIVE" ? key : null;
}
