import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { leafOf, rootFrom } from "#api/kernel/sum-tree.ts";
import { type World, world } from "#api/test/world.ts";
import { leafKey } from "./nonce.ts";
import { proveBalances, readBalanceTree } from "./prove-balance.ts";
import { takeBalances } from "./take-balances.ts";

test("each member's balance leads to the published root, which holds what is owed to all", async () => {
  const w = await world({ ana: { points: 700n }, bohdan: { points: 30n } });
  const tree = await takeBalances(w.deps, systemActor);
  expect(tree).toMatchObject({ memberCount: 2, points: 730n });
  for (const [{ id, actor }, points] of [
    [w.ana, 700n],
    [w.bohdan, 30n],
  ] as const) {
    const proof = (await proveBalances(w.deps, actor, [id])).get(id);
    if (!proof) throw new Error("There is a proof for everybody.");
    expect(proof.points).toBe(points);
    const root = rootFrom(leafOf(leafKey(id, proof.nonce), points), proof.way);
    expect([root.hash.toString("hex"), root.sum]).toEqual([tree?.root, 730n]);
  }
});

test("a thousand members stand in several rows, and each finds the way", async () => {
  const w = await world({ ana: { points: 5n } });
  await crowd(w, 1_300);
  const tree = await takeBalances(w.deps, systemActor);
  const proof = (await proveBalances(w.deps, w.ana.actor, [w.ana.id])).get(w.ana.id);
  if (!proof) throw new Error("There is a proof for everybody.");
  expect(proof.way).toHaveLength(11);
  const root = rootFrom(leafOf(leafKey(w.ana.id, proof.nonce), 5n), proof.way);
  expect([root.hash.toString("hex"), root.sum]).toEqual([tree?.root, tree?.points]);
});

test("nobody is given the way of somebody else", async () => {
  const w = await world({ ana: { points: 700n } });
  await takeBalances(w.deps, systemActor);
  for (const actor of [w.bohdan.actor, w.operator, w.grocer.finance]) {
    expect(await proveBalances(w.deps, actor, [w.ana.id])).toEqual(new Map());
  }
});

test("there is one tree a business day, and of old ones the root stays", async () => {
  const w = await world({ ana: { points: 700n } });
  for (let day = 10; day < 20; day++) {
    w.clock.set(new Date(`2026-03-${day}T12:00:00Z`));
    expect(await takeBalances(w.deps, systemActor)).not.toBeNull();
    expect(await takeBalances(w.deps, systemActor)).toBeNull();
  }
  expect(await w.deps.db.balanceTree.count()).toBe(10);
  expect(await w.deps.db.balanceTreeNodes.groupBy({ by: ["treeId"] })).toHaveLength(7);
});

test("whoever dies over it leaves nothing, and the next try makes it whole", async () => {
  const w = await world({ ana: { points: 700n } });
  const reach = (point: string) => {
    if (point === "balance tree: stored") throw new Error("died");
  };
  await expect(takeBalances({ ...w.deps, reach }, systemActor)).rejects.toThrow("died");
  expect(await w.deps.db.balanceTreeNodes.count()).toBe(0);
  expect(await takeBalances(w.deps, systemActor)).toMatchObject({ points: 700n });
});

test("the root is signed, and the signature speaks of nothing else", async () => {
  const w = await world({ ana: { points: 700n } });
  const { privateKey } = generateKeyPairSync("ed25519");
  const deps = { ...w.deps, sign: (claims: object) => signed(claims, privateKey) };
  const tree = await takeBalances(deps, systemActor);
  const { payload } = await jwtVerify(tree?.signature ?? "", createPublicKey(privateKey));
  expect(payload).toEqual({
    balanceTree: tree?.id,
    takenAt: "2026-03-10T12:00:00.000Z",
    memberCount: 2,
    points: "700",
    root: tree?.root,
  });
  expect(await readBalanceTree(w.deps, w.bohdan.actor)).toMatchObject({ signature: tree?.signature });
});

const signed = (claims: object, key: KeyObject) =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg: "EdDSA" }).sign(key);

async function crowd({ deps: { db } }: World, count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => `mem_crowd${String(index).padStart(6, "0")}`);
  await db.member.createMany({ data: ids.map((id) => ({ id, enrolledAt: new Date(0) })) });
  await db.wallet.createMany({ data: ids.map((memberId) => ({ memberId })) });
}
