import { expect, test } from "vitest";
import { world } from "#api/test/world.ts";
import { kept } from "#api/use-cases/kept.ts";
import { findTerms } from "#api/use-cases/partners/find-terms.ts";

test("a row that has not changed is read once, and a changed one is what it is now", async () => {
  const { deps, grocer } = await world();
  let reads = 0;
  const terminals = kept("terminal", async ({ db }, ids) => {
    reads += 1;
    const rows = await db.terminal.findMany({ where: { id: { in: [...ids] } } });
    return new Map(rows.map((row) => [row.id, row]));
  });
  const { terminalId: id } = grocer;
  expect((await terminals(deps, [id, id]))[0]?.status).toBe("ACTIVE");
  expect((await terminals(deps, [id]))[0]?.status).toBe("ACTIVE");
  expect(reads).toBe(1);
  await deps.db.terminal.update({ where: { id }, data: { status: "BLOCKED" } });
  expect((await terminals(deps, [id]))[0]?.status).toBe("BLOCKED");
  expect(await terminals(deps, ["trm_none"])).toEqual([null]);
});

test("a partner is another one when its contract is", async () => {
  const { deps, grocer, clock } = await world();
  const now = async () => (await findTerms(deps, [grocer.id], clock.now())).get(grocer.id)?.contract ?? null;
  const before = await now();
  await deps.db.contract.updateMany({ where: { partnerId: grocer.id }, data: { validUntil: clock.now() } });
  expect([before?.partnerId, await now()]).toEqual([grocer.id, null]);
});
