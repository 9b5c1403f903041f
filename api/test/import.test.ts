import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type ImportProfile, importProfile } from "#api/formats/import-profile.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import { findBrokenRules } from "#api/ledger/verify.ts";
import { readConfig } from "#api/server/config.ts";
import { startGateway } from "#api/server/main.ts";
import { testDatabase } from "#api/test/database.ts";
import { createProgramme } from "#api/use-cases/programme/create-programme.ts";
import { assignStaff } from "#api/use-cases/staff/assign-staff.ts";
import { openGateway } from "#scripts/import/gateway.ts";
import { reportCycles } from "#scripts/import/report.ts";
import { type ImportOptions, type ImportResult, runImport } from "#scripts/import/run.ts";

const profile: ImportProfile = importProfile.parse({
  name: "two-shops",
  about: "A test's own file.",
  time: { column: "day", pattern: "yyyy-MM-dd", zone: "Europe/Minsk" },
  rowId: ["id"],
  receipt: ["id"],
  currency: { code: "BYN", column: "money" },
  member: { column: "card", pattern: "^c(\\d+)$", kind: "CARD", cardPrefix: "990100" },
  partner: { column: "shop" },
  line: { amount: "amount" },
  negativeAmounts: "RETURN",
  terms: { funding: "ON_ISSUE", issueRate: "0.01", redeemRate: "0.009", earnBps: 100 },
});

const operator = { name: "Olga", email: "olga@operator.example", password: "import-for-olga" };
const header = "id,day,card,shop,amount,money";
const story = [
  "1,2024-01-05,c1,Bread & Co,100.00,BYN",
  "2,2024-01-06,c2,Milk,19.99,BYN",
  "3,2024-01-07,c1,Bread & Co,ten,BYN",
  "4,2024-01-08,c2,Milk,5.00,EUR",
  "5,2024-02-02,c1,Bread & Co,-100.00,BYN",
  "6,2024-02-03,c1,Bread & Co,-100.00,BYN",
  "7,2024-02-04,c1,Milk,50.00,BYN",
  "8,2024-03-01,c3,Bread & Co,250.50,BYN",
];

/** A hub whose programme began in January 2024, with nobody in it, and a file to import. */
async function hubWith(rows: readonly string[]) {
  const database = await testDatabase();
  const directory = await mkdtemp(join(tmpdir(), "zgoda-import-"));
  const clock = { now: () => new Date() };
  const ledger = createLedger({ pool: database.pool, clock });
  const deps = { db: database.db, ledger, clock, secrets: { apiKey: "" } };
  await createProgramme(deps, systemActor, {
    name: "Import",
    pointsName: "points",
    currency: "BYN",
    timeZone: "Europe/Minsk",
    pointValueE6: 10_000n,
    operator: { code: "OPERATOR", name: "Operator" },
    opensAt: new Date("2023-12-31T21:00:00Z"),
  });
  const config = { ...readConfig({}), port: 0, jobs: false, logLevel: "silent", dataDirectory: directory } as const;
  const gateway = await startGateway({ ...config, databaseUrl: database.url });
  await gateway.addPerson(operator);
  await assignStaff(deps, systemActor, {
    email: operator.email,
    roles: ["OPERATOR_ADMIN", "OPERATOR_CLERK", "OPERATOR_FINANCE"],
  });
  onTestFinished(async () => {
    await gateway.close();
    await database.close();
    await rm(directory, { recursive: true });
  });
  const file = join(directory, "purchases.csv");
  const importing: ImportOptions = {
    file,
    profile,
    url: gateway.url,
    origin: config.publicUrl,
    directory: join(directory, "out"),
    operator,
    createPartners: true,
    createMembers: true,
    closeMonthly: true,
    batchesInFlight: 4,
    batchRows: 2,
  };
  await writeFile(file, [header, ...rows, ""].join("\n"));
  return {
    importing,
    deps,
    database,
    write: (more: readonly string[]) => writeFile(file, [header, ...more, ""].join("\n")),
  };
}

type Hub = Awaited<ReturnType<typeof hubWith>>;

const told = ({ outcomes }: ImportResult) =>
  [...outcomes]
    .sort((a, b) => a.line - b.line)
    .map(({ line, outcome, reason, points }) => [line, outcome, reason, points]);

async function books({ deps, database }: Hub) {
  const purchases = await deps.db.purchase.findMany({ orderBy: { receiptNumber: "asc" } });
  const entries = await deps.db.entry.count();
  const broken = await findBrokenRules(database.pool);
  return { receipts: purchases.map(({ receiptNumber }) => receiptNumber), entries, broken };
}

describe("a purchases file is imported through the gateway", { timeout: 60_000 }, () => {
  test("good rows are posted, bad ones refused by line and reason, returns matched or listed", async () => {
    const hub = await hubWith(story);
    const result = await runImport(hub.importing);
    expect(told(result)).toEqual([
      [2, "DONE", "", "100"],
      [3, "DONE", "", "19"],
      [4, "REFUSED", "BAD_AMOUNT", ""],
      [5, "REFUSED", "FOREIGN_CURRENCY", ""],
      [6, "DONE", "", "-100"],
      [7, "UNMATCHED", "NO_PURCHASE_FOUND", ""],
      [8, "DONE", "", "50"],
      [9, "DONE", "", "250"],
    ]);
    expect(await books(hub)).toMatchObject({ receipts: ["1", "2", "7", "8"], broken: [] });
    const back = await hub.deps.db.purchaseReturn.findMany({ include: { purchase: true } });
    expect(back.map(({ purchase }) => purchase.receiptNumber)).toEqual(["1"]);
  });

  test("cycles are closed as the dates pass them, and their statements say what the rows say", async () => {
    const hub = await hubWith(story);
    const result = await runImport(hub.importing);
    expect(result.cyclesClosed).toBe(3);
    const gateway = openGateway(hub.importing.url, hub.importing.origin);
    const reports = await reportCycles(
      gateway,
      await gateway.signIn(operator.email, operator.password),
      result.outcomes,
      profile.terms,
    );
    expect(reports.map(({ seq, billedE6, unreconciled }) => [seq, billedE6, unreconciled])).toEqual([
      [1, 1_190_000n, []],
      [2, -500_000n, []],
      [3, 2_500_000n, []],
    ]);
    for (const { settledE6, positionsE6 } of reports) expect(settledE6).toBe(positionsE6);
    const told = result.outcomes.map((one) => (one.line === 2 ? { ...one, points: "101" } : one));
    const [january] = await reportCycles(
      gateway,
      await gateway.signIn(operator.email, operator.password),
      told,
      profile.terms,
    );
    expect(january?.unreconciled).toHaveLength(1);
  });

  test.each([
    { funding: "SPLIT", fundedShareBps: 2_500, billedE6: [297_500n, -125_000n, 625_000n] },
    { funding: "PREPAID", packPoints: 1_000, prepaidStopPoints: 100, billedE6: [0n, 0n, 0n] },
  ] as const)("partners under $funding are billed as it says, and the rows agree", async ({ billedE6, ...said }) => {
    const hub = await hubWith(story);
    const terms = { ...profile.terms, ...said };
    const result = await runImport({ ...hub.importing, profile: importProfile.parse({ ...profile, terms }) });
    const gateway = openGateway(hub.importing.url, hub.importing.origin);
    const caller = await gateway.signIn(operator.email, operator.password);
    const reports = await reportCycles(gateway, caller, result.outcomes, terms);
    expect(reports.map((one) => [one.billedE6, one.unreconciled])).toEqual(billedE6.map((e6) => [e6, []]));
    expect(await books(hub)).toMatchObject({ receipts: ["1", "2", "7", "8"], broken: [] });
    const lots = await hub.deps.db.lot.findMany({ distinct: ["funding"], select: { funding: true } });
    expect(lots).toEqual([{ funding: said.funding }]);
  });

  test("a second run changes nothing, with the result file or without it", async () => {
    const hub = await hubWith(story);
    const first = await runImport(hub.importing);
    const before = await books(hub);
    expect(told(await runImport(hub.importing))).toEqual(told(first));
    await rm(join(hub.importing.directory, "outcomes.csv"));
    const again = await runImport(hub.importing);
    expect(told(again).map(([, outcome]) => outcome)).toEqual([
      "REPLAYED",
      "REPLAYED",
      "REFUSED",
      "REFUSED",
      "REPLAYED",
      "UNMATCHED",
      "REPLAYED",
      "REPLAYED",
    ]);
    expect(await books(hub)).toEqual(before);
  });

  test("an interrupted import goes on where it was", async () => {
    const many = Array.from(
      { length: 60 },
      (_none, at) => `${at + 1},2024-01-05,c${at % 7},Bread & Co,${at + 1}.00,BYN`,
    );
    const hub = await hubWith(many);
    const stop = new AbortController();
    const progress = (rows: number) => rows >= 20 && stop.abort();
    const first = await runImport({ ...hub.importing, closeMonthly: false, signal: stop.signal, progress });
    expect(first.isComplete).toBe(false);
    const posted = (await books(hub)).receipts.length;
    expect(posted).toBeGreaterThanOrEqual(20);
    expect(posted).toBeLessThan(60);
    const second = await runImport({ ...hub.importing, closeMonthly: false });
    expect(second.isComplete).toBe(true);
    expect((await books(hub)).receipts).toHaveLength(60);
    const file = await readFile(join(hub.importing.directory, "outcomes.csv"), "utf8");
    const lines = file
      .trim()
      .split("\n")
      .slice(1)
      .map((row) => Number(row.split(",", 1)[0]));
    expect(lines).toEqual(Array.from({ length: 60 }, (_none, at) => at + 2));
  });

  test("a result file cut off in the middle of a row is read up to there", async () => {
    const hub = await hubWith(story);
    const first = await runImport(hub.importing);
    const file = join(hub.importing.directory, "outcomes.csv");
    const whole = await readFile(file, "utf8");
    await writeFile(file, whole.slice(0, whole.length - 25));
    expect((await runImport(hub.importing)).outcomes).toHaveLength(first.outcomes.length);
    expect((await books(hub)).receipts).toEqual(["1", "2", "7", "8"]);
  });

  test("without leave to create, strangers are refused row by row and nobody is made", async () => {
    const hub = await hubWith(story);
    const result = await runImport({ ...hub.importing, createPartners: false, createMembers: false });
    expect(new Set(result.outcomes.map(({ reason }) => reason))).toContain("PARTNER_UNKNOWN");
    expect((await books(hub)).receipts).toEqual([]);
    expect(await hub.deps.db.partner.count()).toBe(1);
  });
});
