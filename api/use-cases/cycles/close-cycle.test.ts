import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { findOpenCycle } from "#api/ledger/cycles.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeCycle } from "#api/use-cases/cycles/close-cycle.ts";
import { BooksBroken, CycleNotFound, EarlierCycleUnfinished } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";

const request = { reason: "Month end", idempotencyKey: "close-the-cycle-1" };
const second = { kind: "operator", id: "usr_f", roles: ["FINANCE"] } as const;
const april = new Date("2026-04-01T00:00:00Z");

test("closing an empty cycle settles it at once and the next one is open", async () => {
  const { deps, clock, cycleId } = await world();
  clock.set(april);

  const closed = await closeCycle(deps, systemActor, { ...request, cycleId });

  expect(closed.cycle).toMatchObject({ state: "SETTLED", closedBy: "system" });
  expect(await findOpenCycle(deps.db)).toMatchObject({
    seq: 2,
    opensAt: april,
    cutoffAt: new Date("2026-05-01T00:00:00Z"),
  });
});

test("the clock closes a cycle at its cut-off and not before, and catches up after a silence", async () => {
  const { deps, clock } = await world();
  await deps.db.programme.updateMany({ data: { timeZone: "Europe/Warsaw" } });
  clock.set(new Date("2026-03-31T23:59:59.999Z"));
  expect(await closeDueCycle(deps, systemActor)).toBe(0);
  clock.set(new Date("2026-06-01T00:00:00Z"));
  expect(await closeDueCycle(deps, systemActor)).toBe(3);
  expect(await closeDueCycle(deps, systemActor)).toBe(0);
  const cycles = await deps.db.cycle.findMany({ orderBy: { seq: "asc" } });
  const cutoffs = cycles.map(({ cutoffAt }) => cutoffAt.toISOString());
  // From the first closing on, the programme's own midnight.
  const midnights = ["2026-04-30T22:00:00.000Z", "2026-05-31T22:00:00.000Z", "2026-06-30T22:00:00.000Z"];
  expect(cutoffs).toEqual(["2026-04-01T00:00:00.000Z", ...midnights]);
  expect(cycles.slice(1).map(({ opensAt }) => opensAt.toISOString())).toEqual(cutoffs.slice(0, 3));
  expect(cycles.map(({ state }) => state)).toEqual(["SETTLED", "SETTLED", "SETTLED", "OPEN"]);
});

test("before the cut-off a cycle is closed by two people and ends at that moment", async () => {
  const { deps, clock, operator, cycleId } = await world();
  const asked = await closeCycle(deps, operator, { ...request, cycleId });
  expect(asked).toMatchObject({ cycle: { state: "OPEN" }, approval: { state: "WAITING" } });
  const yes = { approvalId: asked.approval?.id ?? "", decision: "APPROVE" } as const;

  await expect(decideApproval(deps, operator, yes)).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
  await decideApproval(deps, second, yes);

  expect(await findOpenCycle(deps.db)).toMatchObject({ seq: 2, opensAt: clock.now(), cutoffAt: april });
  const unknown = closeCycle(deps, operator, { ...request, cycleId: "cyc_none" });
  await expect(unknown).rejects.toThrow(CycleNotFound);
});

test("whoever closed a cycle cannot approve it; approved twice it is approved once", async () => {
  const { deps, clock, cycleId, operator, grocer } = await world();
  await deps.db.contract.updateMany({ where: { partnerId: grocer.id }, data: { feePerCycleE6: 12_000_000n } });
  clock.set(april);
  const closed = await closeCycle(deps, operator, { ...request, cycleId });
  expect(closed.cycle.state).toBe("IN_REVIEW");

  await expect(approveCycle(deps, operator, { cycleId })).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });

  expect(await approveCycle(deps, second, { cycleId })).toMatchObject({
    state: "SETTLING",
    approvedBy: "operator:usr_f",
  });
  expect(await approveCycle(deps, second, { cycleId })).toMatchObject({ state: "SETTLING" });
  expect(await deps.db.obligation.findMany()).toMatchObject([
    { partnerId: grocer.id, amountMinor: 1_200n, direction: "PAY_IN", state: "CONFIRMED" },
  ]);
});

const withFee = ({ deps, grocer }: World) =>
  deps.db.contract.updateMany({ where: { partnerId: grocer.id }, data: { feePerCycleE6: 12_000_000n } });

test("cycles are approved in their order", async () => {
  const w = await world();
  await withFee(w);
  w.clock.set(new Date("2026-05-01T00:00:00Z"));
  await closeDueCycle(w.deps, systemActor);
  const [march, april] = await w.deps.db.cycle.findMany({ orderBy: { seq: "asc" } });

  await expect(approveCycle(w.deps, second, { cycleId: april?.id ?? "" })).rejects.toThrow(EarlierCycleUnfinished);

  await approveCycle(w.deps, second, { cycleId: march?.id ?? "" });
  expect(await approveCycle(w.deps, second, { cycleId: april?.id ?? "" })).toMatchObject({ state: "SETTLING" });
});

test("a cycle whose obligations are not what its lines add up to is not approved", async () => {
  const w = await world();
  await withFee(w);
  w.clock.set(april);
  await closeDueCycle(w.deps, systemActor);
  await tamper(w, "gross_debit_e6 = 12000001, net_e6 = 12000001, carried_e6 = 1");

  await expect(approveCycle(w.deps, second, { cycleId: w.cycleId })).rejects.toThrow(BooksBroken);

  await tamper(w, "gross_debit_e6 = 12000000, net_e6 = 12000000, carried_e6 = 0");
  expect(await approveCycle(w.deps, second, { cycleId: w.cycleId })).toMatchObject({ state: "SETTLING" });
});

/** Past the database's own guards, as only its superuser can. */
const tamper = ({ database }: World, change: string) =>
  database.pool.query(`begin; set local session_replication_role = replica; update obligation set ${change}; commit`);

test.for(["CLOSING", "NETTED", "APPROVED"] as const)(
  "a cycle left %s by a crash is taken on by the next run, with the same result",
  async (left) => {
    const w = await world();
    await withFee(w);
    w.clock.set(april);
    const crashing = crashAfter(w.deps, left);
    await expect(closeAndApprove({ ...w, deps: crashing })).rejects.toThrow("crashed");
    expect(await w.deps.db.cycle.findUnique({ where: { id: w.cycleId } })).toMatchObject({ state: left });

    await closeDueCycle(w.deps, systemActor);
    await approveCycle(w.deps, second, { cycleId: w.cycleId });

    expect(await w.deps.db.cycle.findUnique({ where: { id: w.cycleId } })).toMatchObject({ state: "SETTLING" });
    expect(await w.deps.db.entry.findMany({ select: { event: true }, orderBy: { ord: "asc" } })).toEqual([
      { event: "FEE" },
      { event: "NET" },
    ]);
    expect(await w.deps.db.statement.count()).toBe(1);
  },
);

async function closeAndApprove({ deps, cycleId }: Pick<World, "deps" | "cycleId">): Promise<void> {
  await closeDueCycle(deps, systemActor);
  await approveCycle(deps, second, { cycleId });
}

/** Its clock stops working once the cycle has come to a state: every later step reads the time before it writes. */
function crashAfter(deps: Deps, state: "CLOSING" | "NETTED" | "APPROVED"): Deps {
  let hasCome = false;
  const db = deps.db.$extends({
    query: {
      cycle: {
        async findUnique({ args, query }) {
          const row = await query(args);
          hasCome ||= row?.state === state;
          return row;
        },
      },
    },
  }) as unknown as Deps["db"];
  const now = () => {
    if (hasCome) throw new Error("crashed");
    return deps.clock.now();
  };
  return { ...deps, db, clock: { now } };
}
