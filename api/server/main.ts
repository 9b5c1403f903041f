import { type AddressInfo, Server as NetServer } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import type { GraphQLSchema } from "graphql";
import type { Registry } from "prom-client";
import { openChannels } from "#api/channels/open-channels.ts";
import { openWallets } from "#api/channels/wallets/wallet.ts";
import type { Currency } from "#api/graph/context.ts";
import { toSchema } from "#api/graph/schema.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Config } from "#api/server/config.ts";
import { startDatabaseClock } from "#api/server/database-clock.ts";
import { watchDatabase } from "#api/server/database-metrics.ts";
import { openDoorbells } from "#api/server/doorbells.ts";
import { openGraphql } from "#api/server/graphql.ts";
import { openHttp } from "#api/server/http.ts";
import { openIdentify } from "#api/server/identify.ts";
import { openMachines } from "#api/server/identity/machines.ts";
import { addPerson, openPeople } from "#api/server/identity/people.ts";
import { openTokens } from "#api/server/identity/tokens.ts";
import { enqueue, startJobs } from "#api/server/jobs.ts";
import { openListener } from "#api/server/listener.ts";
import { createLog } from "#api/server/log.ts";
import { openMetrics } from "#api/server/metrics.ts";
import { readOperations } from "#api/server/operations.ts";
import { openPrepared } from "#api/server/prepared.ts";
import { openRateLimits } from "#api/server/rate-limits.ts";
import { openSecrets } from "#api/server/secrets.ts";
import { openShortWay } from "#api/server/short-way.ts";
import { openWebsocket } from "#api/server/websocket.ts";
import { connect, type Db } from "#api/sql/client.ts";
import { requireSafeDatabase } from "#api/sql/safety.ts";
import type { Deps } from "#api/use-cases/deps.ts";

export type Gateway = {
  url: string;
  port: number;
  deps: Deps;
  /** Lets somebody sign in; roles are assigned apart. */
  addPerson: (person: Parameters<typeof addPerson>[1]) => Promise<string>;
  /** What this process tells of itself. */
  metrics: Registry;
  /** `drainMs`: for how long clients with an open connection are told to make a new one, elsewhere. */
  close(how?: { drainMs: number }): Promise<void>;
};

/** Connections on which the last answer was on its way are cut once it is there. */
const CUT_EVERY_MS = 100;

/**
 * The composition root: everything is made here, once, and handed down. The database is there and migrated. Another
 * schema than the hub's measures what the gateway itself costs.
 */
export async function startGateway(
  config: Config & { databaseUrl: string },
  schema: GraphQLSchema = toSchema(),
): Promise<Gateway> {
  const log = createLog(config.logLevel);
  const { db, pool, close: disconnect } = connect(config.databaseUrl, { max: config.poolSize });
  await requireSafeDatabase(pool);
  const secrets = await openSecrets(config);
  const clock = await startDatabaseClock(pool);
  const metrics = openMetrics();
  const ledger = createLedger({ pool, clock, observer: metrics.ledger });
  const report = (bug: unknown) => log.error({ err: bug }, "one row of a batch failed");
  const { push, ...others } = config.channels;
  const reached = openChannels({ ...others, push: push && { ...push, seed: secrets.pushSeed } });
  const wallets = openWallets(config.wallets);
  const outside = { channels: reached.channels, publicUrl: config.publicUrl, wallets };
  const tokens = await openTokens(secrets.tokenSeed, config.publicUrl, clock);
  const deps: Deps = {
    db,
    ledger,
    clock,
    secrets: { apiKey: secrets.apiKey },
    report,
    enqueue,
    outside,
    sign: tokens.sign,
  };

  const listener = await openListener(config.databaseUrl, log);
  const doorbells = openDoorbells(listener, log, metrics.rang);
  watchDatabase(metrics, { pool, listener });
  const people = openPeople({ ...config, db, secret: secrets.session, log });
  const machines = openMachines({ db, clock, secret: secrets.apiKey, log, listener });
  const identify = openIdentify({ db, people, machines, tokens, listener, clock, staffTotp: config.staffTotp });
  const operations = readOperations();
  const rateLimits = openRateLimits(pool);
  const pipeline = { schema, config, deps, doorbells, currency: currencyOf(db), operations, log, metrics };
  const graphql = openGraphql(pipeline);
  const shortWay = config.shortWay ? openShortWay(graphql, openPrepared(graphql, pipeline)) : null;

  let closing = false;
  const isReady = async () =>
    !closing &&
    (await pool.query("select 1").then(
      () => true,
      () => false,
    ));
  const server = openHttp({
    config,
    deps,
    graphql,
    shortWay,
    identify,
    people,
    machines,
    tokens,
    rateLimits,
    isReady,
    isClosing: () => closing,
    metrics,
    log,
  });
  const websocket = openWebsocket({ server, config, graphql, identify, operations, rateLimits, metrics, log });
  const jobs = config.jobs ? await startJobs(deps, config.databaseUrl, log, metrics.job) : null;
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(config.port, resolve));

  const { port } = server.address() as AddressInfo;
  const close = async ({ drainMs } = { drainMs: 0 }) => {
    if (closing) return;
    closing = true;
    // Not http's own close, which would cut idle connections on which the next request is just coming.
    const answered = new Promise((resolve) => NetServer.prototype.close.call(server, resolve));
    if (drainMs > 0) await after(drainMs);
    const cutting = setInterval(() => server.closeIdleConnections(), CUT_EVERY_MS);
    server.closeIdleConnections();
    await Promise.all([jobs?.stop(), websocket.close()]);
    await answered;
    clearInterval(cutting);
    doorbells.close();
    await Promise.all([ledger.close(), machines.close(), listener.close()]);
    reached.close();
    clock.stop();
    await disconnect();
  };
  return {
    url: `http://localhost:${port}/graphql`,
    port,
    deps,
    addPerson: (person) => addPerson(people, person),
    metrics: metrics.registry,
    close,
  };
}

/** The books have one currency for ever; until the programme is laid there is none to show. */
function currencyOf(db: Db): () => Promise<Currency> {
  let known: Currency | null = null;
  return async () => {
    if (known) return known;
    const programme = await db.programme.findFirst({ select: { currency: true, minorDigits: true } });
    known = programme && { code: programme.currency, minorDigits: programme.minorDigits };
    return known ?? { code: "XXX", minorDigits: 2 };
  };
}
