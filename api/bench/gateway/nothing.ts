import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSchema, type GraphQLSchema } from "graphql";
import { createYoga } from "graphql-yoga";
import type { Print } from "#api/bench/figures.ts";
import { postOf, server } from "#api/bench/gateway/load.ts";
import { benchId, layCoalition } from "#api/bench/month/load.ts";
import { type Pace, race, ratio } from "#api/bench/race.ts";
import { withScratch } from "#api/bench/scratch.ts";
import { readConfig } from "#api/server/config.ts";
import { type Gateway, startGateway } from "#api/server/main.ts";
import { createApiKey } from "#api/use-cases/partners/create-api-key.ts";

const CONNECTIONS = 64;
const GOALS: Readonly<Record<string, string>> = { "hub, short way": "≥ 2" };

/** A mutation that does nothing, through the whole hardened gateway by either way, beside stock Yoga's bare one. */
export async function gatewayNothing(print: Print, { quick }: { quick: boolean }): Promise<void> {
  await withScratch(async (connection, databaseUrl) => {
    await layCoalition(connection.pool, { partners: CONNECTIONS + 1, members: 1 });
    const secret = "a secret for measurements, long enough";
    const config = { ...readConfig({}), port: 0, jobs: false, logLevel: "silent", secret, databaseUrl } as const;
    const short = await startGateway(config, nothing());
    const long = await startGateway({ ...config, shortWay: false }, nothing());
    const stock = await stockYoga();
    try {
      const keys = await tillKeys(short);
      const contenders = [
        server("stock Yoga", portOf(stock), requestsTo(portOf(stock), [])),
        server("hub, short way", short.port, requestsTo(short.port, keys)),
        server("hub, Yoga's way", long.port, requestsTo(long.port, keys)),
      ];
      const rounds = { rounds: quick ? 3 : 7, seconds: quick ? 1.5 : 5 };
      report(print, await race(contenders, { inFlight: CONNECTIONS, ...rounds }));
    } finally {
      stock.closeAllConnections();
      stock.close();
      await Promise.all([short.close(), long.close()]);
    }
  });
}

function nothing(): GraphQLSchema {
  const schema = buildSchema("type Query { nothing: Boolean } type Mutation { nothing: Boolean }");
  const field = schema.getMutationType()?.getFields()["nothing"];
  if (field) field.resolve = () => true;
  return schema;
}

const body = { query: "mutation Nothing { nothing }" };

/** Every connection with a key of its own, as tills have: one key would meet its rate limit. */
const requestsTo = (port: number, keys: readonly string[]) =>
  Array.from({ length: CONNECTIONS }, (_none, i) =>
    postOf(port, body, keys[i] ? { authorization: `Bearer ${keys[i]}` } : {}),
  );

async function tillKeys({ deps }: Gateway): Promise<string[]> {
  const actor = { kind: "operator", id: benchId("usr", 1), roles: ["ADMIN"] } as const;
  const keys: string[] = [];
  for (let i = 0; i < CONNECTIONS; i++) {
    const { secret } = await createApiKey(deps, actor, {
      partnerId: benchId("ptn", i + 2),
      terminalId: null,
      name: `Till ${i}`,
      scopes: ["purchases:write"],
      expiresAt: null,
      idempotencyKey: `bench-key-${String(i).padStart(8, "0")}`,
    });
    keys.push(secret ?? "");
  }
  return keys;
}

async function stockYoga(): Promise<Server> {
  const stock = createServer(createYoga({ schema: nothing(), logging: false }));
  await new Promise<void>((resolve) => stock.listen(0, "127.0.0.1", resolve));
  return stock;
}

const portOf = (one: Server) => (one.address() as AddressInfo).port;

function report(print: Print, paces: ReadonlyMap<string, Pace>): void {
  const stock = paces.get("stock Yoga");
  for (const [variant, pace] of paces) {
    const conditions = { connections: CONNECTIONS, p50Ms: round(pace.p50Ms), p99Ms: round(pace.p99Ms) };
    print({ bench: "gateway.nothing", variant, conditions, value: pace.perSecond, unit: "per s" });
    if (!stock || pace === stock) continue;
    const times = ratio(pace, stock);
    const goal = GOALS[variant];
    print({
      bench: "gateway.nothing",
      variant: times === null ? `${variant} ÷ stock Yoga: too noisy to say` : `${variant} ÷ stock Yoga`,
      conditions: { connections: CONNECTIONS },
      value: times ?? Number.NaN,
      unit: "ratio",
      ...(goal ? { goal } : {}),
    });
  }
}

const round = (ms: number) => Math.round(ms * 100) / 100;
