import type { IncomingHttpHeaders } from "node:http";
import { Unauthenticated } from "#api/kernel/access.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { Clock } from "#api/kernel/clock.ts";
import { wearHat } from "#api/server/identity/hats.ts";
import type { Machines } from "#api/server/identity/machines.ts";
import type { People } from "#api/server/identity/people.ts";
import { rememberedBy } from "#api/server/identity/remembered.ts";
import type { Tokens } from "#api/server/identity/tokens.ts";
import type { Listener } from "#api/server/listener.ts";
import type { Db } from "#api/sql/client.ts";

/** What a request brings to say who it is. */
export type Credentials = { authorization: string | null; cookie: string | null; as: string | null };

/** At once where it is remembered. */
export type Identify = (credentials: Credentials) => Actor | Promise<Actor>;

export function credentialsOf(headers: IncomingHttpHeaders): Credentials {
  const cookie = headers.cookie ?? null;
  const as = headers["zgoda-as"];
  return {
    authorization: headers.authorization ?? null,
    cookie,
    as: (typeof as === "string" ? as : null) ?? /(?:^|;\s*)zgoda-as=([\w-]+)/.exec(cookie ?? "")?.[1] ?? null,
  };
}

type Settings = {
  db: Db;
  people: People;
  machines: Machines;
  tokens: Tokens;
  listener: Listener;
  clock: Clock;
  staffTotp: boolean;
};

/** A session as it was found; without one nobody is signed in. */
type Signed = { actor: Actor; userId: string | null; expiresAt: Date | null };

/**
 * Who asks. `Authorization: Bearer` is an API key or a token made from one, and wrong ones are refused; a cookie is a
 * person's session, and a stale one is nobody's.
 */
export function openIdentify(settings: Settings): Identify {
  const { clock, listener, machines } = settings;
  const sessions = rememberedBy<Signed>(listener, ({ userId }) => userId);
  const actorOf = ({ actor, expiresAt }: Signed): Actor =>
    expiresAt && expiresAt <= clock.now() ? { kind: "anonymous" } : actor;

  return ({ authorization, cookie, as }) => {
    if (authorization !== null) {
      return machines.knownByKey(authorization.slice(BEARER.length)) ?? machineOf(settings, authorization);
    }
    if (cookie === null) return { kind: "anonymous" };
    const name = JSON.stringify([cookie, as]);
    const known = sessions.known(name);
    return known ? actorOf(known) : sessions.read(name, () => personOf(settings, cookie, as)).then(actorOf);
  };
}

/** What stands before a key. Only texts that were proven are known by what follows it. */
const BEARER = "Bearer ";

async function machineOf({ machines, tokens }: Settings, authorization: string): Promise<Actor> {
  const bearer = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (!bearer) throw new Unauthenticated();
  const keyId = bearer.startsWith("eyJ") ? await tokens.keyIdOf(bearer) : null;
  const machine = keyId ? await machines.byKeyId(keyId) : await machines.byKey(bearer);
  if (!machine) throw new Unauthenticated();
  return machine;
}

async function personOf({ db, people, staffTotp }: Settings, cookie: string, as: string | null): Promise<Signed> {
  const found = await people.api.getSession({ headers: new Headers({ cookie }) });
  if (!found) return { actor: { kind: "anonymous" }, userId: null, expiresAt: null };
  const { user, session } = found;
  const actor = await wearHat(db, user.id, as, !staffTotp || user.twoFactorEnabled === true);
  const person = actor.kind === "anonymous" ? actor : { ...actor, sessionId: session.id };
  return { actor: person, userId: user.id, expiresAt: session.expiresAt };
}
