import { MultiBar, Presets } from "cli-progress";
import { standingClock } from "#api/kernel/clock.ts";
import { readConfig } from "#api/server/config.ts";
import { addPerson, openPeople } from "#api/server/identity/people.ts";
import { openTokens } from "#api/server/identity/tokens.ts";
import { createLog } from "#api/server/log.ts";
import { openSecrets } from "#api/server/secrets.ts";
import { connect, flushCommits } from "#api/sql/client.ts";
import { borrowDatabase } from "#api/sql/database.ts";
import { migrate } from "#api/sql/migrate.ts";
import { committedMigrations } from "#api/sql/migrations.ts";
import { tellStory } from "./tell.ts";

/** Tells the demo's story into a database that holds no programme yet. */
async function main(): Promise<void> {
  const config = readConfig();
  const database = await borrowDatabase(config.databaseUrl, config.dataDirectory);
  try {
    await migrate(database.url, await committedMigrations());
    const connection = connect(database.url, { max: 10, commits: "SOON" });
    try {
      if ((await connection.db.programme.count()) > 0)
        console.log("The database has a programme already; nothing to seed.");
      else await seed(config, connection);
    } finally {
      await connection.close();
    }
  } finally {
    await database.release();
  }
}

async function seed(config: ReturnType<typeof readConfig>, connection: ReturnType<typeof connect>): Promise<void> {
  const secrets = await openSecrets(config);
  const { publicUrl, origins } = config;
  const tokens = await openTokens(secrets.tokenSeed, publicUrl, standingClock(new Date()));
  const people = openPeople({ db: connection.db, secret: secrets.session, publicUrl, origins, log: createLog("warn") });
  const bars = new MultiBar(
    { format: "  Telling the demo's year [{bar}] day {value}/{total}", hideCursor: true },
    Presets.rect,
  );
  const bar = process.stdout.isTTY ? bars.create(1, 0) : null;
  const startedAt = performance.now();
  try {
    await tellStory({
      connection,
      now: new Date(),
      addPerson: (person) => addPerson(people, person),
      secrets: { apiKey: secrets.apiKey },
      sign: tokens.sign,
      progress: (done, all) => {
        bar?.setTotal(all);
        bar?.update(done);
      },
    });
    await flushCommits(connection.pool);
  } finally {
    bars.stop();
  }
  console.log(`✓ Told the demo's year (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
}

await main();
