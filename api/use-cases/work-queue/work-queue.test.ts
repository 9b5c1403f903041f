import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type World, world } from "#api/test/world.ts";
import { closeCycle } from "#api/use-cases/cycles/close-cycle.ts";
import { adjustPoints } from "#api/use-cases/points/adjust-points.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { readWorkQueue } from "#api/use-cases/work-queue/read-work-queue.ts";

const as = (...roles: (Actor & { kind: "operator" })["roles"]): Actor => ({
  kind: "operator",
  id: `usr_${roles[0]}`,
  roles,
});
const queueOf = async ({ deps }: World, actor: Actor) =>
  Object.fromEntries((await readWorkQueue(deps, actor)).map((item) => [item.kind, item.count]));

/** A month that waits for approval, a correction that waits for a second person, a break, a payment, a bad proof. */
async function waiting(): Promise<World> {
  const w = await world({ ana: { points: 500n } });
  const { deps, fuel, ana, clock } = w;
  await deps.db.identifier.create({
    data: {
      id: newId("identifier"),
      memberId: ana.id,
      kind: "PHONE",
      scope: "",
      value: "+375291000001",
      createdAt: clock.now(),
    },
  });
  await redeemPoints(deps, fuel.till, {
    member: { kind: "PHONE", value: "+375291000001" },
    points: 200n,
    idempotencyKey: "redeem-0000000001",
  });
  const lot = await deps.db.lot.findFirstOrThrow({ where: { memberId: ana.id } });
  const taken = {
    memberId: ana.id,
    points: 5n,
    takeFromLotId: lot.id,
    reason: "Credited twice",
    idempotencyKey: "take-points-000001",
  };
  await adjustPoints(deps, as("CLERK"), taken);
  clock.set(new Date("2026-04-01T12:00:00Z"));
  await closeCycle(deps, systemActor, { cycleId: w.cycleId, reason: "Month end", idempotencyKey: "close-first-cycle" });
  const item = { source: "BANK", kind: "UNKNOWN_RECEIPT", state: "BREAK", unit: "EUR" } as const;
  await deps.db.reconItem.create({
    data: { id: newId("reconItem"), ...item, openedAt: new Date("2026-03-20T00:00:00Z") },
  });
  await deps.db.reconItem.create({
    data: { id: newId("reconItem"), ...item, openedAt: new Date("2026-03-25T00:00:00Z") },
  });
  return w;
}

test("says how much of each kind waits, since when, and where to begin", async () => {
  const w = await waiting();
  const items = await readWorkQueue(w.deps, as("CLERK"));
  const breaks = items.find(({ kind }) => kind === "BREAKS");
  const oldest = await w.deps.db.reconItem.findFirstOrThrow({ orderBy: { openedAt: "asc" } });
  expect(breaks).toEqual({ kind: "BREAKS", count: 2, oldestAt: oldest.openedAt, firstId: oldest.id, dueAt: null });
});

test("shows only what the viewer may do something about", async () => {
  const w = await waiting();
  expect(await queueOf(w, as("CLERK"))).toEqual({ BREAKS: 2 });
  expect(await queueOf(w, as("FINANCE"))).toEqual({ APPROVALS: 1, CYCLES_IN_REVIEW: 1, STATEMENTS_UNCONFIRMED: 2 });
  expect(await queueOf(w, as("AUDITOR"))).toEqual({});
  await expect(readWorkQueue(w.deps, w.grocer.finance)).rejects.toThrow(Forbidden);
});

test("lays nobody's own request before them", async () => {
  const w = await waiting();
  const both: Actor = { kind: "operator", id: "usr_CLERK", roles: ["CLERK", "FINANCE"] };
  expect((await queueOf(w, both))["APPROVALS"]).toBeUndefined();
});

test("names the partner that is nearest to its limit", async () => {
  const w = await waiting();
  await w.deps.db.exposure.update({ where: { partnerId: w.grocer.id }, data: { limitE6: 4_000_000n } });
  const alarm = (await readWorkQueue(w.deps, as("RISK"))).find(({ kind }) => kind === "LIMIT_ALARMS");
  expect(alarm).toMatchObject({ count: 1, firstId: w.grocer.id });
});

test("tells that the last proof of the books failed, until one holds", async () => {
  const w = await waiting();
  const proof = (errorCount: number, day: number) => ({
    id: newId("booksProof"),
    provedAt: new Date(Date.UTC(2026, 3, day)),
    milliseconds: 5,
    errorCount,
    warningCount: 0,
    broken: [],
  });
  await w.deps.db.booksProof.create({ data: proof(2, 1) });
  expect((await queueOf(w, as("AUDITOR")))["BOOKS_BROKEN"]).toBe(2);
  await w.deps.db.booksProof.create({ data: proof(0, 2) });
  expect((await queueOf(w, as("AUDITOR")))["BOOKS_BROKEN"]).toBeUndefined();
});

test("claims that nobody answered and members who want to be deleted wait for the clerk, claims by their deadline", async () => {
  const { deps, grocer, ana, clock } = await world();
  const at = clock.now();
  const claim = (state: "WAITING" | "OVERDUE", daysAgo: number) => ({
    ...{ id: newId("claim"), memberId: ana.id, partnerId: grocer.id, kind: "MISSING" as const, state, amountE6: 1n },
    ...{
      receiptNumber: `R-${state}-${daysAgo}`,
      boughtOn: at,
      openedAt: new Date(at.getTime() - daysAgo * 86_400_000),
    },
    deadlineAt: new Date(at.getTime() - (daysAgo - 3) * 86_400_000),
  });
  const late = [claim("OVERDUE", 9), claim("OVERDUE", 5)];
  await deps.db.claim.createMany({ data: [...late, claim("WAITING", 1)] });
  await deps.db.deletionRequest.create({ data: { id: newId("deletionRequest"), memberId: ana.id, createdAt: at } });
  const items = await readWorkQueue(deps, as("CLERK"));
  expect(items).toMatchObject([
    { kind: "CLAIMS_OVERDUE", count: 2, firstId: late[0]?.id, dueAt: late[0]?.deadlineAt },
    { kind: "DELETIONS_ASKED", count: 1, firstId: ana.id, dueAt: null },
  ]);
  expect(await readWorkQueue(deps, as("RISK"))).toEqual([]);
});
