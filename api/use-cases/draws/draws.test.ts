import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { type TestMember, type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { advanceDraws } from "./advance-draws.ts";
import { cancelDraw, draftDraw, editDrawDraft } from "./draft-draw.ts";
import { drawFileOf } from "./draw-file.ts";
import { enterDraw } from "./enter-draw.ts";
import { findOwnTickets, findWinners, readTicketList } from "./find-draws.ts";
import { submitDraw } from "./review-draw.ts";
import { askToDraw, excludeFromDraw, openDraw, publishDraw } from "./run-draw.ts";
import { verifyDraw } from "./verify-draw.ts";

const EUR = 1_000_000n;
const spring = {
  code: "spring",
  name: { en: "Spring draw", ru: "Весенний розыгрыш", be: "Вясновы розыгрыш" },
  rules: { en: "A ticket for every full 20.00 of a receipt." },
  organiser: { name: "Zgoda Operator", address: "Main Street 1" },
  registrationNumber: "4711",
  closesAt: "2026-03-31T21:00:00.000Z",
  prizes: [
    { name: { en: "A bicycle" }, quantity: 1, worth: "900" },
    { name: { en: "A basket" }, quantity: 2 },
  ],
  ticketPrice: "50",
  ticketsPerMember: "40",
};
const olga: Actor = { kind: "operator", id: newId("user"), roles: ["CLERK"] };
const piotr: Actor = { kind: "operator", id: newId("user"), roles: ["FINANCE", "RISK"] };
const anonymous: Actor = { kind: "anonymous" };
let keys = 0;
const idempotencyKey = () => `draw-test-key-${++keys}`;

async function decide({ deps }: World, subjectId: string, decision: "APPROVE" | "REFUSE" = "APPROVE", by = piotr) {
  const { id } = await deps.db.approval.findFirstOrThrow({ where: { subjectId, state: "WAITING" } });
  return decideApproval(deps, by, { approvalId: id, decision, note: "Looked through" });
}

async function opened(w: World, differs: object = {}): Promise<string> {
  await runCampaign(w, null, {
    rules: [ruleOf({ kind: "ticket", draw: "spring", give: { by: "PER_AMOUNT", number: "1", per: "20" } })],
    funding: [{ funder: "OPERATOR", bps: 10_000 }],
  });
  const definition = { ...spring, ...differs };
  const { id } = await draftDraw(w.deps, olga, { definition, idempotencyKey: idempotencyKey() });
  await submitDraw(w.deps, olga, { drawId: id, note: "For spring" });
  await decide(w, id);
  await openDraw(w.deps, olga, { drawId: id });
  return id;
}

async function buy({ deps, grocer }: World, { id: memberId }: TestMember, euros: bigint): Promise<string> {
  const key = idempotencyKey();
  const slip = { receiptNumber: key, idempotencyKey: key, totalE6: euros * EUR };
  return (await recordPurchase(deps, grocer.till, { member: { memberId }, ...slip })).purchase.id;
}

const ticketsOf = async ({ deps }: World, { actor }: TestMember, drawId: string) =>
  (await findOwnTickets(deps, actor, [drawId])).get(drawId);

async function committed(w: World, drawId: string): Promise<void> {
  w.clock.set(new Date("2026-03-31T21:00:30Z"));
  await advanceDraws(w.deps, systemActor);
  expect((await w.deps.db.draw.findUniqueOrThrow({ where: { id: drawId } })).state).toBe("CLOSED");
  w.clock.set(new Date("2026-03-31T21:05:00Z"));
  await advanceDraws(w.deps, systemActor);
}

async function drawn(w: World, drawId: string): Promise<void> {
  await committed(w, drawId);
  await askToDraw(w.deps, olga, { drawId, note: "The day has come" });
  await decide(w, drawId);
}

/** Runs the script that anyone can run on the two published files. */
async function checkedByAnyone(w: World, drawId: string, change = (file: object) => file): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "draw-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = JSON.parse((await drawFileOf(w.deps, anonymous, drawId)) ?? "{}") as object;
  await writeFile(join(folder, "draw.json"), JSON.stringify(change(file)));
  await writeFile(join(folder, "tickets.csv"), (await readTicketList(w.deps, anonymous, { drawId, part: 0 })) ?? "");
  const files = [join(folder, "draw.json"), join(folder, "tickets.csv")];
  const run = promisify(execFile)(process.execPath, ["scripts/verify-draw.ts", ...files]);
  return run.then(
    ({ stdout }) => stdout,
    (failed: { stdout: string }) => failed.stdout,
  );
}

test("M18 a ticket per 20.00: hashes of seed and list come first, and anyone finds the winners again", async () => {
  const w = await world({ ana: { points: 1_000n } });
  const drawId = await opened(w);
  const { seedHash } = await w.deps.db.draw.findUniqueOrThrow({ where: { id: drawId } });
  expect(seedHash).toMatch(/^[0-9a-f]{64}$/);
  const first = await buy(w, w.ana, 100n);
  await buy(w, w.ana, 39n);
  await buy(w, w.bohdan, 60n);
  const back = { purchase: { purchaseId: first }, lines: [{ seq: 1, quantityMilli: 1_000n }], receiptNumber: "B-1" };
  await returnPurchase(w.deps, w.grocer.till, { ...back, idempotencyKey: idempotencyKey() });
  const bought = { drawId, tickets: 4, idempotencyKey: idempotencyKey() };
  await enterDraw(w.deps, w.ana.actor, bought);
  await enterDraw(w.deps, w.ana.actor, bought);
  expect(await ticketsOf(w, w.ana, drawId)).toEqual({ tickets: 5n, ticketsInAll: 8n, holder: null, firstTicket: null });
  expect(await drawFileOf(w.deps, anonymous, drawId)).toBe(null);
  await committed(w, drawId);
  const fixed = await w.deps.db.draw.findUniqueOrThrow({ where: { id: drawId } });
  expect(fixed).toMatchObject({ state: "COMMITTED", seedHash, holderCount: 2, ticketCount: 8n, seed: null });
  expect(await w.deps.db.drawWinner.count()).toBe(0);
  const list = await readTicketList(w.deps, anonymous, { drawId, part: 0 });
  expect(
    list
      ?.split("\n")
      .slice(1, -1)
      .map((line) => line.split(",")[1])
      .sort(),
  ).toEqual(["3", "5"]);
  expect(list).not.toContain("mem_");
  await askToDraw(w.deps, olga, { drawId, note: "The day has come" });
  await decide(w, drawId);
  await publishDraw(w.deps, olga, { drawId });
  const winners = (await findWinners(w.deps, w.ana.actor, [drawId])).get(drawId) ?? [];
  expect(winners.map(({ prize }) => prize)).toEqual([0, 1]);
  expect(winners.filter(({ mine }) => mine)).toHaveLength(1);
  expect(await checkedByAnyone(w, drawId)).toBe(
    [
      "yes  the method is known",
      "yes  the seed is the one that was promised",
      "yes  the list of tickets is the one that was promised",
      "yes  the winners follow from both",
      "",
    ].join("\n"),
  );
  const other = { winners: [{ place: 1, prize: 0, ticket: "1", holder: 3 }] };
  expect(await checkedByAnyone(w, drawId, (file) => ({ ...file, ...other }))).toContain("NO   the winners");
});

test("winners are told when the protocol is published, not before, each of what they won", async () => {
  const w = await world();
  const drawId = await opened(w, { onePrizePerHolder: true });
  const { db } = w.deps;
  for (const [name, { id }] of Object.entries({ ana: w.ana, bohdan: w.bohdan })) {
    await db.user.create({ data: { id: `usr_${name}`, name, email: `${name}@example.org` } });
    await db.member.update({ where: { id }, data: { userId: `usr_${name}` } });
  }
  await buy(w, w.ana, 20n);
  await buy(w, w.bohdan, 20n);
  await drawn(w, drawId);
  const told = () => db.notice.findMany({ where: { kind: "PRIZE_WON" }, orderBy: { id: "asc" } });
  expect(await told()).toEqual([]);
  await publishDraw(w.deps, olga, { drawId });
  await publishDraw(w.deps, olga, { drawId });
  const winners = (await findWinners(w.deps, olga, [drawId])).get(drawId) ?? [];
  const prizes = [{ en: "A bicycle" }, { en: "A basket" }];
  const facts = winners.map(({ prize }) => ({ prize: prizes[prize], draw: spring.name }));
  const news = await told();
  expect(news.map((one) => one.facts)).toEqual(facts);
  expect(news.map(({ userId }) => userId)).toEqual(
    winners.map(({ memberId }) => (memberId === w.ana.id ? "usr_ana" : "usr_bohdan")),
  );
  expect(news[0]?.href).toBe("/me/draws");
});

test("what is posted after closing, who is excluded and who works at the hub hold no ticket", async () => {
  const w = await world();
  const drawId = await opened(w);
  await buy(w, w.ana, 40n);
  await buy(w, w.bohdan, 2_000n);
  const staffed = await w.deps.db.user.create({ data: { id: newId("user"), name: "C", email: "c@o.example" } });
  await w.deps.db.staff.create({ data: { id: newId("staff"), userId: staffed.id, roles: ["OPERATOR_CLERK"] } });
  const clerk = await w.deps.db.member.create({
    data: { id: newId("member"), userId: staffed.id, enrolledAt: w.clock.now(), enrolledAtPartnerId: w.grocer.id },
  });
  await w.deps.db.wallet.create({ data: { memberId: clerk.id } });
  await buy(w, { id: clerk.id, actor: anonymous }, 500n);
  w.clock.set(new Date("2026-03-31T21:00:00Z"));
  await buy(w, w.ana, 400n);
  await committed(w, drawId);
  expect(await w.deps.db.drawHolder.findMany({ select: { memberId: true, tickets: true } })).toEqual(
    expect.arrayContaining([
      { memberId: w.ana.id, tickets: 2n },
      { memberId: w.bohdan.id, tickets: 40n },
    ]),
  );
  expect(await w.deps.db.drawHolder.count()).toBe(2);

  const other = await world();
  const again = await opened(other);
  await buy(other, other.ana, 40n);
  await excludeFromDraw(other.deps, olga, {
    drawId: again,
    member: { memberId: other.ana.id },
    reason: "Married to the notary",
  });
  const enter = { drawId: again, tickets: 1, idempotencyKey: idempotencyKey() };
  await expect(enterDraw(other.deps, other.ana.actor, enter)).rejects.toMatchObject({ because: "EXCLUDED" });
  await drawn(other, again);
  expect(await other.deps.db.drawWinner.count()).toBe(0);
  expect(await other.deps.db.draw.findFirstOrThrow()).toMatchObject({
    state: "DRAWN",
    holderCount: 0,
    ticketCount: 0n,
  });
  const late = { drawId: again, member: { memberId: other.bohdan.id }, reason: "Too late" };
  await expect(excludeFromDraw(other.deps, olga, late)).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
});

test("a member who was merged holds the tickets of both, and a public value moves the winners", async () => {
  const w = await world();
  // Nine of ten tickets in one order: no other value draws them the same.
  const manyPrizes = { onePrizePerHolder: false, prizes: [{ name: { en: "A pen" }, quantity: 9 }] };
  const drawId = await opened(w, { publicSource: { en: "The central bank's rate of 1 April" }, ...manyPrizes });
  await buy(w, w.ana, 100n);
  await buy(w, w.bohdan, 100n);
  await w.deps.db.member.update({ where: { id: w.bohdan.id }, data: { status: "MERGED", mergedIntoId: w.ana.id } });
  await committed(w, drawId);
  expect(await w.deps.db.drawHolder.findMany()).toMatchObject([{ memberId: w.ana.id, tickets: 10n }]);
  const asks = { drawId, note: "The day has come" };
  await expect(askToDraw(w.deps, olga, asks)).rejects.toMatchObject({ code: "INVALID_VALUE", field: "publicValue" });
  await askToDraw(w.deps, olga, { ...asks, publicValue: "3.2741" });
  await decide(w, drawId);
  await publishDraw(w.deps, olga, { drawId });
  expect(await checkedByAnyone(w, drawId)).not.toContain("NO");
  expect(await checkedByAnyone(w, drawId, (file) => ({ ...file, publicValue: "3.2742" }))).toContain("NO");
});

test("a draw changed after its commitment is refused, and what gets past the guards is detected", async () => {
  const w = await world();
  const drawId = await opened(w);
  await buy(w, w.ana, 400n);
  await buy(w, w.bohdan, 400n);
  await drawn(w, drawId);
  const { pool } = w.database;
  const proof = async () => verifyDraw(w.deps.db, await w.deps.db.draw.findUniqueOrThrow({ where: { id: drawId } }));
  expect(await proof()).toEqual({ seedHolds: true, listHolds: true, winnersHold: true });
  const changes = [
    "UPDATE draw_holder SET tickets = tickets + 1 WHERE holder = 1",
    "DELETE FROM draw_winner",
    "UPDATE draw_seed SET seed = repeat('0', 64)",
    "UPDATE draw SET seed_hash = repeat('0', 64)",
    "UPDATE draw SET list_hash = repeat('0', 64)",
    "UPDATE draw SET seed = repeat('0', 64)",
    `UPDATE draw SET definition = jsonb_set(definition, '{prizes,0,quantity}', '2')`,
    "INSERT INTO draw_holder SELECT draw_id, 99, 'mem_new', 1, 99 FROM draw_holder LIMIT 1",
    "INSERT INTO draw_winner SELECT draw_id, 99, 0, 1, 1 FROM draw_holder LIMIT 1",
  ];
  for (const change of changes) {
    await expect(pool.query(change), change).rejects.toMatchObject({ code: expect.stringMatching(/^ZG10[79]$/) });
  }
  /** Whoever owns the database can put its guards aside; the proof still tells. */
  const tampered = async (change: string) => {
    const client = await pool.connect();
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${change}; COMMIT`);
    client.release();
    return proof();
  };
  expect(await tampered("UPDATE draw_winner SET holder = 3 - holder")).toMatchObject({ winnersHold: false });
  expect(await tampered("UPDATE draw_winner SET holder = 3 - holder")).toMatchObject({ winnersHold: true });
  expect(await tampered("UPDATE draw_holder SET tickets = tickets + 1")).toMatchObject({ listHolds: false });
  expect(await tampered("UPDATE draw SET seed = repeat('0', 64)")).toMatchObject({ seedHolds: false });
});

test("a draw is reviewed and drawn by somebody else than who wrote it, and nothing comes before its time", async () => {
  const w = await world({ ana: { points: 100n } });
  const { id: drawId } = await draftDraw(w.deps, olga, { definition: spring, idempotencyKey: "a draw of spring" });
  expect(await draftDraw(w.deps, olga, { definition: spring, idempotencyKey: "a draw of spring" })).toMatchObject({
    id: drawId,
  });
  const twin = { definition: { ...spring, code: "SPRING" }, idempotencyKey: idempotencyKey() };
  await expect(draftDraw(w.deps, olga, twin)).rejects.toMatchObject({ code: "DRAW_CODE_TAKEN", drawCode: "SPRING" });
  const none = { definition: { ...spring, code: "none", prizes: [] }, idempotencyKey: idempotencyKey() };
  await expect(draftDraw(w.deps, olga, none)).rejects.toMatchObject({ code: "INVALID_VALUE", field: "prizes" });
  await expect(openDraw(w.deps, olga, { drawId })).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  const enter = { drawId, tickets: 1, idempotencyKey: idempotencyKey() };
  await expect(enterDraw(w.deps, w.ana.actor, enter)).rejects.toMatchObject({ code: "DRAW_NOT_FOUND" });
  await submitDraw(w.deps, olga, { drawId, note: "For spring" });
  const both: Actor = { ...olga, roles: ["CLERK", "FINANCE"] };
  await expect(decide(w, drawId, "APPROVE", both)).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
  await decide(w, drawId, "REFUSE");
  expect(await w.deps.db.draw.findFirstOrThrow()).toMatchObject({ state: "DRAFT" });
  const unsold = { ...spring, ticketPrice: null };
  await editDrawDraft(w.deps, olga, { drawId, definition: unsold });
  await submitDraw(w.deps, olga, { drawId, note: "Without sale" });
  await decide(w, drawId);
  const edit = { drawId, definition: spring };
  await expect(editDrawDraft(w.deps, olga, edit)).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  await openDraw(w.deps, olga, { drawId });
  await expect(enterDraw(w.deps, w.ana.actor, enter)).rejects.toMatchObject({ because: "NO_TICKETS_SOLD" });
  await expect(askToDraw(w.deps, olga, { drawId, note: "Now" })).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  const gone = { drawId, reason: "No longer" };
  await expect(cancelDraw(w.deps, olga, gone)).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  await expect(openDraw(w.deps, w.ana.actor, { drawId })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("tickets are sold to whoever has the points, up to the cap, until a minute before closing", async () => {
  const w = await world({ ana: { points: 5_000n } });
  const drawId = await opened(w);
  const enter = (tickets: number, who = w.ana) =>
    enterDraw(w.deps, who.actor, { drawId, tickets, idempotencyKey: idempotencyKey() });
  await enter(30);
  expect(await w.deps.db.wallet.findUniqueOrThrow({ where: { memberId: w.ana.id } })).toMatchObject({
    available: 3_500n,
  });
  await expect(enter(11)).rejects.toMatchObject({ code: "LIMIT_REACHED" });
  await expect(enter(1, w.bohdan)).rejects.toMatchObject({ code: "INSUFFICIENT_POINTS" });
  await expect(enter(0)).rejects.toMatchObject({ code: "INVALID_VALUE" });
  w.clock.set(new Date("2026-03-31T20:59:30Z"));
  await expect(enter(1)).rejects.toMatchObject({ because: "CLOSING" });
  w.clock.set(new Date("2026-03-31T21:00:00Z"));
  await expect(enter(1)).rejects.toMatchObject({ because: "NOT_OPEN" });
});
