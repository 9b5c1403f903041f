import { type Actor, actorRef, type Scope } from "#api/kernel/actor.ts";
import { apiKeyText, keyHmac, newKeySecret } from "#api/kernel/api-key.ts";
import { newId } from "#api/kernel/ids.ts";
import type { ApiKey, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { InvalidValue, TerminalNotFound, TooManyApiKeys, UnknownScope } from "#api/use-cases/partners/refusals.ts";
import { lockPartner } from "#api/use-cases/partners/status.ts";
import { checkText } from "#api/use-cases/partners/values.ts";

export type CreateApiKey = {
  partnerId: string;
  /** Binds the key to one till; absent for a back office. */
  terminalId?: string | null | undefined;
  name: string;
  scopes: readonly string[];
  expiresAt?: Date | null | undefined;
  idempotencyKey: string;
};

/** One in use and one that replaces it. */
export const LIVE_KEYS_MAX = 2;

const HINT_LENGTH = 4;

export const everyScope = [
  "purchases:write",
  "purchases:read",
  "members:write",
  "members:read",
  "settlement:read",
] as const satisfies readonly Scope[];

/** Gives a machine its credential. The secret is in this answer and nowhere else; a retry answers without it. */
export async function createApiKey(
  deps: Deps,
  actor: Actor,
  input: CreateApiKey,
): Promise<{ apiKey: ApiKey; secret: string | null }> {
  can(actor, "apiKey:create", input);
  const scopes = checkScopes(input.scopes);
  const name = checkText("name", input.name);
  const id = newId("apiKey");
  const secret = newKeySecret();
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "createApiKey", input, objectId: id });
    if (first) return { apiKey: await tx.apiKey.findUniqueOrThrow({ where: { id: first } }), secret: null };
    const now = deps.clock.now();
    const { partnerId, expiresAt = null, terminalId = null } = input;
    if (expiresAt && expiresAt <= now) throw new InvalidValue("expiresAt", expiresAt.toISOString(), "in the future");
    await lockPartner(tx, partnerId);
    await requireRoom(tx, { partnerId, terminalId, now });
    const apiKey = await tx.apiKey.create({
      data: {
        id,
        partnerId,
        terminalId,
        name,
        secretHmac: keyHmac(secret, deps.secrets.apiKey),
        hint: secret.slice(-HINT_LENGTH),
        scopes,
        expiresAt,
        createdBy: actorRef(actor),
      },
    });
    const about = { object: "apiKey", objectId: id, partnerId, before: null, after: apiKey };
    await recordAudit(tx, actor, { action: "createApiKey", at: now, ...about });
    return { apiKey, secret: apiKeyText(id, secret) };
  });
}

function checkScopes(scopes: readonly string[]): Scope[] {
  if (scopes.length === 0) throw new UnknownScope("");
  return [...new Set(scopes)].map((scope) => {
    const known = everyScope.find((one) => one === scope);
    if (!known) throw new UnknownScope(scope);
    return known;
  });
}

async function requireRoom(tx: Tx, at: { partnerId: string; terminalId: string | null; now: Date }): Promise<void> {
  const { partnerId, terminalId, now } = at;
  if (terminalId !== null) {
    const terminal = await tx.terminal.findFirst({ where: { id: terminalId, partnerId } });
    if (!terminal) throw new TerminalNotFound(terminalId);
  }
  const live = await tx.apiKey.count({
    where: { partnerId, terminalId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
  });
  if (live >= LIVE_KEYS_MAX) throw new TooManyApiKeys(LIVE_KEYS_MAX);
}
