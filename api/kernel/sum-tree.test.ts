import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  leafOf,
  levelAbove,
  NODE_BYTES,
  nodeAt,
  rootFrom,
  type Sibling,
  siblingOf,
  siblingPlace,
  type TreeNode,
  writeNode,
} from "./sum-tree.ts";

const sums = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 40 });

test("every leaf leads to the same root, which holds the sum of all", () => {
  fc.assert(
    fc.property(sums, (points) => {
      const { levels, root } = grow(points);
      expect(root.sum).toBe(points.reduce((total, one) => total + one, 0n));
      points.forEach((one, index) => {
        expect(rootFrom(leafOf(keyOf(index), one), wayUp(levels, index))).toEqual(root);
      });
    }),
  );
});

test("another balance, another person or another way leads elsewhere", () => {
  fc.assert(
    fc.property(sums, fc.nat(), (points, pick) => {
      const { levels, root } = grow(points);
      const index = pick % points.length;
      const own = points[index] ?? 0n;
      const way = wayUp(levels, index);
      expect(rootFrom(leafOf(keyOf(index), own + 1n), way).hash).not.toEqual(root.hash);
      expect(rootFrom(leafOf(keyOf(index + 1_000), own), way).hash).not.toEqual(root.hash);
      const [first, ...rest] = way;
      if (first)
        expect(rootFrom(leafOf(keyOf(index), own), [{ ...first, sum: first.sum + 1n }, ...rest]).hash).not.toEqual(
          root.hash,
        );
    }),
  );
});

test("the sums of two neighbours cannot be shifted between them without changing the hash", () => {
  const [left, right] = [leafOf(keyOf(1), 70n), leafOf(keyOf(2), 30n)];
  const honest = rootFrom(left, [{ ...right, side: "RIGHT" }]);
  const shifted = rootFrom({ ...left, sum: 20n }, [{ ...right, sum: 80n, side: "RIGHT" }]);
  expect(shifted.sum).toBe(honest.sum);
  expect(shifted.hash).not.toEqual(honest.hash);
});

const keyOf = (index: number) => createHash("sha256").update(String(index)).digest();

function grow(points: readonly bigint[]): { levels: Buffer[]; root: TreeNode } {
  const leaves = Buffer.alloc(points.length * NODE_BYTES);
  points.forEach((one, index) => {
    writeNode(leaves, index, leafOf(keyOf(index), one));
  });
  const levels: Buffer[] = [leaves];
  for (let top: Buffer = leaves; top.length > NODE_BYTES; ) {
    top = levelAbove(top);
    levels.push(top);
  }
  const root = nodeAt(levels.at(-1) ?? leaves, 0);
  if (!root) throw new Error("A tree has a root.");
  return { levels, root };
}

function wayUp(levels: readonly Buffer[], leaf: number): Sibling[] {
  let at = leaf;
  return levels.slice(0, -1).map((level) => {
    const { index, side } = siblingPlace(at);
    at = Math.floor(at / 2);
    return siblingOf(nodeAt(level, index), side);
  });
}
