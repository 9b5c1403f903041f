import { expect, onTestFinished, test } from "vitest";
import { openRateLimits, type RateLimits } from "#api/server/rate-limits.ts";
import { connect } from "#api/sql/client.ts";
import { testDatabase } from "#api/test/database.ts";

/** Ten in a quarter of an hour. */
const signIn = (limits: RateLimits) => limits.take("signInAs", "olga@grocer.example");
const refused = { extensions: { code: "RATE_LIMITED", http: { status: 429 } } };

test("whoever is sent away by one gateway has used up what all of them give", async () => {
  const { pool } = await opened();
  const gateways = [openRateLimits(pool), openRateLimits(pool)] as const;
  for (let n = 0; n < 10; n++) await signIn(gateways[n % 2 === 0 ? 0 : 1]);
  for (const gateway of gateways) await expect(signIn(gateway)).rejects.toMatchObject(refused);
  await expect(gateways[0].take("signInAs", "ana@example.org")).resolves.toBeUndefined();
});

test("whoever signed in after all starts anew", async () => {
  const { pool } = await opened();
  const limits = openRateLimits(pool);
  for (let n = 0; n < 9; n++) await signIn(limits);
  await limits.forget("signInAs", "olga@grocer.example");
  for (let n = 0; n < 10; n++) await signIn(limits);
  await expect(signIn(limits)).rejects.toMatchObject(refused);
});

test("without its database a gateway goes on, and counts by itself", async () => {
  const { url } = await opened();
  const away = new URL(url);
  away.port = "1";
  const { pool, close } = connect(away.href, { max: 1 });
  onTestFinished(close);
  const limits = openRateLimits(pool);
  for (let n = 0; n < 10; n++) await signIn(limits);
  await expect(signIn(limits)).rejects.toMatchObject(refused);
});

async function opened() {
  const database = await testDatabase();
  onTestFinished(() => database.close());
  return database;
}
