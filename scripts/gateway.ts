import { readConfig } from "#api/server/config.ts";
import { startGateway } from "#api/server/main.ts";

/** One gateway as a process of its own, on a database that is there and migrated: as many of these as you like. */
async function main(): Promise<void> {
  const config = readConfig();
  const { databaseUrl } = config;
  if (databaseUrl === null) throw new Error("Set DATABASE_URL; `npm start` brings a database of its own.");
  const gateway = await startGateway({ ...config, databaseUrl });
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, async () => {
      await gateway.close();
      process.exit(0);
    });
}

await main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
