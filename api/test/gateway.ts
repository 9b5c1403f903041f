import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Config, readConfig } from "#api/server/config.ts";
import { type Gateway, startGateway } from "#api/server/main.ts";
import { type World, world } from "#api/test/world.ts";
import { createApiKey, everyScope } from "#api/use-cases/partners/create-api-key.ts";

/** The portal's origin, as the test gateway knows it. */
export const portal = "http://localhost:3000";

export type TestGateway = Gateway & { world: World; post: Post; base: string };

/** Answers the parsed body beside the response. */
type Post = (asked: object, headers?: Record<string, string>) => Promise<Answer>;
export type Answer = { status: number; headers: Headers; body: Body };
type Body = { data?: Record<string, unknown>; errors?: { message: string; extensions: Record<string, unknown> }[] };

/** The world, a new one unless given, with a real gateway before it, on a free port. */
export async function testGateway(settings: Partial<Config> = {}, given?: World): Promise<TestGateway> {
  const made = given ?? (await world({ at: new Date(), ana: { points: 100n } }));
  const dataDirectory = await mkdtemp(join(tmpdir(), "zgoda-gateway-"));
  const config = { ...readConfig({}), port: 0, jobs: false, logLevel: "silent", dataDirectory, ...settings } as const;
  const gateway = await startGateway({ ...config, databaseUrl: made.database.url });
  onTestFinished(async () => {
    await gateway.close();
    await rm(dataDirectory, { recursive: true });
  });
  const base = new URL(gateway.url).origin;
  return { ...gateway, world: made, base, post: (asked, headers) => post(gateway.url, asked, headers) };
}

async function post(url: string, asked: object, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body: JSON.stringify(asked),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

/** Grocer's own key with every scope, as the header that brings it. */
export async function keyHeader({
  world,
  deps,
}: Pick<TestGateway, "world" | "deps">): Promise<{ authorization: string }> {
  return { authorization: `Bearer ${(await newKey({ world, deps })).secret}` };
}

/** A key of Grocer's till. */
export async function newKey({ world, deps }: Pick<TestGateway, "world" | "deps">, expiresAt: Date | null = null) {
  const { apiKey, secret } = await createApiKey(deps, world.grocer.finance, {
    partnerId: world.grocer.id,
    terminalId: world.grocer.terminalId,
    name: "Till 1",
    scopes: everyScope,
    expiresAt,
    idempotencyKey: randomUUID(),
  });
  if (secret === null) throw new Error("a new key shows its secret");
  return { id: apiKey.id, secret };
}

/** The code of the first top-level error; null when there is none. */
export function codeOf({ body }: Answer): unknown {
  return body.errors?.[0]?.extensions["code"] ?? null;
}
