import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { isKeySecret, parseApiKey } from "#api/kernel/api-key.ts";
import { world } from "#api/test/world.ts";
import { createApiKey } from "#api/use-cases/partners/create-api-key.ts";
import { findApiKeys } from "#api/use-cases/partners/find-api-keys.ts";
import {
  ApiKeyNotFound,
  InvalidValue,
  PartnerNotFound,
  TerminalNotFound,
  TooManyApiKeys,
  UnknownScope,
} from "#api/use-cases/partners/refusals.ts";
import { revokeApiKey } from "#api/use-cases/partners/revoke-api-key.ts";

const tillKey = (partnerId: string, name: string) => ({
  partnerId,
  name,
  scopes: ["purchases:write"],
  idempotencyKey: `create-key-${name}-0001`,
});

test("the secret is shown once, kept as an HMAC, and a retry does not show it again", async () => {
  const { deps, grocer } = await world();
  const { apiKey, secret } = await createApiKey(deps, grocer.finance, tillKey(grocer.id, "first"));
  const sent = parseApiKey(secret ?? "");
  expect(sent?.id).toBe(apiKey.id);
  expect(isKeySecret(sent?.secret ?? "", apiKey.secretHmac, deps.secrets.apiKey)).toBe(true);
  expect(JSON.stringify(apiKey)).not.toContain(sent?.secret);
  expect(await createApiKey(deps, grocer.finance, tillKey(grocer.id, "first"))).toEqual({ apiKey, secret: null });
});

test("two keys live side by side, a third waits until one is revoked", async () => {
  const { deps, grocer } = await world();
  const { apiKey } = await createApiKey(deps, grocer.finance, tillKey(grocer.id, "first"));
  await createApiKey(deps, grocer.finance, tillKey(grocer.id, "second"));
  const third = () => createApiKey(deps, grocer.finance, tillKey(grocer.id, "third"));
  await expect(third()).rejects.toThrow(TooManyApiKeys);
  await revokeApiKey(deps, grocer.finance, { apiKeyId: apiKey.id, reason: "rotation" });
  expect((await third()).secret).not.toBeNull();
});

test("a key that has ended makes room, and none is made that has ended already", async () => {
  const { deps, clock, grocer } = await world();
  const soon = { expiresAt: new Date("2026-03-11T00:00:00Z") };
  await createApiKey(deps, grocer.finance, { ...tillKey(grocer.id, "first"), ...soon });
  await createApiKey(deps, grocer.finance, { ...tillKey(grocer.id, "second"), ...soon });
  clock.set(new Date("2026-03-12T00:00:00Z"));
  await createApiKey(deps, grocer.finance, tillKey(grocer.id, "third"));
  const late = createApiKey(deps, grocer.finance, { ...tillKey(grocer.id, "fourth"), ...soon });
  await expect(late).rejects.toThrow(InvalidValue);
});

test("a key is bound to one's own till or to none", async () => {
  const { deps, grocer, fuel } = await world();
  const foreign = { ...tillKey(grocer.id, "till"), terminalId: fuel.terminalId };
  await expect(createApiKey(deps, grocer.finance, foreign)).rejects.toThrow(new TerminalNotFound(fuel.terminalId));
});

test("scopes that do not exist are refused, and so is a key that may nothing", async () => {
  const { deps, grocer } = await world();
  const input = tillKey(grocer.id, "first");
  const wrong = createApiKey(deps, grocer.finance, { ...input, scopes: ["everything"] });
  await expect(wrong).rejects.toThrow(new UnknownScope("everything"));
  await expect(createApiKey(deps, grocer.finance, { ...input, scopes: [] })).rejects.toThrow(UnknownScope);
});

test("another partner's keys answer like keys that do not exist, and machines make none", async () => {
  const { deps, grocer, fuel } = await world();
  const { apiKey } = await createApiKey(deps, fuel.finance, tillKey(fuel.id, "first"));
  const revoke = { apiKeyId: apiKey.id, reason: "mine" };
  await expect(revokeApiKey(deps, grocer.finance, revoke)).rejects.toThrow(new ApiKeyNotFound(apiKey.id));
  expect(await findApiKeys(deps, grocer.finance, [apiKey.id])).toEqual(new Map());
  const foreign = createApiKey(deps, grocer.finance, tillKey(fuel.id, "second"));
  await expect(foreign).rejects.toThrow(new PartnerNotFound(fuel.id));
  await expect(createApiKey(deps, grocer.till, tillKey(grocer.id, "first"))).rejects.toThrow(Forbidden);
});
