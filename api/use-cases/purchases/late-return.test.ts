import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { StatementLine } from "#api/ledger/statement.ts";
import { earn, teller } from "#api/test/teller.ts";
import { world } from "#api/test/world.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";

test("goods bought in January that come back in February stand on February's statement as an item of January", async () => {
  const w = await world({ at: new Date("2026-01-20T12:00:00Z") });
  const { deps, clock, cycleId: january, fuel } = w;
  const [bought, boughtLater] = [newId("purchase"), newId("purchase")];
  await teller(w)({}, earn(fuel, w.ana.id, 100n, bought));
  clock.set(new Date("2026-02-01T00:00:00Z"));
  await closeDueCycle(deps, systemActor);
  const february = await deps.db.cycle.findFirstOrThrow({ where: { state: "OPEN" } });
  await teller(w)({}, earn(fuel, w.ana.id, 50n, boughtLater));
  await teller(w)({}, { kind: "clawback", memberId: w.ana.id, purchaseId: bought, points: 30n });
  await teller(w)({}, { kind: "clawback", memberId: w.ana.id, purchaseId: boughtLater, points: 10n });
  const posted = await deps.db.entry.findMany({ where: { event: "CLAWBACK" }, orderBy: { ord: "asc" } });
  expect(posted.map(({ cycleId, originCycleId }) => [cycleId, originCycleId])).toEqual([
    [february.id, january],
    [february.id, february.id],
  ]);
  clock.set(new Date("2026-03-01T00:00:00Z"));
  await closeDueCycle(deps, systemActor);
  const statement = await deps.db.statement.findFirstOrThrow({
    where: { cycleId: february.id, partnerId: fuel.id },
  });
  const reversed = (statement.lines as StatementLine[]).filter(({ section }) => section === "ISSUE_BILLING_REVERSED");
  expect(reversed.map(({ originCycleId, amountE6 }) => [originCycleId, amountE6])).toEqual(
    expect.arrayContaining([
      [january, "-300000"],
      [null, "-100000"],
    ]),
  );
  expect(reversed).toHaveLength(2);
});
