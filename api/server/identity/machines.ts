import type { Actor, Scope } from "#api/kernel/actor.ts";
import { isKeySecret, parseApiKey } from "#api/kernel/api-key.ts";
import type { Clock } from "#api/kernel/clock.ts";
import { rememberedBy } from "#api/server/identity/remembered.ts";
import type { Listener } from "#api/server/listener.ts";
import type { Log } from "#api/server/log.ts";
import type { Db } from "#api/sql/client.ts";
import { everyScope } from "#api/use-cases/partners/create-api-key.ts";
import { mayPartner } from "#api/use-cases/partners/standing.ts";

const PROVEN_MAX = 10_000;
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
  /** The machine whose key this is, when that is remembered; null when it is no live key any more. */
  knownByKey(text: string): Actor | null | undefined;
  /** The machine whose key this is; null when it is no live key of ours. */
  byKey(text: string): Promise<Actor | null>;
  /** The machine behind a token that was given for a key: it lives no longer than the key. */
  byKeyId(id: string): Promise<Actor | null>;
  close(): Promise<void>;
};

type Machine = Extract<Actor, { kind: "machine" }>;
/** A row as it was found under an id, with the machine it lets in; nothing was found: no key. */
type Found = { id: string; key: Key | null; machine: Machine | null };
type Settings = { db: Db; clock: Clock; secret: string; log: Log; listener: Listener };

export function openMachines({ db, clock, secret, log, listener }: Settings): Machines {
  const keys = rememberedBy<Found>(listener, ({ id }) => id);
  /** Texts whose secret was found right, with the row that said so: hashed once for as long as the row is remembered. */
  const proven = new Map<string, Found>();
  const used = new Map<string, Date>();

  const read = (id: string) => keys.read(id, () => findKey(db, id));
  const machineOf = ({ key, machine }: Found): Machine | null => {
    if (!key || key.revokedAt || (key.expiresAt && key.expiresAt <= clock.now())) return null;
    used.set(key.id, clock.now());
    return machine;
  };
  const flush = async (): Promise<void> => {
    const batch = [...used];
    used.clear();
    if (batch.length === 0) return;
    const [ids, instants] = [batch.map(([id]) => id), batch.map(([, at]) => at)];
    await db.$executeRaw`
      UPDATE api_key k SET last_used_at = u.at FROM unnest(${ids}::text[], ${instants}::timestamptz[]) AS u(id, at)
      WHERE k.id = u.id`;
  };
  const timer = setInterval(() => {
    flush().catch((error) => log.warn({ err: error }, "last uses of keys were not written"));
  }, FLUSH_MS).unref();

  return {
    knownByKey(text) {
      const found = proven.get(text);
      return found && keys.known(found.id) === found ? machineOf(found) : undefined;
    },
    async byKey(text) {
      const sent = parseApiKey(text);
      const found = sent && (await read(sent.id));
      if (!sent || !found?.key || !isKeySecret(sent.secret, found.key.secretHmac, secret)) return null;
      if (proven.size >= PROVEN_MAX) proven.clear();
      proven.set(text, found);
      return machineOf(found);
    },
    byKeyId: async (id) => machineOf(await read(id)),
    close: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}

/** A key of a blocked terminal is no key, nor is one of a partner that may not log in. */
async function findKey(db: Db, id: string): Promise<Found> {
  const found = await db.apiKey.findUnique({ where: { id }, include: { partner: { select: { status: true } } } });
  const nothing = { id, key: null, machine: null };
  if (!found || !mayPartner(found.partner, "logIn")) return nothing;
  const { partner: _partner, ...key } = found;
  const { partnerId, terminalId } = key;
  const scopes = everyScope.filter((scope: Scope) => key.scopes.includes(scope));
  const machine = { kind: "machine", id, partnerId, terminalId, scopes } as const;
  if (!terminalId) return { id, key, machine };
  const terminal = await db.terminal.findUnique({ where: { id: terminalId }, select: { status: true } });
  return terminal?.status === "ACTIVE" ? { id, key, machine } : nothing;
}
