import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { describe, expect, test, vi } from "vitest";
import { codeOf, newKey, type TestGateway, testGateway } from "#api/test/gateway.ts";
import { revokeApiKey } from "#api/use-cases/partners/revoke-api-key.ts";

const asks = (gateway: TestGateway, secret: string) =>
  gateway.post({ query: `{ node(id: "${gateway.world.grocer.id}") { id } }` }, { authorization: `Bearer ${secret}` });

describe("an API key", () => {
  test("opens the door to its partner's machine", async () => {
    const gateway = await testGateway();
    const { secret } = await newKey(gateway);
    expect((await asks(gateway, secret)).body).toEqual({ data: { node: { id: gateway.world.grocer.id } } });
  });

  test("is kept as an HMAC only, and nothing like it opens", async () => {
    const gateway = await testGateway();
    const { id, secret } = await newKey(gateway);
    const kept = await gateway.deps.db.apiKey.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(kept)).not.toContain(secret.slice(-43));
    const altered = `${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`;
    expect(codeOf(await asks(gateway, altered))).toBe("UNAUTHENTICATED");
  });

  test("is refused within two seconds of being revoked", async () => {
    const gateway = await testGateway();
    const { id, secret } = await newKey(gateway);
    await asks(gateway, secret);
    await revokeApiKey(gateway.deps, gateway.world.grocer.finance, { apiKeyId: id, reason: "lost" });
    const refused = async () => expect(codeOf(await asks(gateway, secret))).toBe("UNAUTHENTICATED");
    await vi.waitFor(refused, { timeout: 2_000, interval: 50 });
  });

  test("of a blocked till is refused", async () => {
    const gateway = await testGateway();
    const { secret } = await newKey(gateway);
    const { terminalId } = gateway.world.grocer;
    await gateway.deps.db.terminal.update({ where: { id: terminalId }, data: { status: "BLOCKED" } });
    expect(codeOf(await asks(gateway, secret))).toBe("UNAUTHENTICATED");
  });

  test("says when it was last used", async () => {
    const gateway = await testGateway();
    const { id, secret } = await newKey(gateway);
    await asks(gateway, secret);
    await gateway.close();
    const { rows } = await gateway.world.database.pool.query("select last_used_at from api_key where id = $1", [id]);
    expect(rows[0].last_used_at).not.toBeNull();
  });
});

describe("client credentials", () => {
  const token = async (gateway: TestGateway, form: Record<string, string>) => {
    const response = await fetch(`${gateway.base}/oauth/token`, { method: "POST", body: new URLSearchParams(form) });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };

  test("give a short-lived token that anybody can check and the hub accepts", async () => {
    const gateway = await testGateway();
    const { id, secret } = await newKey(gateway);
    const form = { grant_type: "client_credentials", client_id: id, client_secret: secret };
    const { status, body } = await token(gateway, form);
    expect([status, body["token_type"], body["expires_in"]]).toEqual([200, "Bearer", 600]);
    const keys = (await (await fetch(`${gateway.base}/.well-known/jwks.json`)).json()) as JSONWebKeySet;
    const { payload } = await jwtVerify(body["access_token"] ?? "", createLocalJWKSet(keys), { audience: "zgoda" });
    expect(payload).toMatchObject({ sub: id, partner: gateway.world.grocer.id });
    expect((await asks(gateway, body["access_token"] ?? "")).body.errors).toBeUndefined();
  });

  test("end with the key they were given for", async () => {
    const gateway = await testGateway();
    const { id, secret } = await newKey(gateway);
    const { body } = await token(gateway, { grant_type: "client_credentials", client_id: id, client_secret: secret });
    await revokeApiKey(gateway.deps, gateway.world.grocer.finance, { apiKeyId: id, reason: "lost" });
    const refused = async () => expect(codeOf(await asks(gateway, body["access_token"] ?? ""))).toBe("UNAUTHENTICATED");
    await vi.waitFor(refused, { timeout: 2_000, interval: 50 });
  });

  test("are refused when the secret, the client or the grant is wrong", async () => {
    const gateway = await testGateway();
    const { id, secret } = await newKey(gateway);
    const right = { grant_type: "client_credentials", client_id: id, client_secret: secret };
    expect((await token(gateway, { ...right, client_secret: "x" })).status).toBe(401);
    expect((await token(gateway, { ...right, client_id: "key_01JD0000000000000000000001" })).status).toBe(401);
    expect((await token(gateway, { ...right, grant_type: "password" })).body["error"]).toBe("unsupported_grant_type");
  });
});
