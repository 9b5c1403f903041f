import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSchema, type GraphQLSchema } from "graphql";
import { createYoga } from "graphql-yoga";
import { layCards } from "#api/bench/gateway/cards.ts";
import { postOf } from "#api/bench/gateway/load.ts";
import { benchId, layCoalition } from "#api/bench/month/load.ts";
import { withScratch } from "#api/bench/scratch.ts";
import { type Config, readConfig } from "#api/server/config.ts";
import { type Gateway, startGateway } from "#api/server/main.ts";
import type { Connection } from "#api/sql/client.ts";
import { createApiKey } from "#api/use-cases/partners/create-api-key.ts";

export const CONNECTIONS = 64;

/** Whose tills: of partners apart, or all of one chain. */
export type Whose = "partners" | keyof typeof CHAINS;

/** Two partners with as many tills each, so that a chain may be compared with another. */
export const CHAINS = { chain: CONNECTIONS + 2, otherChain: CONNECTIONS + 3 } as const;

export type Lab = {
  connection: Connection;
  /** A gateway of this very process. */
  open: (settings?: Partial<Pick<Config, "shortWay" | "poolSize">>, schema?: GraphQLSchema) => Promise<Gateway>;
  /** The port of stock Yoga, which knows nothing but `nothing`. */
  stock: () => Promise<number>;
  /** A key for each connection: of partners apart, or all of one chain. One key would meet its rate limit. */
  keysOf: (gateway: Gateway, whose: Whose) => Promise<string[]>;
};

/** A coalition with tills and cards, and gateways and servers beside each other before it; all gone afterwards. */
export async function withLab(members: number, work: (lab: Lab) => Promise<void>): Promise<void> {
  const closing: (() => Promise<unknown>)[] = [];
  await withScratch(async (connection, databaseUrl) => {
    await layCoalition(connection.pool, { partners: CHAINS.otherChain, members });
    await layTills(connection);
    await layCards(connection.pool, members);
    const secret = "a secret for measurements, long enough";
    const config = { ...readConfig({}), port: 0, jobs: false, logLevel: "silent", secret, databaseUrl } as const;
    const lab: Lab = {
      connection,
      open: async (settings, schema) => {
        const gateway = await startGateway({ ...config, ...settings }, schema);
        closing.push(gateway.close);
        return gateway;
      },
      stock: async () => {
        const stock = await stockYoga();
        closing.push(async () => {
          stock.closeAllConnections();
          stock.close();
        });
        return (stock.address() as AddressInfo).port;
      },
      keysOf,
    };
    await work(lab).finally(() => Promise.all(closing.map((close) => close())));
  });
}

/** A schema in which a query or a mutation does nothing at all. */
export function nothing(): GraphQLSchema {
  const schema = buildSchema("type Query { nothing: Boolean } type Mutation { nothing: Boolean }");
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    const field = root?.getFields()["nothing"];
    if (field) field.resolve = () => true;
  }
  return schema;
}

export const doNothing = { query: "mutation Nothing { nothing }" };

/** The same body on every connection, each with its key; without keys nobody says who they are. */
export const requestsTo = (port: number, body: unknown, keys: readonly string[] = []): string[] =>
  Array.from({ length: CONNECTIONS }, (_none, i) =>
    postOf(port, body, keys[i] ? { authorization: `Bearer ${keys[i]}` } : {}),
  );

/** A till for each connection: one at each partner, and as many in the one outlet of each chain. */
async function layTills({ pool }: Connection): Promise<void> {
  const tills = whoseTills.flatMap((whose) =>
    Array.from({ length: CONNECTIONS }, (_none, i) => ({
      id: tillOf(whose, i),
      partner: tillPartner(whose, i),
      code: `T${i}`,
    })),
  );
  const partners = [...new Set(tills.map(({ partner }) => partner))];
  await pool.query(
    `INSERT INTO location (id, partner_id, code, name) SELECT replace(p, 'ptn', 'loc'), p, 'OUTLET', 'Outlet' FROM unnest($1::text[]) p`,
    [partners],
  );
  await pool.query(
    `INSERT INTO terminal (id, partner_id, location_id, code) SELECT t.id, partner, replace(partner, 'ptn', 'loc'), t.code
     FROM json_to_recordset($1::json) AS t(id text, partner text, code text)`,
    [JSON.stringify(tills)],
  );
}

const whoseTills: readonly Whose[] = ["partners", "chain", "otherChain"];

/** At which partner the i-th till stands. */
export const tillPartner = (whose: Whose, i: number): string =>
  benchId("ptn", whose === "partners" ? i + 1 : CHAINS[whose]);
const tillOf = (whose: Whose, i: number) => benchId("trm", 1_000 * whoseTills.indexOf(whose) + i);

async function keysOf({ deps }: Gateway, whose: Whose): Promise<string[]> {
  const actor = { kind: "operator", id: benchId("usr", 1), roles: ["ADMIN"] } as const;
  const keys: string[] = [];
  for (let i = 0; i < CONNECTIONS; i++) {
    const { secret } = await createApiKey(deps, actor, {
      partnerId: tillPartner(whose, i),
      terminalId: tillOf(whose, i),
      name: `Till ${i}`,
      scopes: ["purchases:write", "members:read"],
      expiresAt: null,
      idempotencyKey: `bench-key-${whose}-${String(i).padStart(8, "0")}`,
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
