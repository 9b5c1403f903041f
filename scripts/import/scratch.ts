import { mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ImportProfile } from "#api/formats/import-profile.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import { type BrokenRule, findBrokenRules } from "#api/ledger/verify.ts";
import { readConfig } from "#api/server/config.ts";
import { addPerson, openPeople } from "#api/server/identity/people.ts";
import { createLog } from "#api/server/log.ts";
import { openSecrets } from "#api/server/secrets.ts";
import { connect } from "#api/sql/client.ts";
import { type OpenDatabase, ownDatabase } from "#api/sql/database.ts";
import { migrate } from "#api/sql/migrate.ts";
import { committedMigrations } from "#api/sql/migrations.ts";
import { createProgramme } from "#api/use-cases/programme/create-programme.ts";
import { assignStaff } from "#api/use-cases/staff/assign-staff.ts";
import { listening, startChild } from "../start/child.ts";

/** A hub of the import's own: an embedded database in the directory and a gateway in a process of its own. */
export type ScratchHub = {
  url: string;
  operator: { email: string; password: string };
  brokenRules(): Promise<BrokenRule[]>;
  close(): Promise<void>;
};

const operator = { name: "Importing Operator", email: "import@scratch.zgoda", password: "scratch-import" };
const project = fileURLToPath(new URL("../../", import.meta.url));

/** The programme begins with the month of the first receipt and has no jobs: time passes as the file's dates do. */
export async function openScratchHub(directory: string, profile: ImportProfile, firstAt: Date): Promise<ScratchHub> {
  await mkdir(directory, { recursive: true });
  const database = await ownDatabase(null, directory);
  try {
    await migrate(database.url, await committedMigrations());
    await layProgramme(database.url, directory, profile, firstAt);
    return await openOn(database, directory);
  } catch (error) {
    await database.release();
    throw error;
  }
}

async function openOn(database: OpenDatabase, directory: string): Promise<ScratchHub> {
  const port = await freePort();
  const log = join(directory, "gateway.log");
  const env = {
    DATABASE_URL: database.url,
    DATA_DIRECTORY: directory,
    PORT: String(port),
    ZGODA_MODE: "demo",
    ZGODA_JOBS: "false",
    ZGODA_LOG: "warn",
    NODE_ENV: "production",
  };
  const gateway = await startChild({ args: ["scripts/gateway.ts"], env, cwd: project, log });
  await listening(gateway, port, log);
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    operator,
    brokenRules: async () => {
      const { pool, close } = connect(database.url, { max: 2 });
      return findBrokenRules(pool).finally(close);
    },
    close: async () => {
      await gateway.stop();
      await database.release();
    },
  };
}

async function layProgramme(url: string, dataDirectory: string, profile: ImportProfile, firstAt: Date): Promise<void> {
  const { db, pool, close } = connect(url, { max: 4 });
  try {
    if ((await db.programme.count()) > 0) return;
    const clock = { now: () => new Date() };
    const config = { ...readConfig({}), dataDirectory };
    const secrets = await openSecrets(config);
    const deps = { db, ledger: createLedger({ pool, clock }), clock, secrets: { apiKey: secrets.apiKey } };
    await createProgramme(deps, systemActor, {
      name: `Import of ${profile.name}`,
      pointsName: "points",
      currency: profile.currency.code,
      timeZone: profile.time.zone,
      pointValueE6: 10_000n,
      pointsValidityMonths: null,
      operator: { code: "OPERATOR", name: "Operator" },
      opensAt: new Date(Date.UTC(firstAt.getUTCFullYear(), firstAt.getUTCMonth(), 1)),
    });
    const people = openPeople({ ...config, db, secret: secrets.session, log: createLog("warn") });
    await addPerson(people, operator);
    await assignStaff(deps, systemActor, {
      email: operator.email,
      roles: ["OPERATOR_ADMIN", "OPERATOR_CLERK", "OPERATOR_FINANCE"],
    });
  } finally {
    await close();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port on the loopback.");
  return address.port;
}
