import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { leafOf, parentOf } from "#api/kernel/sum-tree.ts";
import { rootFrom } from "./sum-tree.ts";

const key = (text: string) => createHash("sha256").update(text).digest();

test("the browser comes to the root that the hub publishes", async () => {
  const leaf = { memberId: "mem_ana", nonce: "a nonce", points: 700 };
  const [beside, above] = [leafOf(key("another"), 30n), leafOf(key("a third"), 5_000_000_000n)];
  const own = leafOf(key("mem_ana a nonce"), 700n);
  const root = parentOf(above, parentOf(own, beside));
  const way = [
    { hash: beside.hash.toString("hex"), points: 30, side: "RIGHT" },
    { hash: above.hash.toString("hex"), points: 5_000_000_000, side: "LEFT" },
  ] as const;
  expect(await rootFrom(leaf, way)).toEqual({ hash: root.hash.toString("hex"), points: 5_000_000_730 });
  const other = await rootFrom({ ...leaf, points: 701 }, way);
  expect(other.hash).not.toBe(root.hash.toString("hex"));
});

test("a neighbour who owes less than nothing is no neighbour", async () => {
  const leaf = { memberId: "mem_ana", nonce: "a nonce", points: 700 };
  await expect(rootFrom(leaf, [{ hash: "00", points: -1, side: "LEFT" }])).rejects.toThrow("no number of points");
});
