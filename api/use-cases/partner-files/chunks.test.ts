import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import type { Failpoint } from "#api/kernel/failpoints.ts";
import { type World, world } from "#api/test/world.ts";
import { comparePartnerFile, resumeComparisons } from "#api/use-cases/partner-files/compare-partner-file.ts";
import { runComparison } from "#api/use-cases/partner-files/run-comparison.ts";
import { uploadPartnerFile } from "#api/use-cases/partner-files/upload-partner-file.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";

const at = "2026-03-10T12:00:00Z";
const span = { from: new Date("2026-03-01T00:00:00Z"), until: new Date("2026-04-01T00:00:00Z") };
const header = "client_ref,event,occurred_at,points,amount,status";

/** Sales under numbers that come again, on two days and under keys, a return, and points spent with a receipt and without. */
async function tradedAtGrocer() {
  const w = await world({ ana: { points: 1_000n } });
  const member = { memberId: w.ana.id };
  const buy = (receiptNumber: string, amountE6: bigint, key: string, occurredAt = at) =>
    recordPurchase(w.deps, w.grocer.till, {
      member,
      totalE6: amountE6,
      lines: [{ amountE6, name: "Bread" }],
      payments: [{ means: "CARD", amountE6 }],
      receiptNumber,
      occurredAt: new Date(occurredAt),
      idempotencyKey: key,
    });
  await buy("R-1", 20_000_000n, "the key of R-1");
  await buy("R-1", 30_000_000n, "the next day's R-1", "2026-03-09T12:00:00Z");
  await buy("R-2", 30_000_000n, "the key of R-2");
  await buy("R-3", 40_000_000n, "the key of R-3", "2026-03-09T23:50:00Z");
  await buy("R-4", 50_000_000n, "R-2 as a key");
  await buy("R-5", 60_000_000n, "the key of R-5");
  const back = { purchase: { receiptNumber: "R-2" }, receiptNumber: "B-1", idempotencyKey: "the key of B-1" };
  await returnPurchase(w.deps, w.grocer.till, back);
  await redeemPoints(w.deps, w.grocer.till, { member, points: 40n, idempotencyKey: "the key of the fee" });
  return w;
}

const rows = [
  `R-1,EARN,${at},20,20.00,COMPLETED`,
  `R-1,EARN,${at},20,20.00,COMPLETED`,
  `R-2,EARN,${at},30,30.00,COMPLETED`,
  "R-3,EARN,2026-03-10T00:10:00Z,40,40.00,",
  `R-2 as a key,EARN,${at},50,49.00,`,
  `B-1,RETURN,${at},31,30.00,`,
  `the key of the fee,REDEMPTION,${at},40,,`,
  "R-1,EARN,2026-03-09T12:00:00Z,30,30.00,",
  `R-9,EARN,${at},5,5.00,`,
  `R-8,EARN,${at},5,5.00,CANCELLED`,
];

/** The same rows, so often that each file is another one. */
let sent = 0;
async function send(w: World): Promise<string> {
  sent += 1;
  const content = `${[header, ...rows].join("\n")}${"\n".repeat(sent)}`;
  const file = { ...span, name: "march.csv", content, idempotencyKey: `the file of march, ${sent}` };
  return (await uploadPartnerFile(w.deps, w.grocer.finance, file)).id;
}

/** Handed to the jobs, whose turn has come, in chunks of so many rows. */
async function compare(w: World, fileId: string, chunkRows: number, deps = w.deps): Promise<void> {
  const comparingAt = w.clock.now();
  await w.deps.db.partnerFile.update({ where: { id: fileId }, data: { state: "QUEUED", comparingAt } });
  await runComparison(deps, systemActor, { fileId, chunkRows });
}

/** What came of a file, as text, without its own ids. */
async function outcomeOf({ deps: { db } }: World, fileId: string): Promise<string> {
  const items = await db.reconItem.findMany({ where: { fileId } });
  const steps = await db.transition.findMany({ where: { objectId: { in: items.map(({ id }) => id) } } });
  const lines = items.map(({ id, fileId: _file, ...item }) => {
    const own = steps.filter(({ objectId }) => objectId === id).map(({ id: _id, objectId: _object, ...step }) => step);
    return JSON.stringify({ ...item, own }, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value));
  });
  return lines.sort().join("\n");
}

test("how large the chunks are makes no difference to a single byte", async () => {
  const w = await tradedAtGrocer();
  const [byOnes, byThrees, atOnce] = [await send(w), await send(w), await send(w)];
  await compare(w, byOnes, 1);
  const outcome = await outcomeOf(w, byOnes);
  const kinds = ["AMOUNT_DIFF", "DUPLICATE", "MISSING_IN_HUB", "MISSING_IN_PARTNER", "POINTS_DIFF", "STATUS_DIFF"];
  for (const kind of kinds) expect(outcome).toContain(`"kind":"${kind}"`);
  for (const rule of ["idempotency key", "receipt number and day", '"receipt number"']) expect(outcome).toContain(rule);
  await compare(w, byThrees, 3);
  expect(await outcomeOf(w, byThrees)).toBe(outcome);
  await compare(w, atOnce, 1_000);
  expect(await outcomeOf(w, atOnce)).toBe(outcome);
});

test("a comparison that dies goes on where it was, wherever that is, and leaves the same", async () => {
  const w = await tradedAtGrocer();
  const [whole, broken] = [await send(w), await send(w)];
  await compare(w, whole, 2);
  const outcome = await outcomeOf(w, whole);
  let passed = 0;
  const dying = (point: Failpoint) => {
    if (point === "partner file: chunk compared" && ++passed % 2 === 0) throw new Error("died");
  };
  const once = () => compare(w, broken, 2, { ...w.deps, reach: dying });
  await expect(once()).rejects.toThrow("died");
  const deaths = { count: 1 };
  while (await w.deps.db.partnerFile.count({ where: { id: broken, state: { in: ["QUEUED", "COMPARING"] } } })) {
    deaths.count += 1;
    await runComparison({ ...w.deps, reach: dying }, systemActor, { fileId: broken, chunkRows: 2 }).catch(() => null);
  }
  expect(deaths.count).toBeGreaterThan(10);
  expect(await outcomeOf(w, broken)).toBe(outcome);
  expect(await w.deps.db.partnerFileHubRow.count()).toBe(0);
  expect(await w.deps.db.partnerFilePair.count()).toBe(0);
});

test("two workers at one file take turns, and each row is compared once", async () => {
  const w = await tradedAtGrocer();
  const [alone, together] = [await send(w), await send(w)];
  await compare(w, alone, 1);
  const outcome = await outcomeOf(w, alone);
  await Promise.all([compare(w, together, 1), runComparison(w.deps, systemActor, { fileId: together, chunkRows: 1 })]);
  expect(await outcomeOf(w, together)).toBe(outcome);
});

test("a large file is the jobs', which say how far they are; what was left behind is gone on with", async () => {
  const w = await tradedAtGrocer();
  const fileId = await send(w);
  await w.deps.db.partnerFile.update({ where: { id: fileId }, data: { rowCount: 100_000 } });
  const handed: unknown[] = [];
  const enqueue = async (_tx: unknown, task: string, payload: object) => void handed.push([task, payload]);
  const deps = { ...w.deps, enqueue };
  expect(await comparePartnerFile(deps, w.grocer.finance, { fileId })).toMatchObject({ state: "QUEUED" });
  expect(await comparePartnerFile(deps, w.grocer.finance, { fileId })).toMatchObject({ state: "QUEUED" });
  expect(handed).toEqual([["runComparison", { fileId }]]);

  const dies = () => {
    throw new Error("died");
  };
  await expect(runComparison({ ...deps, reach: dies }, systemActor, { fileId })).rejects.toThrow("died");
  expect(await resumeComparisons(deps, systemActor)).toBe(0);
  w.clock.set(new Date(w.clock.now().getTime() + 60_000));
  expect(await resumeComparisons(deps, systemActor)).toBe(1);
  const compared = await w.deps.db.partnerFile.findUniqueOrThrow({ where: { id: fileId } });
  expect(compared).toMatchObject({ state: "COMPARED", comparedAt: new Date(at), step: null });
  expect(compared.workDone).toBe(compared.workTotal);
});
