import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { advanceDraws } from "./advance-draws.ts";
import { draftDraw, editDrawDraft } from "./draft-draw.ts";
import { enterDraw } from "./enter-draw.ts";
import { findWinners } from "./find-draws.ts";
import { submitDraw, withdrawDraw } from "./review-draw.ts";
import { askToDraw, openDraw } from "./run-draw.ts";

const spring = {
  code: "spring",
  name: { en: "Spring draw" },
  rules: { en: "As announced." },
  organiser: { name: "Zgoda Operator", address: "Main Street 1" },
  registrationNumber: "4711",
  closesAt: "2026-03-31T21:00:00.000Z",
  prizes: [{ name: { en: "A bicycle" }, quantity: 1 }],
  ticketPrice: "50",
};
const olga: Actor = { kind: "operator", id: newId("user"), roles: ["CLERK"] };
const piotr: Actor = { kind: "operator", id: newId("user"), roles: ["FINANCE", "RISK"] };
let keys = 0;
const idempotencyKey = () => `late-draw-key-${++keys}`;

const draft = async ({ deps }: World, differs: object = {}) =>
  (await draftDraw(deps, olga, { definition: { ...spring, ...differs }, idempotencyKey: idempotencyKey() })).id;
const submit = ({ deps }: World, drawId: string) => submitDraw(deps, olga, { drawId, note: "For spring" });
const decide = ({ deps }: World, approvalId: string) =>
  decideApproval(deps, piotr, { approvalId, decision: "APPROVE", note: "Looked through" });
const waiting = ({ deps }: World, subjectId: string) =>
  deps.db.approval.findFirstOrThrow({ where: { subjectId, state: "WAITING" } });
const stateOf = async ({ deps }: World, id: string) => (await deps.db.draw.findUniqueOrThrow({ where: { id } })).state;

async function opened(w: World, differs: object = {}): Promise<string> {
  const drawId = await draft(w, differs);
  await submit(w, drawId);
  await decide(w, (await waiting(w, drawId)).id);
  await openDraw(w.deps, olga, { drawId });
  return drawId;
}

test("a draw whose closing time is over is neither submitted nor opened", async () => {
  const w = await world();
  const [late, reviewed] = [await draft(w), await draft(w, { code: "summer" })];
  await submit(w, reviewed);
  await decide(w, (await waiting(w, reviewed)).id);
  w.clock.set(new Date("2026-03-31T21:00:00Z"));
  const over = { code: "INVALID_VALUE", field: "closesAt" };
  await expect(submit(w, late)).rejects.toMatchObject(over);
  await expect(openDraw(w.deps, olga, { drawId: reviewed })).rejects.toMatchObject(over);
  expect([await stateOf(w, late), await stateOf(w, reviewed)]).toEqual(["DRAFT", "REVIEWED"]);
});

test("a yes to an earlier text of a draw is worth nothing", async () => {
  const w = await world();
  const drawId = await draft(w);
  await submit(w, drawId);
  const earlier = await waiting(w, drawId);
  await withdrawDraw(w.deps, olga, { drawId, reason: "A prize is missing" });
  await editDrawDraft(w.deps, olga, { drawId, definition: { ...spring, registrationNumber: "4712" } });
  await submit(w, drawId);
  // As if the first request had been decided at the very moment it was taken back.
  await w.deps.db.approval.update({ where: { id: earlier.id }, data: { state: "WAITING" } });
  await decide(w, earlier.id);
  expect(await stateOf(w, drawId)).toBe("IN_REVIEW");
  await decide(w, (await waiting(w, drawId)).id);
  expect(await stateOf(w, drawId)).toBe("REVIEWED");
});

test("a public value is asked for where the rules name its source, and nowhere else", async () => {
  const w = await world();
  const drawId = await opened(w);
  w.clock.set(new Date("2026-03-31T21:05:00Z"));
  await advanceDraws(w.deps, systemActor);
  const asked = { drawId, note: "The day has come", publicValue: "3.2741" };
  await expect(askToDraw(w.deps, olga, asked)).rejects.toMatchObject({ code: "INVALID_VALUE", field: "publicValue" });
});

test("before the protocol is published nobody but whoever looks it through sees a winner", async () => {
  const w = await world({ ana: { points: 100n } });
  const drawId = await opened(w);
  await enterDraw(w.deps, w.ana.actor, { drawId, tickets: 2, idempotencyKey: idempotencyKey() });
  w.clock.set(new Date("2026-03-31T21:05:00Z"));
  await advanceDraws(w.deps, systemActor);
  await askToDraw(w.deps, olga, { drawId, note: "The day has come" });
  await decide(w, (await waiting(w, drawId)).id);
  expect(await stateOf(w, drawId)).toBe("DRAWN");
  expect((await findWinners(w.deps, olga, [drawId])).get(drawId)).toHaveLength(1);
  for (const viewer of [w.ana.actor, w.grocer.finance, { kind: "anonymous" } as const]) {
    expect((await findWinners(w.deps, viewer, [drawId])).size).toBe(0);
  }
});

test("who wrote a draw does not reveal its seed either, whoever asks for it", async () => {
  const w = await world();
  const drawId = await opened(w);
  w.clock.set(new Date("2026-03-31T21:05:00Z"));
  await advanceDraws(w.deps, systemActor);
  await askToDraw(w.deps, piotr, { drawId, note: "The day has come" });
  const { id: approvalId } = await waiting(w, drawId);
  const author: Actor = { ...olga, roles: ["CLERK", "RISK"] };
  const reveals = decideApproval(w.deps, author, { approvalId, decision: "APPROVE", note: "Mine" });
  await expect(reveals).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
  expect(await stateOf(w, drawId)).toBe("COMMITTED");
});

test("a blocked member buys no tickets", async () => {
  const w = await world({ ana: { points: 100n } });
  const drawId = await opened(w);
  await w.deps.db.member.update({ where: { id: w.ana.id }, data: { status: "BLOCKED" } });
  const bought = enterDraw(w.deps, w.ana.actor, { drawId, tickets: 1, idempotencyKey: idempotencyKey() });
  await expect(bought).rejects.toMatchObject({ code: "MEMBER_BLOCKED" });
});
