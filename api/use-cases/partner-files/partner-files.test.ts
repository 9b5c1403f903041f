import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { type World, world } from "#api/test/world.ts";
import { breakOverdue } from "#api/use-cases/partner-files/break-overdue.ts";
import { comparePartnerFile } from "#api/use-cases/partner-files/compare-partner-file.ts";
import { countBreaks } from "#api/use-cases/partner-files/count-breaks.ts";
import { findFileResults, listPartnerFiles } from "#api/use-cases/partner-files/find-partner-files.ts";
import { listItems } from "#api/use-cases/partner-files/list-items.ts";
import { previewPartnerFile } from "#api/use-cases/partner-files/sent-file.ts";
import { takeItem } from "#api/use-cases/partner-files/take-item.ts";
import { uploadPartnerFile } from "#api/use-cases/partner-files/upload-partner-file.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";

const DAY_MS = 86_400_000;
const march = { from: new Date("2026-03-01T00:00:00Z"), until: new Date("2026-04-01T00:00:00Z") };
const header = "client_ref,event,occurred_at,points,amount,status";
const at = "2026-03-10T12:00:00Z";

/** At Grocer, Ana buys for 20.00, for 30.00, gives R-2 back (B-1), and spends 40 points by a key. */
async function tradedAtGrocer() {
  const w = await world({ ana: { points: 1_000n } });
  const member = { memberId: w.ana.id };
  const buy = (receiptNumber: string, amountE6: bigint, occurredAt?: Date) =>
    recordPurchase(w.deps, w.grocer.till, {
      member,
      totalE6: amountE6,
      lines: [{ amountE6, name: "Bread" }],
      payments: [{ means: "CARD", amountE6 }],
      receiptNumber,
      occurredAt,
      idempotencyKey: `key of ${receiptNumber}`,
    });
  await buy("R-1", 20_000_000n);
  await buy("R-2", 30_000_000n);
  const back = { purchase: { receiptNumber: "R-2" }, receiptNumber: "B-1", idempotencyKey: "key of B-1" };
  await returnPurchase(w.deps, w.grocer.till, back);
  await redeemPoints(w.deps, w.grocer.till, { member, points: 40n, idempotencyKey: "key of the fee" });
  return { ...w, buy };
}

const agreeing = [
  `R-1,EARN,${at},20,20.00,COMPLETED`,
  `R-2,EARN,${at},30,30.00,`,
  `B-1,RETURN,${at},30,30.00,`,
  `key of the fee,REDEMPTION,${at},40,,COMPLETED`,
];

async function sent(w: World, rows: readonly string[], key = "the file of march", name = "march.csv") {
  const content = [header, ...rows].join("\n");
  const file = await uploadPartnerFile(w.deps, w.grocer.finance, { ...march, name, content, idempotencyKey: key });
  await comparePartnerFile(w.deps, w.grocer.finance, { fileId: file.id });
  return file.id;
}

const itemsOf = async (w: World, fileId: string, actor: Actor = w.grocer.finance) =>
  (await listItems(w.deps, actor, { fileId, first: 50, after: null })).rows;

const kindsOf = async (w: World, fileId: string) =>
  (await itemsOf(w, fileId)).map(({ fileLine, kind, state }) => [fileLine, kind, state]);

test("a file that says what the hub did agrees row by row, and comparing it again changes nothing", async () => {
  const w = await tradedAtGrocer();
  const fileId = await sent(w, agreeing);
  const items = await itemsOf(w, fileId);
  expect(items.map(({ fileLine, state, rule }) => [fileLine, state, rule])).toEqual([
    [2, "MATCHED", "receipt number and day"],
    [3, "MATCHED", "receipt number and day"],
    [4, "MATCHED", "receipt number and day"],
    [5, "MATCHED", "idempotency key"],
  ]);
  const steps = await w.deps.db.transition.count({ where: { object: "reconciliation item" } });
  await comparePartnerFile(w.deps, w.operator, { fileId });
  expect(await itemsOf(w, fileId)).toEqual(items);
  expect(await w.deps.db.transition.count({ where: { object: "reconciliation item" } })).toBe(steps);
  const result = (await findFileResults(w.deps, w.grocer.finance, [fileId])).get(fileId);
  expect(result).toEqual({ total: 4, matched: 4, matchRateBps: 10_000, open: 0, kinds: [] });
});

test("each way of disagreeing has its kind", async () => {
  const w = await tradedAtGrocer();
  const fileId = await sent(w, [
    `R-1,EARN,${at},21,20.00,`,
    `R-1,EARN,${at},20,20.00,`,
    `B-1,RETURN,${at},30,29.99,`,
    `R-2,EARN,${at},30,30.00,COMPLETED`,
    `R-7,EARN,${at},5,5.00,`,
    `R-8,EARN,${at},5,5.00,CANCELLED`,
  ]);
  expect(await kindsOf(w, fileId)).toEqual([
    [2, "POINTS_DIFF", "NEW"],
    [3, "DUPLICATE", "NEW"],
    [4, "AMOUNT_DIFF", "NEW"],
    [5, "STATUS_DIFF", "NEW"],
    [6, "MISSING_IN_HUB", "NEW"],
    [7, null, "MATCHED"],
    [null, "MISSING_IN_PARTNER", "NEW"],
  ]);
  const [points, , amount] = await itemsOf(w, fileId);
  expect(points).toMatchObject({ hubValue: 20n, otherValue: 21n, unit: "PTS" });
  expect(amount).toMatchObject({ hubValue: 30_000_000n, otherValue: 29_990_000n, unit: "EUR" });
});

test("what was posted in another cycle than it happened in agrees, late", async () => {
  const w = await tradedAtGrocer();
  const span = { opensAt: new Date("2026-02-01T00:00:00Z"), cutoffAt: march.from };
  await w.deps.db.cycle.create({ data: { id: "cyc_before", seq: 0, state: "SETTLED", ...span } });
  await w.buy("R-0", 10_000_000n, new Date("2026-02-28T23:30:00Z"));
  const content = `${header}\nR-0,EARN,2026-02-28T23:30:00Z,10,10.00,`;
  const february = { from: new Date("2026-02-20T00:00:00Z"), until: march.from, name: "february.csv", content };
  const input = { ...february, idempotencyKey: "the file of february" };
  const { id: fileId } = await uploadPartnerFile(w.deps, w.grocer.finance, input);
  await comparePartnerFile(w.deps, w.grocer.finance, { fileId });
  expect(await kindsOf(w, fileId)).toEqual([[2, "LATE", "MATCHED"]]);
});

test("a receipt number is not another day's", async () => {
  const w = await tradedAtGrocer();
  const fileId = await sent(w, ["R-1,EARN,2026-03-08T12:00:00Z,20,20.00,", ...agreeing.slice(1)]);
  expect((await kindsOf(w, fileId)).map(([, kind]) => kind)).toEqual([
    "MISSING_IN_HUB",
    null,
    null,
    null,
    "MISSING_IN_PARTNER",
  ]);
});

test("a preview says what is wrong on which line; such a file is not taken", async () => {
  const w = await tradedAtGrocer();
  const content = [header, agreeing[0], "R-2,EARN,yesterday,-1,x,DONE", `,GIFT,2026-05-01T00:00:00Z,1,,`].join("\n");
  const file = { ...march, name: "march.csv", content };
  const preview = await previewPartnerFile(w.deps, w.grocer.finance, file);
  expect(preview).toMatchObject({ rowCount: 1, problemCount: 7, events: [{ event: "EARN", rows: 1, points: 20n }] });
  expect(preview.problems.map(({ line, column }) => [line, column])).toEqual([
    [3, "occurred_at"],
    [3, "points"],
    [3, "amount"],
    [3, "status"],
    [4, "client_ref"],
    [4, "event"],
    [4, "occurred_at"],
  ]);
  const taken = uploadPartnerFile(w.deps, w.grocer.finance, { ...file, idempotencyKey: "a file with mistakes" });
  await expect(taken).rejects.toMatchObject({ code: "PARTNER_FILE_UNREADABLE", problemCount: 7 });
});

test("the same file is taken once; a file is its partner's and the operator's alone", async () => {
  const w = await tradedAtGrocer();
  const fileId = await sent(w, agreeing);
  await expect(sent(w, agreeing, "another key for it")).rejects.toMatchObject({ code: "PARTNER_FILE_TAKEN", fileId });
  expect(await sent(w, agreeing)).toBe(fileId);
  const foreign = comparePartnerFile(w.deps, w.fuel.finance, { fileId });
  await expect(foreign).rejects.toMatchObject({ code: "PARTNER_FILE_NOT_FOUND" });
  const page = { first: 10, after: null };
  expect((await listPartnerFiles(w.deps, w.fuel.finance, page)).rows).toEqual([]);
  expect(await itemsOf(w, fileId, w.fuel.finance)).toEqual([]);
  const named = { ...march, name: "x.csv", content: header, partnerId: w.fuel.id, idempotencyKey: "for somebody else" };
  expect((await previewPartnerFile(w.deps, w.grocer.finance, named)).rowCount).toBe(0);
  await expect(previewPartnerFile(w.deps, w.fuel.till, named)).rejects.toMatchObject({ name: "Forbidden" });
});

test("an empty file, or one of a span that never ends, is refused", async () => {
  const w = await tradedAtGrocer();
  await expect(sent(w, [])).rejects.toMatchObject({ code: "PARTNER_FILE_UNREADABLE", problemCount: 0 });
  const endless = { ...march, until: new Date("2027-03-01T00:00:00Z"), name: "x.csv", content: header };
  await expect(previewPartnerFile(w.deps, w.grocer.finance, endless)).rejects.toMatchObject({ code: "INVALID_VALUE" });
});

test("what does not turn up in the programme's days breaks, and a clerk takes it", async () => {
  const w = await tradedAtGrocer();
  const fileId = await sent(w, [...agreeing, `R-7,EARN,${at},5,5.00,`]);
  const [, , , , item] = await itemsOf(w, fileId);
  const itemId = item?.id ?? "";
  await expect(takeItem(w.deps, w.operator, { itemId })).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  expect(await breakOverdue(w.deps, systemActor)).toBe(0);
  w.clock.set(new Date(w.clock.now().getTime() + 2 * DAY_MS));
  expect(await breakOverdue(w.deps, systemActor)).toBe(1);
  expect(await countBreaks(w.deps, w.grocer.finance, { source: "PARTNER_FILE" })).toMatchObject({
    untaken: 1,
    ages: [{ items: 0 }, { items: 1 }, { items: 0 }, { items: 0 }],
  });
  expect(await takeItem(w.deps, w.operator, { itemId })).toMatchObject({ state: "INVESTIGATING" });
  await expect(takeItem(w.deps, w.grocer.finance, { itemId })).rejects.toMatchObject({ name: "Forbidden" });
  await expect(takeItem(w.deps, w.operator, { itemId: "rec_none" })).rejects.toMatchObject({
    code: "RECON_ITEM_NOT_FOUND",
  });
});

test("the till sends it again: the next comparison closes the item by itself", async () => {
  const w = await tradedAtGrocer();
  const fileId = await sent(w, [...agreeing, `R-7,EARN,${at},5,5.00,`, `R-8,EARN,${at},6,6.00,`]);
  await w.buy("R-7", 5_000_000n);
  await comparePartnerFile(w.deps, w.operator, { fileId });
  expect((await itemsOf(w, fileId)).slice(4).map(({ state }) => state)).toEqual(["MATCHED", "NEW"]);

  w.clock.set(new Date(w.clock.now().getTime() + 2 * DAY_MS));
  await breakOverdue(w.deps, systemActor);
  w.clock.set(new Date(at));
  await w.buy("R-8", 6_000_000n);
  await comparePartnerFile(w.deps, w.operator, { fileId });
  const [, , , , , late] = await itemsOf(w, fileId);
  expect(late).toMatchObject({ state: "RESOLVED", resolution: "TURNED_UP", kind: "MISSING_IN_HUB" });
});

test("the partner sends a better file: it closes what the first one lacked or had wrong", async () => {
  const w = await tradedAtGrocer();
  const first = await sent(w, [`R-1,EARN,${at},21,20.00,`, ...agreeing.slice(1, 3)]);
  expect((await kindsOf(w, first)).map(([, kind]) => kind)).toEqual(["POINTS_DIFF", null, null, "MISSING_IN_PARTNER"]);
  w.clock.set(new Date(w.clock.now().getTime() + 3 * DAY_MS));
  await breakOverdue(w.deps, systemActor);
  await sent(w, agreeing, "the better file", "march-2.csv");
  expect((await itemsOf(w, first)).map(({ state }) => state)).toEqual(["RESOLVED", "MATCHED", "MATCHED", "RESOLVED"]);
});
