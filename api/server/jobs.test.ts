import { expect, test, vi } from "vitest";
import { testGateway } from "#api/test/gateway.ts";
import { reservePoints } from "#api/use-cases/points/reserve-points.ts";

test("a reservation whose time is over comes back by itself", async () => {
  const { deps, world } = await testGateway({ jobs: true });
  const { redemption } = await reservePoints(deps, world.grocer.till, {
    member: { memberId: world.ana.id },
    points: 40n,
    holdSeconds: 1,
    idempotencyKey: "reservation-that-ends",
  });
  const released = async () => {
    // The clock's own tick comes once a minute; the test does not wait for it.
    await world.database.pool.query("select graphile_worker.add_job('releaseTimedOut')");
    const burn = await deps.db.burn.findUniqueOrThrow({ where: { id: redemption.id } });
    expect(burn.state).toBe("RELEASED");
  };
  await vi.waitFor(released, { timeout: 15_000, interval: 300 });
});
