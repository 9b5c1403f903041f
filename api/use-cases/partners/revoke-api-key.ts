import type { Actor } from "#api/kernel/actor.ts";
import type { ApiKey } from "#api/sql/rows.ts";
import { can, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { ApiKeyNotFound } from "#api/use-cases/partners/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type RevokeApiKey = { apiKeyId: string; reason: string };

/** Ends a key at once and for ever. */
export async function revokeApiKey(deps: Deps, actor: Actor, { apiKeyId, reason }: RevokeApiKey): Promise<ApiKey> {
  can(actor, "apiKey:revoke");
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM api_key WHERE id = ${apiKeyId} FOR UPDATE`;
    const key = await tx.apiKey.findUnique({ where: { id: apiKeyId } });
    if (!key || !seesPartner(actor, key.partnerId)) throw new ApiKeyNotFound(apiKeyId);
    if (key.revokedAt) return key;
    const at = deps.clock.now();
    const step = {
      object: "apiKey",
      objectId: apiKeyId,
      from: "LIVE",
      to: "REVOKED",
      reason,
      partnerId: key.partnerId,
    };
    await recordStep(tx, actor, { ...step, at });
    return tx.apiKey.update({ where: { id: apiKeyId }, data: { revokedAt: at } });
  });
}
