import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { Failpoint } from "#api/kernel/failpoints.ts";
import { findCycle } from "#api/ledger/cycles.ts";
import { lookThroughCycle } from "#api/ledger/read/cycle-inputs.ts";
import { type World, world } from "#api/test/world.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { requireEarlierSettling } from "#api/use-cases/cycles/in-order.ts";
import { BooksBroken, EarlierCycleUnfinished } from "#api/use-cases/cycles/refusals.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { exportPayments } from "#api/use-cases/payments/export-payments.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";

const finance: Actor = { kind: "operator", id: "usr_finance", roles: ["FINANCE"] };
const [april, may] = [new Date("2026-04-01T00:00:00Z"), new Date("2026-05-01T00:00:00Z")];

async function trading(): Promise<World> {
  const w = await world({ ana: { points: 100n } });
  await spend(w, "ana-spends-000001");
  return w;
}

async function spend({ deps, ana, pharmacy }: World, idempotencyKey: string): Promise<void> {
  const spent = { member: { memberId: ana.id }, partnerId: pharmacy.id, points: 40n };
  await redeemPoints(deps, systemActor, { ...spent, idempotencyKey });
}

const stateOf = async ({ deps, cycleId }: World) => (await findCycle(deps.db, cycleId))?.state;

/** Past the database's own guards, as only its superuser can. */
const tamper = ({ database }: World, change: string) =>
  database.pool.query(`begin; set local session_replication_role = replica; ${change}; commit`);

const capture = "(SELECT id FROM entry WHERE event = 'CAPTURE')";

test.for([
  [
    "I01",
    "UPDATE line SET amount = amount + 1 WHERE account = 'MARGIN'",
    "UPDATE line SET amount = amount - 1 WHERE account = 'MARGIN'",
  ],
  [
    "I02",
    `UPDATE line SET entry_id = 'moved' WHERE entry_id = ${capture}`,
    `UPDATE line SET entry_id = ${capture} WHERE entry_id = 'moved'`,
  ],
  ["I13", `UPDATE entry SET origin_cycle_id = 'cyc_none'`, "UPDATE entry SET origin_cycle_id = cycle_id"],
  ["B10", "UPDATE entry SET deed_id = deed_id || 'x'", "UPDATE entry SET deed_id = rtrim(deed_id, 'x')"],
  ["B13", "UPDATE line SET unit = 'PLN' WHERE unit = 'EUR'", "UPDATE line SET unit = 'EUR' WHERE unit = 'PLN'"],
  ["I09", "UPDATE exposure SET position_e6 = position_e6 + 7", "UPDATE exposure SET position_e6 = position_e6 - 7"],
] as const)("a cycle that breaks %s is not netted until it is right", async ([rule, breaking, mending]) => {
  const w = await trading();
  await tamper(w, breaking);
  const reported: unknown[] = [];
  const deps = { ...w.deps, report: (bug: unknown) => reported.push(bug) };
  w.clock.set(april);

  await closeDueCycle(deps, systemActor);

  expect(reported).toMatchObject([expect.any(BooksBroken)]);
  expect((reported[0] as BooksBroken).rules).toContain(rule);
  expect(await w.deps.db.cycle.findMany({ select: { state: true }, orderBy: { seq: "asc" } })).toEqual([
    { state: "CLOSING" },
    { state: "OPEN" },
  ]);
  await tamper(w, mending);
  await closeDueCycle(w.deps, systemActor);
  expect(await stateOf(w)).toBe("IN_REVIEW");
});

test("a cycle is looked through in stretches, and however long they are the same is found and counted", async () => {
  const w = await trading();
  const [entryCount, lineCount] = [await w.deps.db.entry.count(), await w.deps.db.line.count()];
  const lookBy = (stretch: number) => lookThroughCycle(w.deps.db, w.cycleId, stretch);
  expect(entryCount).toBeGreaterThan(2);
  expect(await lookBy(1)).toEqual({ broken: [], inputs: { entryCount, lineCount } });
  expect(await lookBy(entryCount)).toEqual(await lookBy(1));
  const change = (by: number, deedId: string) =>
    tamper(
      w,
      `UPDATE line SET amount = amount + ${by} WHERE account = 'MARGIN';
       UPDATE entry SET deed_id = ${deedId} WHERE event = 'EARN'`,
    );
  await change(1, "'not ' || deed_id");
  for (const stretch of [1, 2, entryCount - 1, entryCount + 1])
    expect(await lookBy(stretch)).toEqual({ broken: ["B10", "I01"], inputs: { entryCount, lineCount } });
  await change(-1, "substr(deed_id, 5)");
});

test("what a cycle was netted from is kept, its netting not counted", async () => {
  const w = await trading();
  w.clock.set(april);
  await closeDueCycle(w.deps, systemActor);
  const [entries, lines] = [await w.deps.db.entry.count(), await w.deps.db.line.count()];
  const nets = await w.deps.db.line.count({ where: { section: "NET" } });
  const counted = { entryCount: entries - 1, lineCount: lines - 2 * nets };
  expect(await findCycle(w.deps.db, w.cycleId)).toMatchObject(counted);
});

test("a cycle in which nobody owes anything waits for the approval of the one before, which can still be reopened", async () => {
  const w = await trading();
  w.clock.set(may);
  await closeDueCycle(w.deps, systemActor);
  const states = async () => {
    const rows = await w.deps.db.cycle.findMany({ select: { state: true }, orderBy: { seq: "asc" } });
    return rows.map(({ state }) => state);
  };
  expect(await states()).toEqual(["IN_REVIEW", "CLOSING", "OPEN"]);
  await approveCycle(w.deps, finance, { cycleId: w.cycleId });
  await closeDueCycle(w.deps, systemActor);
  expect(await states()).toEqual(["SETTLING", "SETTLED", "OPEN"]);
});

test("no money of a cycle leaves while one before is not being settled, though it was approved", async () => {
  const w = await trading();
  w.clock.set(april);
  await closeDueCycle(w.deps, systemActor);
  await spend(w, "ana-spends-000002");
  w.clock.set(may);
  await closeDueCycle(w.deps, systemActor);
  const [, second] = await w.deps.db.cycle.findMany({ orderBy: { seq: "asc" } });
  const cycleId = second?.id ?? "";
  const reach = (point: Failpoint) => {
    if (point === "approve: approved") throw new Error("the power went");
  };
  await expect(approveCycle({ ...w.deps, reach }, finance, { cycleId: w.cycleId })).rejects.toThrow("the power went");
  await approveCycle(w.deps, finance, { cycleId });
  const send = () => exportPayments(w.deps, finance, { cycleId, idempotencyKey: "the-file-of-april" });
  await expect(send()).rejects.toMatchObject({ code: "EARLIER_CYCLE_UNFINISHED" });
  expect(await stateOf(w)).toBe("APPROVED");
  await expect(send()).rejects.toThrow(EarlierCycleUnfinished);
  await closeDueCycle(w.deps, systemActor);
  await expect(requireEarlierSettling(w.deps.db, { seq: 2 })).resolves.toBeUndefined();
});
