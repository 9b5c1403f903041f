import { expect, test } from "vitest";
import { newId } from "#api/kernel/ids.ts";
import { insertRows } from "#api/sql/insert-rows.ts";
import { testDatabase } from "#api/test/database.ts";

test("many rows come in with one statement, in their order, each value as it is", async () => {
  const { db, close } = await testDatabase();
  const at = new Date("2026-04-01T10:00:00.123Z");
  const movements = [{ kind: "payIn", amountE6: 9_007_199_254_740_993n, note: 'a "quoted" \\ word' }];
  const row = (key: string) => ({
    key,
    subjectId: newId("bankLine"),
    kind: "x",
    movements,
    actor: "system",
    reason: null,
    occurredAt: at,
  });
  await insertRows(db, "booking", [row("b"), row("a"), row("c")]);
  await insertRows(db, "booking", []);
  const kept = await db.booking.findMany({ orderBy: { seq: "asc" } });
  expect(kept.map(({ key }) => key)).toEqual(["b", "a", "c"]);
  expect(kept[0]).toMatchObject({
    reason: null,
    occurredAt: at,
    entryId: null,
    movements: [{ kind: "payIn", amountE6: "9007199254740993", note: 'a "quoted" \\ word' }],
  });
  expect(kept).toHaveLength(3);
  await close();
});
